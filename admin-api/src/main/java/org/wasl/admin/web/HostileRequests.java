package org.wasl.admin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything: refuses what is too long before it is read, and answers what the container itself could not
 * make sense of (broken percent signs, bytes that are no UTF-8) as clearly as everything else.
 */
final class HostileRequests extends OncePerRequestFilter {
    private final long longest;

    HostileRequests(WebSettings settings) {
        this.longest = settings.longestBody().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > longest) {
            refuse(Problem.TOO_LARGE, request, response);
            return;
        }
        try {
            // Forms are parsed here, where what cannot be parsed can still be answered.
            request.getParameterMap();
        } catch (RuntimeException unreadable) {
            refuse(Problem.UNREADABLE, request, response);
            return;
        }
        try {
            chain.doFilter(new Limited(request, longest), response);
        } catch (ServletException | RuntimeException failure) {
            Exception cause = failure instanceof ServletException && failure.getCause() instanceof Exception inner
                    ? inner
                    : failure;
            if (response.isCommitted()) {
                throw failure;
            }
            Refusals.answer(cause, request, response);
        }
    }

    private static void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // What was not read must not be taken for the next request.
        response.setHeader("Connection", "close");
        Refusals.answer(new ProblemException(problem), request, response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long longest;

        private Limited(HttpServletRequest request, long longest) {
            super(request);
            this.longest = longest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), longest);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private long left;

        private Counted(ServletInputStream in, long longest) {
            this.in = in;
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            return count(in.read(), 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            return count(read, read);
        }

        private int count(int result, int read) {
            left -= Math.max(0, result < 0 ? 0 : read);
            if (left < 0) {
                throw new ProblemException(Problem.TOO_LARGE);
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
