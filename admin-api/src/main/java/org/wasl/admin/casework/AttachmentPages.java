package org.wasl.admin.casework;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** What somebody who listened or looked has to say, from the page of the case. */
@Controller
final class AttachmentPages {
    private final AttachmentDesk desk;

    AttachmentPages(AttachmentDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/cases/{number}/attachments/{id}/heard")
    @Requires(Permission.LEVEL_RAISE)
    String heard(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam String level,
            @RequestParam String text,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(
                known,
                desk.heard(staff, known, AttachmentController.attachment(id), CaseAnswers.level(level), text, edition),
                "heard");
    }

    @PostMapping("/cases/{number}/attachments/{id}/flag")
    @Requires(Permission.CASE_NOTE)
    String flag(CurrentStaff staff, @PathVariable String number, @PathVariable String id) {
        CaseNumber known = CaseAnswers.number(number);
        return Told.redirect(known, desk.flag(staff, known, AttachmentController.attachment(id)), "flagged");
    }
}
