package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.wasl.admin.web.LocalPath;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The cover of a screen nobody is at. */
@Controller
final class LockPages {
    private static final String PAGE = "officer/lock";
    private static final String WHY = "it is the cover itself";

    private final ScreenLock lock;
    private final SecondSteps steps;
    private final FactorSettings settings;

    LockPages(ScreenLock lock, SecondSteps steps, FactorSettings settings) {
        this.lock = lock;
        this.steps = steps;
        this.settings = settings;
    }

    @GetMapping("/lock")
    @Requires(Permission.SELF)
    @WhileLocked(because = WHY)
    String page(
            CurrentStaff staff, @RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
        model.addAttribute("next", LocalPath.isOne(next) ? next : "");
        model.addAttribute(
                "passkey",
                steps.held(staff.id()).contains(FactorKind.PASSKEY)
                        && PasskeySite.of(request, settings).isPresent());
        return PAGE;
    }

    /** From now on nothing is shown here, whatever the page in the browser does. */
    @PostMapping("/lock")
    @Requires(Permission.SELF)
    @WhileLocked(because = "covered twice is covered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(CurrentStaff staff, Authentication caller) {
        lock.lock(staff.id(), session(caller));
    }

    /** Somebody is at the page, though it asked nothing of the server for a while. */
    @PostMapping("/present")
    @Requires(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void present() {
        // That it was asked is what is noted.
    }

    @PostMapping("/unlock")
    @Requires(Permission.SELF)
    @WhileLocked(because = "it says who is there")
    ModelAndView unlock(
            CurrentStaff staff,
            Authentication caller,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            Model model) {
        return settled(lock.unlock(staff.id(), session(caller), password), staff, next, request, model);
    }

    @PostMapping(path = "/unlock/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.SELF)
    @WhileLocked(because = "it says who is there")
    @ResponseBody
    String options(CurrentStaff staff, Authentication caller, HttpServletRequest request) {
        return lock.toUnlock(site(request), staff.id(), session(caller));
    }

    @PostMapping("/unlock/passkey")
    @Requires(Permission.SELF)
    @WhileLocked(because = "it says who is there")
    ModelAndView byPasskey(
            CurrentStaff staff,
            Authentication caller,
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            Model model) {
        SignIn.Proof proof = lock.unlock(site(request), staff.id(), session(caller), credential);
        return settled(proof, staff, next, request, model);
    }

    private ModelAndView settled(
            SignIn.Proof proof, CurrentStaff staff, String next, HttpServletRequest request, Model model) {
        return switch (proof) {
            case RIGHT -> new ModelAndView("redirect:" + (LocalPath.isOne(next) ? next : "/"));
            case WRONG -> again("wrong", HttpStatus.UNAUTHORIZED, staff, next, request, model);
            case SLOWED -> again("slowed", HttpStatus.TOO_MANY_REQUESTS, staff, next, request, model);
        };
    }

    private ModelAndView again(
            String mistake,
            HttpStatus status,
            CurrentStaff staff,
            String next,
            HttpServletRequest request,
            Model model) {
        page(staff, next, request, model);
        model.addAttribute("mistake", mistake);
        return new ModelAndView(PAGE, model.asMap(), status);
    }

    private PasskeySite site(HttpServletRequest request) {
        return PasskeySite.of(request, settings).orElseThrow(() -> new ProblemException(Problem.CONFLICT));
    }

    private static String session(Authentication caller) {
        return Objects.requireNonNull(caller.getDetails()).toString();
    }
}
