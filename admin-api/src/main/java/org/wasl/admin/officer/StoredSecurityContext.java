package org.wasl.admin.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Finds out who calls from the cookie, or a program's token, in the desk's store, on every request: a session ended, a
 * token revoked or an account closed anywhere is over everywhere at once. There is no HTTP session. A request that shows a
 * token is never taken for the cookie's owner.
 */
final class StoredSecurityContext implements SecurityContextRepository {
    /** On what a page asks by itself, with nobody at it. */
    private static final String BY_ITSELF = "X-By-Itself";

    private final Sessions sessions;
    private final StaffCookies cookies;
    private final TokenDesk tokens;

    StoredSecurityContext(Sessions sessions, StaffCookies cookies, TokenDesk tokens) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.tokens = tokens;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation") // The interface still asks for it; nothing here calls it.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A session begins and ends by SignIn and Sessions alone.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookies.session(request).isPresent();
    }

    private SecurityContext load(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        if (Bearer.shown(request)) {
            Bearer.token(request)
                    .flatMap(token -> tokens.open(token, request.getRemoteAddr()))
                    .ifPresent(program -> context.setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(program, null, List.of())));
            return context;
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean stream = accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
        boolean active = !stream && request.getHeader(BY_ITSELF) == null;
        Optional<Sessions.Opened> opened = cookies.session(request).flatMap(token -> sessions.open(token, active));
        opened.ifPresent(session -> {
            UsernamePasswordAuthenticationToken caller = UsernamePasswordAuthenticationToken.authenticated(
                    session.account().current(),
                    null,
                    AuthorityUtils.createAuthorityList(session.state().name()));
            caller.setDetails(session.digest());
            context.setAuthentication(caller);
        });
        return context;
    }

    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private SecurityContext context = new SecurityContextImpl();
        private boolean loaded;

        private Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (!loaded) {
                context = load(request);
                loaded = true;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
