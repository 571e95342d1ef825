package org.wasl.admin.officer;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows of who reads it. */
@ControllerAdvice
final class CallerModel {
    /** Enough to tell some hundred people apart, and no name. */
    private static final int WATERMARK_DIGITS = 8;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final OfficerSettings settings;
    private final StaffDesk desk;
    private final Clock clock;

    CallerModel(OfficerSettings settings, StaffDesk desk, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        this.desk = desk;
    }

    @ModelAttribute("me")
    @Nullable
    CurrentStaff me() {
        return caller().orElse(null);
    }

    /** Who reads, and when, to be printed faintly over every case: what is photographed says whose screen it was. */
    @ModelAttribute("watermark")
    @Nullable
    String watermark() {
        return caller().map(staff -> staff.id().value().substring(0, WATERMARK_DIGITS) + " "
                        + MINUTE.format(clock.instant().atZone(Scope.ZONE)))
                .orElse(null);
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

    /** After how many milliseconds without anybody at it a page covers itself. */
    @ModelAttribute("lockAfter")
    long lockAfter() {
        return settings.lock().toMillis();
    }

    private static Optional<CurrentStaff> caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(CurrentStaff.class::isInstance)
                .map(CurrentStaff.class::cast);
    }
}
