package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes down each call of a program, under its token and its owner, before it is answered; behind its limit. */
final class TokenUse implements HandlerInterceptor {
    private final StaffAudit audit;

    TokenUse(StaffAudit audit) {
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null
                && caller.getPrincipal() instanceof CurrentStaff staff
                && staff.program() instanceof Program program) {
            audit.programCalls(staff.id(), program, request.getMethod() + " " + RouteGate.pattern(request));
        }
        return true;
    }
}
