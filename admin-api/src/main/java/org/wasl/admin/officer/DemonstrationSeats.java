package org.wasl.admin.officer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets several roles sit in one browser: whatever is under {@code /seat/NAME} is the same console, with cookies of its
 * own. Part of the demonstration only.
 */
final class DemonstrationSeats extends OncePerRequestFilter {
    private static final Pattern SEAT = Pattern.compile("(/seat/[a-z_]{1,20}(?:-2)?)(/.*)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher seat = SEAT.matcher(request.getRequestURI());
        if (seat.matches()) {
            chain.doFilter(new Seated(request, seat.group(1)), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class Seated extends HttpServletRequestWrapper {
        private final String seat;

        private Seated(HttpServletRequest request, String seat) {
            super(request);
            this.seat = seat;
        }

        @Override
        public String getContextPath() {
            return seat;
        }

        /** What was handed on inside the desk has lost its seat and gets it back. */
        @Override
        public String getRequestURI() {
            String uri = super.getRequestURI();
            return uri.startsWith(seat) ? uri : seat + uri;
        }

        @Override
        public String getServletPath() {
            String path = super.getServletPath();
            return path.startsWith(seat) ? path.substring(seat.length()) : path;
        }
    }
}
