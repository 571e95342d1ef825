package org.wasl.admin.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** Answers a problem in the form its asker reads: a page in their language, or {@code application/problem+json}. */
final class ProblemPages {
    private static final String HTMX = "HX-Request";

    /** Seconds after which what was away or busy is worth another try, where nobody knows it better. */
    private static final String AGAIN = "5";

    private final MessageSource messages;
    private final LocaleResolver locales;

    ProblemPages(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    ModelAndView answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return new ModelAndView();
        }
        boolean page = wantsPage(request);
        if (page && problem == Problem.NOT_SIGNED_IN) {
            return to("/sign-in", problem, request, response);
        }
        if (page && problem == Problem.LOCKED) {
            return to("/lock", problem, request, response);
        }
        if (page && problem == Problem.FACTOR_NEEDED) {
            return to("/account/factors", problem, request, response);
        }
        response.setStatus(problem.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean passes = problem == Problem.UNAVAILABLE || problem == Problem.TOO_MANY;
        if (passes && response.getHeader(HttpHeaders.RETRY_AFTER) == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN);
        }
        if (page) {
            return new ModelAndView("web/problem", model(problem, request), problem.status());
        }
        json(problem, request, response);
        return new ModelAndView();
    }

    /** A page of an exception gets nothing from the advices that fill all other pages. */
    private Map<String, Object> model(Problem problem, HttpServletRequest request) {
        return Map.of(
                "problem",
                problem.slug(),
                "language",
                ConsoleLanguage.of(locales.resolveLocale(request)),
                "languages",
                ConsoleLanguage.ALL,
                "here",
                "");
    }

    private void json(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        String title = messages.getMessage("problem." + problem.slug(), null, locale);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.getOutputStream()
                .write(problem.json(title, problem.status().value()).getBytes(StandardCharsets.UTF_8));
    }

    /** The page that has to come first, and knows where to go on. */
    private static ModelAndView to(
            String page, Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = request.getContextPath() + page + next(request);
        if (request.getHeader(HTMX) != null) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(problem.status().value());
        } else {
            response.sendRedirect(target);
        }
        return new ModelAndView();
    }

    private static String next(HttpServletRequest request) {
        return Optional.of(asked(request))
                .filter(_ -> HttpMethod.GET.matches(request.getMethod()) && request.getHeader(HTMX) == null)
                .map(uri -> uri.substring(request.getContextPath().length()))
                .filter(LocalPath::isOne)
                .map(path -> "?next=" + UriUtils.encode(path, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The address that was asked for, also where the request was handed on to the page for problems. */
    private static String asked(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return original instanceof String uri ? uri : request.getRequestURI();
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String path = asked(request).substring(request.getContextPath().length());
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return !path.startsWith("/api/") && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
