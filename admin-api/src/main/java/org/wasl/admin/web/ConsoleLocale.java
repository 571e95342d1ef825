package org.wasl.admin.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: what was chosen on this device, else the first the browser asks for that we speak, else Arabic. */
final class ConsoleLocale implements LocaleResolver {
    private static final String COOKIE = "wasl_lang";
    private static final Duration LIFE = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> asked(request))
                .orElse(ConsoleLanguage.ARABIC)
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("language: is chosen by the language form");
    }

    /** Remembers a choice on this device. */
    static void choose(HttpServletResponse response, ConsoleLanguage language) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .maxAge(LIFE)
                .sameSite("Strict")
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Optional<ConsoleLanguage> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(cookie).map(Cookie::getValue).flatMap(ConsoleLanguage::of);
    }

    private static Optional<ConsoleLanguage> asked(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        List<Locale> asked = Collections.list(request.getLocales());
        return asked.stream()
                .map(Locale::getLanguage)
                .map(code -> code.equals("ku") ? "ckb" : code)
                .map(ConsoleLanguage::of)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
