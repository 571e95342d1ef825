package org.wasl.admin.casework;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.triage.report.Category;

/** Offers, closures that take two, codings and conflicts of interest, from the page of a case. */
@Controller
final class WorkPages {
    private final AssignmentDesk assignments;
    private final ClosureDesk closures;
    private final CodingDesk codings;
    private final ConflictDesk conflicts;

    WorkPages(AssignmentDesk assignments, ClosureDesk closures, CodingDesk codings, ConflictDesk conflicts) {
        this.assignments = assignments;
        this.closures = closures;
        this.codings = codings;
        this.conflicts = conflicts;
    }

    @PostMapping("/cases/{number}/accept")
    @Requires(Permission.CASE_CLAIM)
    String accept(CurrentStaff staff, @PathVariable String number) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, assignments.accept(staff, known, null), "accepted");
    }

    @PostMapping("/cases/{number}/decline")
    @Requires(Permission.CASE_CLAIM)
    String decline(CurrentStaff staff, @PathVariable String number, @RequestParam String reason) {
        CaseNumber known = CaseAnswers.number(number);
        CaseChange change = assignments.decline(staff, known, reason, null, null);
        return change instanceof CaseChange.Done ? "redirect:/queue" : Told.redirect(known, change, "declined");
    }

    @PostMapping("/cases/{number}/give-back")
    @Requires(Permission.CASE_CLAIM)
    String giveBack(
            CurrentStaff staff, @PathVariable String number, @RequestParam String reason, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, assignments.giveBack(staff, known, reason, edition, null), "given-back");
    }

    @PostMapping("/cases/{number}/agreement")
    @Requires(Permission.CASE_CLAIM)
    String agreed(
            CurrentStaff staff, @PathVariable String number, @RequestParam String reason, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, assignments.agreed(staff, known, reason, edition, null), "agreement-recorded");
    }

    @PostMapping("/cases/{number}/closing")
    @Requires(Permission.LEVEL_LOWER)
    String confirm(
            CurrentStaff staff, @PathVariable String number, @RequestParam boolean agreed, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(
                known, closures.confirm(staff, known, agreed, edition, null), agreed ? "closed" : "closing-refused");
    }

    @PostMapping("/cases/{number}/review")
    @Requires(Permission.MEETING)
    String reviewed(
            CurrentStaff staff, @PathVariable String number, @RequestParam String reason, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, closures.reviewed(staff, known, reason, edition, null), "reviewed");
    }

    @PostMapping("/cases/{number}/code")
    @Requires(Permission.CASE_CLAIM)
    String code(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String primary,
            @RequestParam(defaultValue = "") Set<String> secondary,
            @RequestParam(defaultValue = "") String gbv,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(
                known,
                codings.code(
                        staff,
                        known,
                        CaseAnswers.of(Category.class, primary),
                        secondary.stream()
                                .map(one -> CaseAnswers.of(Category.class, one))
                                .toList(),
                        gbv.isEmpty() ? null : CaseAnswers.of(Coding.GbvType.class, gbv),
                        edition),
                "coded");
    }

    /** Out of the case for good: what is shown next is the queue. */
    @PostMapping("/cases/{number}/know")
    @Requires(Permission.CASE_READ)
    String knows(CurrentStaff staff, @PathVariable String number) {
        CaseNumber known = CaseAnswers.number(number);
        return conflicts.knows(staff, known, null) instanceof CaseChange.Done
                ? "redirect:/queue"
                : "redirect:/cases/" + known + "?told=refused";
    }
}
