package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The way to the provider of OpenID Connect and back. */
@Controller
final class OpenIdPages {
    private final OpenIdSignIn openId;
    private final SignIn signIn;
    private final StaffCookies cookies;
    private final SignInPages pages;

    OpenIdPages(OpenIdSignIn openId, SignIn signIn, StaffCookies cookies, SignInPages pages) {
        this.openId = openId;
        this.signIn = signIn;
        this.cookies = cookies;
        this.pages = pages;
    }

    /** A link and no form: a form of this console is sent to this console alone. */
    @GetMapping("/sign-in/open-id")
    @Open(because = "nobody is signed in before signing in; it tells nothing of anybody")
    String begin(HttpServletRequest request, HttpServletResponse response) {
        OpenIdSignIn.Begun begun =
                openId.begin(console(request)).orElseThrow(() -> new ProblemException(Problem.UNAVAILABLE));
        cookies.asked(request, response, begun.secret());
        return "redirect:" + begun.provider();
    }

    /**
     * The provider's answer. The browser comes here from another site, and sends no cookie of a session along on what it is
     * redirected to from here; so whoever is in is shown a page of ours that leads on.
     */
    @GetMapping(OpenIdSignIn.BACK)
    @Open(because = "nobody is signed in before signing in")
    ModelAndView end(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        String secret = cookies.asked(request).orElse("");
        cookies.answered(request, response);
        SignIn.Outcome outcome =
                signIn.byOpenId(() -> openId.end(console(request), secret, state, code), request.getRemoteAddr());
        if (outcome instanceof SignIn.Outcome.In in) {
            cookies.signedIn(request, response, in);
            return new ModelAndView("officer/arrived", HttpStatus.OK);
        }
        return outcome instanceof SignIn.Outcome.Refused
                ? pages.again("open-id", 0, "", HttpStatus.UNAUTHORIZED, request)
                : pages.answer(outcome, "", false, request, response);
    }

    private static String console(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
