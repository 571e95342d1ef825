package org.wasl.admin.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.wasl.admin.audit.AuditUnavailableException;

/**
 * The one place that turns what went wrong into an answer. Messages of exceptions are never passed on and never logged:
 * they quote what was sent.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemPages pages;

    ProblemAdvice(ProblemPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ModelAndView any(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (nobodyThere(failure)) {
            return new ModelAndView();
        }
        return pages.answer(problem(failure, request), request, response);
    }

    /** The browser went away, or its event stream came to its planned end. A lost store looks otherwise, and is a fault. */
    static boolean nobodyThere(Exception failure) {
        return failure instanceof AsyncRequestNotUsableException
                || failure instanceof AsyncRequestTimeoutException
                || failure instanceof ClientAbortException;
    }

    static Problem problem(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case CsrfException _ -> Problem.STALE_FORM;
            case AuthenticationException _ -> notForNobody(request);
            case AccessDeniedException _ -> UnknownRoutes.is(request) ? Problem.NOT_FOUND : Problem.NOT_ALLOWED;
            case AuditUnavailableException _ -> Problem.UNAVAILABLE;
            case DataAccessException _ -> unavailable(failure);
            case MongoException _ -> unavailable(failure);
            case HttpMessageNotReadableException unread -> unread(unread);
            case MethodArgumentTypeMismatchException _ -> Problem.UNREADABLE;
            case MissingServletRequestParameterException _ when !form(request) -> Problem.UNSUPPORTED;
            case ErrorResponse spring -> Problem.ofStatus(spring.getStatusCode().value());
            default -> internal(failure);
        };
    }

    /** A body is found too long while it is read: that is the reason, and not what the reader made of the rest. */
    private static Problem unread(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
        }
        return Problem.UNREADABLE;
    }

    /** A form's fields are missing because it is no form: another kind, not an incomplete one. */
    private static boolean form(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Problem notForNobody(HttpServletRequest request) {
        return UnknownRoutes.is(request) ? Problem.NOT_FOUND : Problem.NOT_SIGNED_IN;
    }

    private static Problem unavailable(Exception failure) {
        LOG.error("store: {}", failure.getClass().getSimpleName());
        return Problem.UNAVAILABLE;
    }

    private static Problem internal(Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error("bug: {} at {}", failure.getClass().getName(), trace.length == 0 ? "unknown" : trace[0]);
        return Problem.INTERNAL;
    }
}
