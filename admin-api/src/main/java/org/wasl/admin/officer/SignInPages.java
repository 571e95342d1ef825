package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wasl.admin.audit.Act;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.LocalPath;

/** Signing in and out, the one-time sign-in, and the choice of language. */
@Controller
final class SignInPages {
    private static final String SIGN_IN = "officer/sign-in";
    private static final String JOIN = "officer/join";

    private final SignIn signIn;
    private final StaffDesk desk;
    private final Sessions sessions;
    private final StaffCookies cookies;
    private final StaffAudit audit;
    private final FactorSettings factors;
    private final OpenIdSettings openId;

    SignInPages(
            SignIn signIn,
            StaffDesk desk,
            Sessions sessions,
            StaffCookies cookies,
            StaffAudit audit,
            FactorSettings factors,
            OpenIdSettings openId) {
        this.factors = factors;
        this.openId = openId;
        this.signIn = signIn;
        this.desk = desk;
        this.sessions = sessions;
        this.cookies = cookies;
        this.audit = audit;
    }

    @GetMapping("/sign-in")
    @Open(because = "nobody is signed in before signing in")
    String form(@RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
        model.addAttribute("passkeys", passkeysWork(request));
        model.addAttribute("openId", openId.on());
        model.addAttribute("next", LocalPath.isOne(next) ? next : "");
        model.addAttribute("seats", DemonstrationStaff.seats());
        return SIGN_IN;
    }

    @PostMapping("/sign-in")
    @Open(because = "nobody is signed in before signing in")
    ModelAndView signIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignIn.Attempt attempt = new SignIn.Attempt(
                username,
                password,
                request.getRemoteAddr(),
                cookies.device(request).orElse(null));
        return answer(signIn.attempt(attempt), next, false, request, response);
    }

    /**
     * Where an attempt leads.
     *
     * @param mistake whether a second step that is asked for was tried already
     */
    ModelAndView answer(
            SignIn.Outcome outcome,
            String next,
            boolean mistake,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case SignIn.Outcome.In in -> {
                cookies.signedIn(request, response, in);
                yield new ModelAndView("redirect:" + (LocalPath.isOne(next) ? next : "/"));
            }
            case SignIn.Outcome.Second second -> second(second, next, mistake, request);
            case SignIn.Outcome.Refused _ -> again("refused", 0, next, HttpStatus.UNAUTHORIZED, request);
            case SignIn.Outcome.Slowed slowed ->
                again("slowed", slowed.after().toSeconds() + 1, next, HttpStatus.TOO_MANY_REQUESTS, request);
        };
    }

    @PostMapping("/sign-in/second")
    @Open(because = "nobody is signed in before the second step either; the ticket stands for the first")
    ModelAndView second(
            @RequestParam String ticket,
            @RequestParam String number,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(signIn.second(ticket, number), next, true, request, response);
    }

    /** Asks for the second step; what stands in the page is good for minutes and for this one sign-in. */
    private ModelAndView second(SignIn.Outcome.Second asked, String next, boolean mistake, HttpServletRequest request) {
        ModelAndView page =
                new ModelAndView("officer/sign-in-second", mistake ? HttpStatus.UNAUTHORIZED : HttpStatus.OK);
        page.addObject("ticket", asked.ticket());
        page.addObject("number", asked.kinds().contains(FactorKind.NUMBER));
        page.addObject("passkey", asked.kinds().contains(FactorKind.PASSKEY) && passkeysWork(request));
        page.addObject("mistake", mistake);
        page.addObject("next", LocalPath.isOne(next) ? next : "");
        return page;
    }

    @PostMapping("/sign-out")
    @Requires(Permission.SELF)
    @WhileLocked(because = "whoever goes may go")
    @BeforeFactor
    String signOut(
            CurrentStaff staff, Authentication session, HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(session.getDetails()).ifPresent(digest -> sessions.end(staff.id(), digest.toString()));
        audit.own(staff.id(), Act.SIGNED_OUT);
        cookies.signedOut(request, response);
        return "redirect:/sign-in";
    }

    @GetMapping("/join")
    @Open(because = "a one-time sign-in is used by somebody without a password yet")
    String joinForm() {
        return JOIN;
    }

    @PostMapping("/join")
    @Open(because = "a one-time sign-in is used by somebody without a password yet")
    ModelAndView join(
            @RequestParam String token,
            @RequestParam String username,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (desk.join(token, username, password)) {
            case StaffDesk.Joined.In in -> {
                cookies.signedIn(request, response, signIn.in(in.account(), false));
                yield new ModelAndView("redirect:/");
            }
            case StaffDesk.Joined.NoInvitation _ -> joinAgain("no-invitation", HttpStatus.FORBIDDEN);
            case StaffDesk.Joined.NameTaken _ -> joinAgain("name-taken", HttpStatus.CONFLICT);
            case StaffDesk.Joined.WeakPassword _ -> joinAgain("weak-password", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/language")
    @Open(because = "the sign-in page is read in one's own language too")
    String language(
            @RequestParam String to, @RequestParam(defaultValue = "") String here, HttpServletResponse response) {
        ConsoleLanguage.of(to).ifPresent(language -> language.choose(response));
        return "redirect:" + (LocalPath.isOne(here) ? here : "/");
    }

    private boolean passkeysWork(HttpServletRequest request) {
        return PasskeySite.of(request, factors).isPresent();
    }

    ModelAndView again(
            String mistake, long seconds, @Nullable String next, HttpStatus status, HttpServletRequest request) {
        ModelAndView page = new ModelAndView(SIGN_IN, status);
        page.addObject("passkeys", passkeysWork(request));
        page.addObject("openId", openId.on());
        page.addObject("mistake", mistake);
        page.addObject("seats", DemonstrationStaff.seats());
        page.addObject("seconds", seconds);
        page.addObject("next", next != null && LocalPath.isOne(next) ? next : "");
        return page;
    }

    private static ModelAndView joinAgain(String mistake, HttpStatus status) {
        ModelAndView page = new ModelAndView(JOIN, status);
        page.addObject("mistake", mistake);
        return page;
    }
}
