package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Signing in by passkey: alone, or after the password. */
@Controller
final class PasskeyPages {
    private final SignIn signIn;
    private final Passkeys passkeys;
    private final FactorSettings settings;
    private final StaffCookies cookies;
    private final SignInPages pages;

    PasskeyPages(SignIn signIn, Passkeys passkeys, FactorSettings settings, StaffCookies cookies, SignInPages pages) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.settings = settings;
        this.cookies = cookies;
        this.pages = pages;
    }

    /** With a ticket, of the one who is half-way in; without, whatever passkey the browser finds. */
    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Open(because = "nobody is signed in before signing in; it tells nothing of anybody without their ticket")
    @ResponseBody
    String options(@RequestParam(defaultValue = "") String ticket, HttpServletRequest request) {
        if (ticket.isEmpty()) {
            return passkeys.toTake(site(request), "", Optional.empty());
        }
        Optional<StaffId> owner = signIn.halfwayIn(ticket);
        if (owner.isEmpty()) {
            throw new ProblemException(Problem.NOT_SIGNED_IN);
        }
        return passkeys.toTake(site(request), Secrets.digest(ticket), owner);
    }

    @PostMapping("/sign-in/passkey")
    @Open(because = "nobody is signed in before signing in")
    ModelAndView signIn(
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        PasskeySite site = site(request);
        SignIn.Outcome outcome = ticket.isEmpty()
                ? signIn.byPasskey(
                        site,
                        credential,
                        request.getRemoteAddr(),
                        cookies.device(request).orElse(null))
                : signIn.second(ticket, site, credential);
        return pages.answer(outcome, next, true, request, response);
    }

    private PasskeySite site(HttpServletRequest request) {
        return PasskeySite.of(request, settings).orElseThrow(() -> new ProblemException(Problem.CONFLICT));
    }
}
