package org.wasl.admin.officer;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Who works here: adding staff, their one-time sign-in, closing an account. */
@Controller
final class StaffPages {
    private static final String STAFF = "officer/staff";
    private static final int LONGEST_NAME = 60;

    private final StaffDesk desk;

    StaffPages(StaffDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/staff")
    @Requires(Permission.STAFF_MANAGE)
    String staff(Model model) {
        model.addAttribute("accounts", desk.allAccounts());
        model.addAttribute("roles", Role.values());
        model.addAttribute("genders", Gender.values());
        model.addAttribute("territories", Territory.values());
        return STAFF;
    }

    @PostMapping("/staff")
    @Requires(Permission.STAFF_MANAGE)
    ModelAndView add(
            CurrentStaff by,
            @RequestParam String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "UNSTATED") Gender gender,
            @RequestParam(defaultValue = "") Set<String> languages,
            @RequestParam(defaultValue = "") Set<Territory> territories,
            Model model) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !Scope.LANGUAGES.containsAll(languages)) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        Account.Profile profile = new Account.Profile(name.strip(), role, Scope.of(territories, languages, gender));
        return shown(name.strip(), desk.invite(by, profile), model);
    }

    @PostMapping("/staff/{id}/invitation")
    @Requires(Permission.STAFF_MANAGE)
    ModelAndView inviteAgain(CurrentStaff by, @PathVariable StaffId id, Model model) {
        String token = desk.inviteAgain(by, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        String name = desk.find(id).map(StaffMember::displayName).orElse("");
        return shown(name, token, model);
    }

    @PostMapping("/staff/{id}/enabled")
    @Requires(Permission.STAFF_MANAGE)
    String setEnabled(CurrentStaff by, @PathVariable StaffId id, @RequestParam boolean to) {
        if (!desk.setEnabled(by, id, to)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return "redirect:/staff";
    }

    /** The one-time sign-in is in this one answer and nowhere else. */
    private ModelAndView shown(String name, String token, Model model) {
        staff(model);
        model.addAttribute("invited", name);
        model.addAttribute("invitation", OneTimeSignIn.path(token));
        return new ModelAndView(STAFF, model.asMap(), HttpStatus.OK);
    }
}
