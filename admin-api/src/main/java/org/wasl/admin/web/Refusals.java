package org.wasl.admin.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Answers requests that were refused before any route saw them, by the page every other problem has. */
public final class Refusals {
    private static final String ATTRIBUTE = Refusals.class.getName();
    private static final String HANDED_ON = ATTRIBUTE + ".handedOn";
    private static final String PAGE = "/error";

    /** Each filter that may refuse what is handed on does so once; there are three of them. */
    private static final int MOST_HANDED_ON = 3;

    private Refusals() {}

    /** Ends the request with the problem this failure stands for. */
    public static void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (response.isCommitted()) {
            return;
        }
        if (request.getAttribute(ATTRIBUTE) == null) {
            // What is handed on passes the filters again and may be refused again; the first reason is the true one.
            request.setAttribute(ATTRIBUTE, ProblemAdvice.problem(failure, request));
        }
        int handedOn = request.getAttribute(HANDED_ON) instanceof Integer times ? times : 0;
        if (handedOn == MOST_HANDED_ON) {
            bare(asked(request), response);
            return;
        }
        request.setAttribute(HANDED_ON, handedOn + 1);
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    /** The page itself is refused to this request, and would be for ever. */
    private static void bare(Problem problem, HttpServletResponse response) throws IOException {
        int status = problem.status().value();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problem.json(problem.slug(), status).getBytes(StandardCharsets.UTF_8));
    }

    /** What the page is asked to tell: what was refused here, else what the container found wrong. */
    public static Problem asked(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Problem problem) {
            return problem;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Problem.ofStatus(status)
                : Problem.NOT_FOUND;
    }
}
