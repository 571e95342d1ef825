package org.wasl.admin.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Open;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.Role;
import org.wasl.admin.web.ProblemException;
import org.wasl.admin.web.Refusals;

/** The first page of each role, and the page for what no route could answer. */
@Controller
final class HomePages implements ErrorController {
    @GetMapping("/")
    @Requires(Permission.SELF)
    String home(CurrentStaff staff) {
        if (staff.role() == Role.OFFICER) {
            return "redirect:/my-work";
        }
        if (staff.may(Permission.QUEUE_READ)) {
            return "redirect:/queue";
        }
        return staff.may(Permission.STAFF_MANAGE) ? "redirect:/staff" : "redirect:" + first(staff);
    }

    /** Whoever works neither on cases nor on accounts begins on the first page that is theirs. */
    static String first(CurrentStaff staff) {
        return Navigation.of(staff).stream().findFirst().map(Navigation::path).orElse("/account");
    }

    /** Where the container sends what failed before or after any route, by every method: OPTIONS only when named. */
    @RequestMapping(
            path = "/error",
            method = {
                RequestMethod.GET,
                RequestMethod.HEAD,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE,
                RequestMethod.OPTIONS,
                RequestMethod.TRACE
            })
    @Open(because = "whoever sent something unreadable is told so")
    String error(HttpServletRequest request) {
        throw new ProblemException(Refusals.asked(request));
    }
}
