package org.wasl.admin.web;

import jakarta.servlet.http.HttpServletRequest;

/** Remembers on a request that its route does not exist, so that the answer is "not there" and not "not yours". */
public final class UnknownRoutes {
    private static final String ATTRIBUTE = UnknownRoutes.class.getName();

    private UnknownRoutes() {}

    public static void note(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static boolean is(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
