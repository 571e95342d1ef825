package org.wasl.config.demonstration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends a stranger from the console's root to the demonstration. Seats have roots of their own and are let through. */
final class OpensOnDemonstration extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if ("/".equals(request.getRequestURI()) && DemonstrationConfiguration.isStranger(request)) {
            response.sendRedirect("/demonstration");
        } else {
            chain.doFilter(request, response);
        }
    }
}
