package org.wasl.admin.officer;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of the console: out of reach of scripts, never sent along from another site. A seat of the demonstration
 * has cookies of its own, so that three roles can sit in one browser.
 */
final class StaffCookies {
    private static final String SESSION = "wasl_staff";
    private static final String DEVICE = "wasl_device";
    private static final String ASKED = "wasl_asked";
    private static final Duration DEVICE_LIFE = Duration.ofDays(180);
    private static final int LONGEST = 100;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    /** Cookies travel over HTTPS only, except to a browser on this very machine, where there is no wire to listen at. */
    static boolean secure(HttpServletRequest request) {
        return request.isSecure() || !LOOPBACK.contains(request.getServerName());
    }

    Optional<String> session(HttpServletRequest request) {
        return read(request, SESSION + seat(request));
    }

    Optional<String> device(HttpServletRequest request) {
        return read(request, DEVICE);
    }

    /** What this browser was given when it went to ask a provider. */
    Optional<String> asked(HttpServletRequest request) {
        return read(request, ASKED);
    }

    /** This one alone travels along when another site leads back here. */
    void asked(HttpServletRequest request, HttpServletResponse response, String secret) {
        add(
                response,
                cookie(request, ASKED, secret, path(request))
                        .sameSite("Lax")
                        .maxAge(Challenges.LIFE)
                        .build());
    }

    void answered(HttpServletRequest request, HttpServletResponse response) {
        add(
                response,
                cookie(request, ASKED, "", path(request))
                        .sameSite("Lax")
                        .maxAge(0)
                        .build());
    }

    void signedIn(HttpServletRequest request, HttpServletResponse response, SignIn.Outcome.In in) {
        // Without an age: gone when the browser is closed.
        add(
                response,
                cookie(request, SESSION + seat(request), in.token(), path(request))
                        .build());
        if (in.device() != null) {
            add(
                    response,
                    cookie(request, DEVICE, in.device(), "/")
                            .maxAge(DEVICE_LIFE)
                            .build());
        }
    }

    void signedOut(HttpServletRequest request, HttpServletResponse response) {
        add(
                response,
                cookie(request, SESSION + seat(request), "", path(request))
                        .maxAge(0)
                        .build());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            HttpServletRequest request, String name, String value, String path) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure(request))
                .sameSite("Strict")
                .path(path);
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Optional<String> read(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    private static String path(HttpServletRequest request) {
        String context = request.getContextPath();
        return context.isEmpty() ? "/" : context;
    }

    private static String seat(HttpServletRequest request) {
        String context = request.getContextPath();
        return context.isEmpty() ? "" : "_" + context.substring(context.lastIndexOf('/') + 1);
    }
}
