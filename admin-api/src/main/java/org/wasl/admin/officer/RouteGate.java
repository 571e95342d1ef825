package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.admin.web.UnknownRoutes;

/**
 * Lets a request through only when its route says who may call it and the caller is one of them. A route that says
 * nothing is closed to everybody, whoever wrote it.
 */
final class RouteGate implements AuthorizationManager<RequestAuthorizationContext> {
    /** Routes of libraries, which cannot carry our annotation. */
    private static final Map<String, Permission> LIBRARY_ROUTES = Map.of("/api/openapi.json", Permission.SELF);

    private static final AuthorizationDecision OPEN = new AuthorizationDecision(true);
    private static final AuthorizationDecision CLOSED = new AuthorizationDecision(false);

    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final StaffAudit audit;

    RouteGate(ObjectProvider<RequestMappingHandlerMapping> routes, StaffAudit audit) {
        this.routes = routes;
        this.audit = audit;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<HandlerMethod> route;
        try {
            route = route(request);
        } catch (HttpRequestMethodNotSupportedException | HttpMediaTypeException e) {
            // There is such a path, not for this method or kind: the dispatcher says so itself and calls nothing.
            return OPEN;
        }
        if (route.isEmpty()) {
            return assetOrNothing(request);
        }
        Authentication caller = authentication.get();
        if (!route.get().hasMethodAnnotation(Open.class)) {
            hold(route.get(), caller);
        }
        return decide(request, route.get(), caller(caller));
    }

    /** What a covered screen, or a second step that has to come first, keeps back. */
    private static void hold(HandlerMethod route, @Nullable Authentication caller) {
        Set<String> states = caller == null ? Set.of() : AuthorityUtils.authorityListToSet(caller.getAuthorities());
        if (states.contains(SessionState.LOCKED.name()) && !route.hasMethodAnnotation(WhileLocked.class)) {
            throw new ProblemException(Problem.LOCKED);
        }
        if (states.contains(SessionState.FACTOR_DUE.name()) && !route.hasMethodAnnotation(BeforeFactor.class)) {
            throw new ProblemException(Problem.FACTOR_NEEDED);
        }
    }

    private AuthorizationDecision decide(
            HttpServletRequest request, HandlerMethod route, Optional<CurrentStaff> caller) {
        if (route.hasMethodAnnotation(Open.class)) {
            return OPEN;
        }
        Optional<Permission[]> asked = asked(request, route);
        if (asked.isPresent() && caller.isPresent() && caller.get().may(asked.get())) {
            return OPEN;
        }
        caller.ifPresent(staff -> refused(staff, request.getMethod() + " " + pattern(request)));
        return CLOSED;
    }

    private void refused(CurrentStaff staff, String route) {
        Program program = staff.program();
        if (program == null) {
            audit.routeRefused(staff.id(), route);
        } else {
            audit.programRefused(Optional.of(staff.id()), program.id() + " " + route);
        }
    }

    private static Optional<Permission[]> asked(HttpServletRequest request, HandlerMethod route) {
        Requires requires = route.getMethodAnnotation(Requires.class);
        if (requires != null && requires.value().length > 0) {
            return Optional.of(requires.value());
        }
        return Optional.ofNullable(LIBRARY_ROUTES.get(pattern(request)))
                .map(permission -> new Permission[] {permission});
    }

    /** Files of our own, and what is not there at all: both are answered by handlers that know no content. */
    private AuthorizationDecision assetOrNothing(HttpServletRequest request) {
        String path =
                ServletRequestPathUtils.parse(request).pathWithinApplication().value();
        if (!asset(path)) {
            UnknownRoutes.note(request);
        }
        return asset(path) ? OPEN : CLOSED;
    }

    private static boolean asset(String path) {
        return path.startsWith("/assets/") || path.equals("/favicon.ico");
    }

    private Optional<HandlerMethod> route(HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException, HttpMediaTypeException {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!parsed) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            HandlerExecutionChain chain = routes.getObject().getHandler(request);
            return Optional.ofNullable(chain)
                    .map(HandlerExecutionChain::getHandler)
                    .filter(HandlerMethod.class::isInstance)
                    .map(HandlerMethod.class::cast);
        } catch (HttpRequestMethodNotSupportedException | HttpMediaTypeException e) {
            throw e;
        } catch (Exception e) {
            // What no mapping can make sense of (parameters) is closed.
            return Optional.empty();
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    private static Optional<CurrentStaff> caller(@Nullable Authentication authentication) {
        return Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(CurrentStaff.class::isInstance)
                .map(CurrentStaff.class::cast);
    }

    /** The pattern and never the path: a path holds case numbers, and what was refused must be countable. */
    static String pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "unknown" : pattern.toString();
    }
}
