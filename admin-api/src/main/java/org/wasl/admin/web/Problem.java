package org.wasl.admin.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every way in which a request can fail, as it is told. Closed, and none of them quotes what was sent. */
public enum Problem {
    UNREADABLE(HttpStatus.BAD_REQUEST),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    /** A second step has to be set up before anything else. */
    FACTOR_NEEDED(HttpStatus.FORBIDDEN),
    /** The form was not one of ours, or lay open too long. */
    STALE_FORM(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /** Somebody else was first, or the thing is in another state than this needs. */
    CONFLICT(HttpStatus.CONFLICT),
    /** Nobody may write to the person now: no mailbox yet, outside the hours they chose, closed, or taken back. */
    UNREACHABLE(HttpStatus.CONFLICT),
    /** It changed since it was read: the version sent along is not the present one. */
    CHANGED(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** The screen is covered until its holder says again who they are. */
    LOCKED(HttpStatus.LOCKED),
    /** A change needs the version that was read, as {@code If-Match}. */
    VERSION_NEEDED(HttpStatus.PRECONDITION_REQUIRED),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    /** A store or the audit chain is away; nothing was changed. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** {@code not-found}: the end of its type and of its message key. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code application/problem+json}, by hand: every part is ours, and it must not depend on what just failed. */
    String json(String title, int told) {
        return "{\"type\":\"urn:wasl:problem:" + slug() + "\",\"title\":\"" + title.replace("\"", "'")
                + "\",\"status\":" + told + "}";
    }

    /** The problem a bare status stands for. */
    public static Problem ofStatus(int status) {
        for (Problem problem : values()) {
            if (problem.status().value() == status && problem != STALE_FORM && problem != FACTOR_NEEDED) {
                return problem;
            }
        }
        return status < INTERNAL.status().value() ? UNREADABLE : INTERNAL;
    }
}
