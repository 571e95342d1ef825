package org.wasl.admin.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers requests that were refused before any route saw them, by the page every other problem has. */
public final class Refusals {
    private static final String ATTRIBUTE = Refusals.class.getName();
    private static final String PAGE = "/error";

    private Refusals() {}

    /** Ends the request with the problem this failure stands for. */
    public static void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!response.isCommitted()) {
            if (request.getAttribute(ATTRIBUTE) == null) {
                // What is handed on passes the filters again and may be refused again; the first reason is the true
                // one.
                request.setAttribute(ATTRIBUTE, ProblemAdvice.problem(failure, request));
            }
            request.getRequestDispatcher(PAGE).forward(request, response);
        }
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
