package org.wasl.admin.officer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows of who reads it. */
@ControllerAdvice
final class CallerModel {
    private final OfficerSettings settings;
    private final StaffDesk desk;

    CallerModel(OfficerSettings settings, StaffDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @ModelAttribute("me")
    @Nullable
    CurrentStaff me() {
        return caller().orElse(null);
    }

    @ModelAttribute("onDuty")
    boolean onDuty() {
        return caller().flatMap(staff -> desk.find(staff.id()))
                .map(StaffMember::onDuty)
                .orElse(false);
    }

    @ModelAttribute("demonstration")
    boolean demonstration() {
        return settings.demonstration();
    }

    private static Optional<CurrentStaff> caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(CurrentStaff.class::isInstance)
                .map(CurrentStaff.class::cast);
    }
}
