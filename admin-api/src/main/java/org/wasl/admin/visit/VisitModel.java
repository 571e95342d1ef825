package org.wasl.admin.visit;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.wasl.admin.officer.CurrentStaff;

/** Every page says it while somebody on a visit is missed, or asked for help, and the reader is called for it. */
@ControllerAdvice
final class VisitModel {
    private final MyWorkDesk work;

    VisitModel(MyWorkDesk work) {
        this.work = work;
    }

    @ModelAttribute("visitAlarms")
    int visitAlarms() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getPrincipal() instanceof CurrentStaff staff ? work.alarms(staff) : 0;
    }
}
