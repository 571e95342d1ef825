package org.wasl.admin.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.wasl.admin.officer.CurrentStaff;

/** Where the reader of a page may go from it: {@code bar} beside each other, {@code more} folded away. */
@ControllerAdvice
final class NavigationModel {
    @ModelAttribute
    void entries(@Nullable Authentication caller, Model model) {
        List<Navigation> reachable = caller != null && caller.getPrincipal() instanceof CurrentStaff staff
                ? Navigation.of(staff)
                : List.of();
        List<Navigation> bar = Navigation.bar(reachable);
        model.addAttribute("bar", bar);
        model.addAttribute(
                "more", reachable.stream().filter(entry -> !bar.contains(entry)).toList());
    }
}
