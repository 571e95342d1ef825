package org.wasl.admin.officer;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.wasl.triage.report.Category;

/** Who works here: proposing staff and roles, agreeing to them, their part of the work, closing an account. */
@Controller
final class StaffPages {
    private static final String STAFF = "officer/staff";
    private static final String ONE = "officer/staff-member";
    private static final String BACK = "redirect:/staff";
    private static final int LONGEST_NAME = 60;

    private final StaffDesk desk;
    private final GrantDesk grants;
    private final SessionDesk sessions;
    private final OpenIdSettings openId;

    StaffPages(StaffDesk desk, GrantDesk grants, SessionDesk sessions, OpenIdSettings openId) {
        this.sessions = sessions;
        this.openId = openId;
        this.desk = desk;
        this.grants = grants;
    }

    @GetMapping("/staff")
    @Requires(Permission.STAFF_MANAGE)
    String staff(CurrentStaff by, Model model) {
        model.addAttribute("accounts", desk.allAccounts());
        model.addAttribute("roles", Role.values());
        model.addAttribute("genders", Gender.values());
        model.addAttribute("territories", Territory.values());
        model.addAttribute("alone", grants.alone(by));
        return STAFF;
    }

    @PostMapping("/staff")
    @Requires(Permission.STAFF_MANAGE)
    String propose(
            CurrentStaff by,
            @RequestParam String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "UNSTATED") Gender gender,
            @RequestParam(defaultValue = "") Set<String> languages,
            @RequestParam(defaultValue = "") Set<Territory> territories) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !Scope.LANGUAGES.containsAll(languages)) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        grants.propose(by, new Account.Profile(name.strip(), role, Scope.of(territories, languages, gender)));
        return BACK;
    }

    @GetMapping("/staff/{id}")
    @Requires(Permission.STAFF_MANAGE)
    String one(CurrentStaff by, @PathVariable StaffId id, Model model) {
        Account account = desk.account(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        model.addAttribute("account", account);
        model.addAttribute("scope", account.profile().scope());
        model.addAttribute("roles", Role.values());
        model.addAttribute("genders", Gender.values());
        model.addAttribute("territories", Territory.values());
        model.addAttribute("governorates", Governorate.values());
        model.addAttribute("categories", Category.values());
        model.addAttribute("specialisms", Specialism.values());
        model.addAttribute("sessions", sessions.of(by, id));
        model.addAttribute("openId", openId.on());
        return ONE;
    }

    @PostMapping("/staff/{id}/scope")
    @Requires(Permission.STAFF_MANAGE)
    String scope(
            CurrentStaff by,
            @PathVariable StaffId id,
            @RequestParam(defaultValue = "") Set<Governorate> governorates,
            @RequestParam(defaultValue = "") Set<String> languages,
            @RequestParam(defaultValue = "") Set<Category> categories,
            @RequestParam(defaultValue = "") Set<Specialism> specialisms,
            @RequestParam(defaultValue = "UNSTATED") Gender gender,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int capacity,
            @RequestParam(defaultValue = "") String absent,
            @RequestParam(defaultValue = "") String home,
            @RequestParam(defaultValue = "") String unit) {
        Scope scope;
        try {
            scope = new Scope(
                    governorates,
                    languages,
                    categories,
                    specialisms,
                    gender,
                    shift(from, to),
                    capacity,
                    absent.isBlank() ? null : LocalDate.parse(absent),
                    Governorate.of(home).orElse(null),
                    unit);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        if (!desk.setScope(by, id, scope)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return BACK + "/" + id.value();
    }

    private static @Nullable Shift shift(String from, String to) {
        return from.isBlank() && to.isBlank() ? null : new Shift(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** Proposes another role, or an account to be opened again. */
    @PostMapping("/staff/{id}/role")
    @Requires(Permission.STAFF_MANAGE)
    String role(CurrentStaff by, @PathVariable StaffId id, @RequestParam Role role) {
        return proposed(grants.propose(by, id, role));
    }

    @PostMapping("/staff/{id}/invitation")
    @Requires(Permission.STAFF_MANAGE)
    String inviteAgain(CurrentStaff by, @PathVariable StaffId id) {
        return proposed(grants.proposeSignIn(by, id));
    }

    /** Proposes that what the provider calls this lets them in. */
    @PostMapping("/staff/{id}/open-id")
    @Requires(Permission.STAFF_MANAGE)
    String openId(CurrentStaff by, @PathVariable StaffId id, @RequestParam String subject) {
        if (!openId.names(subject)) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return proposed(grants.proposeOpenId(by, id, openId.digest(subject.strip())));
    }

    @PostMapping("/staff/{id}/open-id/removal")
    @Requires(Permission.STAFF_MANAGE)
    String forgetOpenId(CurrentStaff by, @PathVariable StaffId id) {
        if (!desk.forgetOpenId(by, id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return BACK + "/" + id.value();
    }

    @PostMapping("/staff/{id}/sessions/{session}/end")
    @Requires(Permission.STAFF_MANAGE)
    String end(CurrentStaff by, @PathVariable StaffId id, @PathVariable String session) {
        if (!sessions.endOf(by, id, session)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return BACK + "/" + id.value();
    }

    private static String proposed(boolean done) {
        if (!done) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return BACK;
    }

    /** The second person's word. A one-time sign-in is in this one answer and nowhere else. */
    @PostMapping("/staff/{id}/confirmation")
    @Requires(Permission.ROLE_CONFIRM)
    ModelAndView confirm(CurrentStaff by, @PathVariable StaffId id, @RequestParam boolean agreed, Model model) {
        GrantDesk.Settled settled = grants.settle(by, id, agreed);
        staff(by, model);
        return switch (settled) {
            case GrantDesk.Settled.Granted granted -> granted(id, granted.invitation(), model);
            case GrantDesk.Settled.Declined _ -> new ModelAndView(BACK);
            case GrantDesk.Settled.NeedsAnotherPerson _ -> told("another-person", HttpStatus.CONFLICT, model);
            case GrantDesk.Settled.NothingProposed _ -> told("nothing-proposed", HttpStatus.CONFLICT, model);
        };
    }

    private ModelAndView granted(StaffId whom, @Nullable String invitation, Model model) {
        if (invitation == null) {
            return new ModelAndView(BACK);
        }
        model.addAttribute(
                "invited", desk.find(whom).map(StaffMember::displayName).orElse(""));
        model.addAttribute("invitation", OneTimeSignIn.path(invitation));
        return new ModelAndView(STAFF, model.asMap(), HttpStatus.OK);
    }

    private static ModelAndView told(String mistake, HttpStatus status, Model model) {
        model.addAttribute("mistake", mistake);
        return new ModelAndView(STAFF, model.asMap(), status);
    }

    @PostMapping("/staff/{id}/close")
    @Requires(Permission.STAFF_MANAGE)
    String close(CurrentStaff by, @PathVariable StaffId id) {
        if (!desk.close(by, id)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return BACK;
    }
}
