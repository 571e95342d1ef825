package org.wasl.admin.console;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Closing;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.casework.MeetingDecisions;
import org.wasl.admin.casework.Suggestion;
import org.wasl.admin.casework.Told;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** What is decided about a case from its page: who works on it, how urgent it is, how far it is, how it ended. */
@Controller
final class DecisionPages {
    private final CaseDesk cases;
    private final MeetingDecisions meetings;

    DecisionPages(CaseDesk cases, MeetingDecisions meetings) {
        this.cases = cases;
        this.meetings = meetings;
    }

    @PostMapping("/cases/{number}/assign")
    @Requires(Permission.CASE_ASSIGN)
    String assign(
            CurrentStaff staff, @PathVariable String number, @RequestParam String to, @RequestParam long edition) {
        CaseNumber known = CasePages.known(number);
        StaffId colleague = assignable(staff, known, to);
        if (colleague == null) {
            return "redirect:/cases/" + known + "?told=not-assignable";
        }
        return Told.redirect(known, cases.assign(staff, known, colleague, edition), "assigned");
    }

    @PostMapping("/cases/{number}/lower")
    @Requires(Permission.LEVEL_LOWER)
    String lower(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String to,
            @RequestParam String reason,
            @RequestParam long edition) {
        CaseNumber known = CasePages.known(number);
        return CasePages.told(number, cases.lower(staff, known, CasePages.level(to), reason, edition), "lowered");
    }

    /** The second person's word on a lowering. */
    @PostMapping("/cases/{number}/lowering")
    @Requires(Permission.LEVEL_LOWER)
    String confirm(
            CurrentStaff staff, @PathVariable String number, @RequestParam boolean agreed, @RequestParam long edition) {
        CaseNumber known = CasePages.known(number);
        return CasePages.told(
                number, cases.confirmLowering(staff, known, agreed, edition), agreed ? "lowered" : "kept");
    }

    @PostMapping("/cases/{number}/status")
    @Requires(Permission.CASE_CLAIM)
    String move(CurrentStaff staff, @PathVariable String number, @RequestParam String to, @RequestParam long edition) {
        CaseStatus status = of(CaseStatus.class, to);
        return CasePages.told(number, cases.move(staff, CasePages.known(number), status, edition), "moved");
    }

    /**
     * Puts a case before the next daily meeting, whatever its level and status. One that waits for nothing else waits for
     * the meeting from now on; one that was only claimed is in triage on the way there.
     */
    @PostMapping("/cases/{number}/meeting")
    @Requires(Permission.CASE_CLAIM)
    String meet(CurrentStaff staff, @PathVariable String number, @RequestParam long edition) {
        CaseNumber known = CasePages.known(number);
        CaseChange change = meetings.bring(staff, known, edition, null);
        if (change instanceof CaseChange.Done brought
                && brought.view().held().status() == CaseStatus.ACKED
                && brought.view().next().contains(CaseStatus.IN_TRIAGE)) {
            change = cases.move(
                    staff, known, CaseStatus.IN_TRIAGE, brought.view().edition());
        }
        if (change instanceof CaseChange.Done triaged && triaged.view().next().contains(CaseStatus.IN_REVIEW)) {
            change = cases.move(
                    staff, known, CaseStatus.IN_REVIEW, triaged.view().edition());
        }
        return Told.redirect(known, change, "brought");
    }

    @PostMapping("/cases/{number}/close")
    @Requires(Permission.CASE_CLOSE)
    String close(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String how,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") Set<Closing.Check> checks,
            @RequestParam long edition) {
        Handling.Disposition disposition = of(Handling.Disposition.class, how);
        return Told.redirect(
                CasePages.known(number),
                cases.close(staff, CasePages.known(number), disposition, reason, checks, edition, null),
                "closed");
    }

    /** One of those the page offers; {@code null} when it is somebody else, or somebody who went off duty meanwhile. */
    private @Nullable StaffId assignable(CurrentStaff staff, CaseNumber number, String to) {
        return switch (cases.open(staff, number)) {
            case CaseReading.Opened opened ->
                opened.view().suggestions().people().stream()
                        .map(Suggestion::staff)
                        .filter(id -> id.value().equals(to))
                        .findFirst()
                        .orElse(null);
            case CaseReading.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed _ -> throw new ProblemException(Problem.NOT_ALLOWED);
            case CaseReading.NotAuditable _ -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    private static <E extends Enum<E>> E of(Class<E> type, String sent) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(sent)) {
                return one;
            }
        }
        throw new ProblemException(Problem.UNREADABLE);
    }
}
