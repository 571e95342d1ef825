package org.wasl.admin.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.triage.intake.ContactWindow;

/**
 * Where the reader of a page may go from it ({@code bar} beside each other, {@code more} folded away), whose screen it is
 * ({@code mark}), and whether it is told of what moves ({@code live}).
 */
@ControllerAdvice
final class NavigationModel {
    private final Clock clock;

    NavigationModel(Clock clock) {
        this.clock = clock;
    }

    @ModelAttribute
    void entries(@Nullable Authentication caller, Model model) {
        List<Navigation> reachable = caller != null && caller.getPrincipal() instanceof CurrentStaff staff
                ? Navigation.of(staff)
                : List.of();
        if (caller != null && caller.getPrincipal() instanceof CurrentStaff staff) {
            model.addAttribute("mark", mark(staff));
            model.addAttribute("live", staff.may(Permission.QUEUE_READ));
        }
        List<Navigation> bar = Navigation.bar(reachable);
        model.addAttribute("bar", bar);
        model.addAttribute(
                "more", reachable.stream().filter(entry -> !bar.contains(entry)).toList());
    }

    /** Name, id and day, should a picture of the screen turn up. */
    private String mark(CurrentStaff staff) {
        return staff.displayName() + " " + staff.id().value().substring(0, 8) + " "
                + LocalDate.ofInstant(clock.instant(), ContactWindow.BAGHDAD);
    }
}
