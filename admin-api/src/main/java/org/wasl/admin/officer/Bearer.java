package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The token of a program, as a request shows it (RFC 6750, 2.1). Good below {@code /api} alone. */
final class Bearer {
    static final String SCHEME = "Bearer";

    /** What every token begins with, so that one that lies about is known for what it is. */
    static final String PREFIX = "wasl_";

    private static final int LONGEST = 100;
    private static final String API = "/api/";

    private Bearer() {}

    /** Whether a request shows one at all, good or not. */
    static boolean shown(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1);
    }

    /** The token, where it may be used; empty for a page of the console. */
    static Optional<String> token(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!shown(request) || !path.startsWith(API)) {
            return Optional.empty();
        }
        String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        return Optional.of(token).filter(sent -> sent.startsWith(PREFIX) && sent.length() <= LONGEST);
    }
}
