package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** One click instead of a password, for made-up staff over made-up cases. */
@Controller
final class DemonstrationPages {
    private static final String BECAUSE = "exists in the demonstration only, where nothing is real";

    private final DemonstrationStaff staff;
    private final StaffCookies cookies;

    DemonstrationPages(DemonstrationStaff staff, StaffCookies cookies) {
        this.staff = staff;
        this.cookies = cookies;
    }

    /** A page with one button, which its script presses: a link alone must not sign anybody in. */
    @GetMapping("/demonstration/sign-in/{role}")
    @Open(because = BECAUSE)
    String form(@PathVariable String role, Model model) {
        model.addAttribute("seat", seat(role));
        return "officer/demonstration";
    }

    @PostMapping("/demonstration/sign-in/{role}")
    @Open(because = BECAUSE)
    String signIn(@PathVariable String role, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Outcome.In in = staff.signIn(seat(role)).orElseThrow(() -> new ProblemException(Problem.UNAVAILABLE));
        cookies.signedIn(request, response, in);
        return "redirect:/";
    }

    private static DemonstrationStaff.Seat seat(String name) {
        return DemonstrationStaff.seat(name).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}
