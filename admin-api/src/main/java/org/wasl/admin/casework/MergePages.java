package org.wasl.admin.casework;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** Joining and linking cases from the page of one. */
@Controller
final class MergePages {
    private final MergeDesk desk;

    MergePages(MergeDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/cases/{number}/merge")
    @Requires(Permission.CASE_MERGE)
    String merge(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String into,
            @RequestParam String reason,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return CaseNumber.read(into)
                .map(other -> Told.redirect(known, desk.merge(staff, known, other, reason, edition, null), "merged"))
                .orElse("redirect:/cases/" + known + "?told=refused");
    }

    @PostMapping("/cases/{number}/link")
    @Requires(Permission.CASE_MERGE)
    String link(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String into,
            @RequestParam String reason,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return CaseNumber.read(into)
                .map(other -> Told.redirect(known, desk.link(staff, known, other, reason, edition), "linked"))
                .orElse("redirect:/cases/" + known + "?told=refused");
    }
}
