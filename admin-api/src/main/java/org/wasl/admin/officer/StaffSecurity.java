package org.wasl.admin.officer;

import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.wasl.admin.web.Refusals;
import org.wasl.admin.web.WebSettings;

/** The chain every request passes: whose it is, whether its form is ours, whether its route is open to them. */
final class StaffSecurity {
    private static final String NOTHING_FOREIGN = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors ";
    private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private final RouteGate gate;
    private final SecurityContextRepository callers;
    private final WebSettings web;

    StaffSecurity(RouteGate gate, SecurityContextRepository callers, WebSettings web) {
        this.gate = gate;
        this.callers = callers;
        this.web = web;
    }

    SecurityFilterChain build(HttpSecurity http) {
        http.securityContext(context -> context.securityContextRepository(callers));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        // A browser sends no token of a program by itself, so no other site can make it do so.
        http.csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()).ignoringRequestMatchers(Bearer::shown));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.formLogin(AbstractHttpConfigurer::disable);
        http.httpBasic(AbstractHttpConfigurer::disable);
        // A stream's end comes back through here as the request it was; that one was let in when it began.
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .anyRequest()
                .access(gate));
        http.exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, refusal) -> {
                    if (Bearer.shown(request)) {
                        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Bearer.SCHEME);
                    }
                    Refusals.answer(refusal, request, response);
                })
                .accessDeniedHandler((request, response, refusal) -> Refusals.answer(refusal, request, response)));
        http.headers(this::headers);
        return http.build();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(
                policy -> policy.policyDirectives(NOTHING_FOREIGN + (web.framed() ? "'self'" : "'none'")));
        headers.frameOptions(frames -> {
            if (web.framed()) {
                frames.sameOrigin();
            } else {
                frames.deny();
            }
        });
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
        headers.permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES));
        headers.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
