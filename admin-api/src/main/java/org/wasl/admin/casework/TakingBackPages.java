package org.wasl.admin.casework;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** What is taken back from a case's page: its end, its erasure, its place before the meeting. */
@Controller
final class TakingBackPages {
    private final CaseDesk cases;
    private final MeetingDecisions meetings;

    TakingBackPages(CaseDesk cases, MeetingDecisions meetings) {
        this.cases = cases;
        this.meetings = meetings;
    }

    @PostMapping("/cases/{number}/reopen")
    @Requires(Permission.CASE_CLOSE)
    String reopen(
            CurrentStaff staff, @PathVariable String number, @RequestParam String reason, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, cases.reopen(staff, known, reason, edition), "reopened");
    }

    /** One of the two words without which a case that was taken back is erased. */
    @PostMapping("/cases/{number}/keep")
    @Requires(Permission.CASE_CLAIM)
    String keep(
            CurrentStaff staff, @PathVariable String number, @RequestParam String reason, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, cases.keep(staff, known, reason, edition, null), "not-erased");
    }

    @PostMapping("/cases/{number}/meeting/removal")
    @Requires(Permission.CASE_CLAIM)
    String fromMeeting(CurrentStaff staff, @PathVariable String number, @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, meetings.takeBack(staff, known, edition), "not-brought");
    }
}
