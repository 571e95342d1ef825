package org.wasl.admin.alert;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.wasl.admin.officer.CurrentStaff;

/** Every page says it while the test alert of one's shift waits for an answer. */
@ControllerAdvice
final class AlertModel {
    private final AlertBoard board;

    AlertModel(AlertBoard board) {
        this.board = board;
    }

    @ModelAttribute("testAlert")
    boolean testAlert() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getPrincipal() instanceof CurrentStaff staff && board.testWaitsFor(staff.id());
    }
}
