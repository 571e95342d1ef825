package org.wasl.admin.officer;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.web.WebSettings;

/**
 * Staff, their sign-in and what they may do. Needs a {@link MongoTemplate}, a {@link Clock}, a {@link SecureRandom} and
 * the configurations of audit and web.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(OfficerSettings.class)
@Import({TokenConfiguration.class, StaffApiConfiguration.class, FactorConfiguration.class, OpenIdConfiguration.class})
public class OfficerConfiguration {
    @Bean
    Accounts accounts(MongoTemplate mongo, OfficerSettings settings) {
        return new Accounts(mongo, settings);
    }

    @Bean
    Secrets staffSecrets(SecureRandom random) {
        return new Secrets(random);
    }

    @Bean
    Sessions staffSessions(
            MongoTemplate mongo, Accounts accounts, OfficerSettings settings, Secrets secrets, Clock clock) {
        return new Sessions(mongo, accounts, settings, secrets, clock);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    StaffAudit staffAudit(AuditTrail trail) {
        return new StaffAudit(trail);
    }

    @Bean
    StaffCookies staffCookies() {
        return new StaffCookies();
    }

    @Bean
    SignIn signIn(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            StaffAudit audit,
            Secrets secrets,
            Factors factors,
            SecondSteps steps,
            Passkeys passkeys,
            OfficerSettings settings,
            Clock clock) {
        return new SignIn(accounts, sessions, passwords, audit, secrets, factors, steps, passkeys, settings, clock);
    }

    @Bean
    StaffDesk staffDesk(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            Secrets secrets,
            StaffAudit audit,
            OfficerSettings settings,
            Clock clock,
            ObjectProvider<Departure> departures) {
        return new StaffDesk(
                accounts,
                sessions,
                passwords,
                secrets,
                audit,
                settings,
                clock,
                departure -> departures.orderedStream().forEach(one -> one.left(departure)));
    }

    @Bean
    GrantDesk grantDesk(
            Accounts accounts,
            StaffDesk desk,
            Secrets secrets,
            StaffAudit audit,
            SecondSteps steps,
            OfficerSettings settings,
            Clock clock) {
        return new GrantDesk(accounts, desk, secrets, audit, steps, settings, clock);
    }

    @Bean
    BreakGlass breakGlass(MongoTemplate mongo, Secrets secrets, StaffAudit audit, Clock clock) {
        return new BreakGlass(new GlassStore(mongo), secrets, audit, clock);
    }

    @Bean
    BreakGlassPages breakGlassPages(BreakGlass glass, StaffDesk desk, Clock clock) {
        return new BreakGlassPages(glass, desk, clock);
    }

    @Bean
    SessionWatch sessionWatch(Sessions sessions) {
        return new SessionWatch(sessions);
    }

    @Bean
    OneTimeSignIn oneTimeSignIn(StaffDesk desk) {
        return new OneTimeSignIn(desk);
    }

    @Bean
    SignInPages signInPages(
            SignIn signIn,
            StaffDesk desk,
            Sessions sessions,
            StaffCookies cookies,
            StaffAudit audit,
            FactorSettings factors,
            OpenIdSettings openId) {
        return new SignInPages(signIn, desk, sessions, cookies, audit, factors, openId);
    }

    @Bean
    AccountPages accountPages(StaffDesk desk, Accounts accounts, Sessions sessions, StaffAudit audit) {
        return new AccountPages(desk, accounts, sessions, audit);
    }

    @Bean
    StaffPages staffPages(StaffDesk desk, GrantDesk grants, SessionDesk sessions, OpenIdSettings openId) {
        return new StaffPages(desk, grants, sessions, openId);
    }

    @Bean
    CallerModel callerModel(OfficerSettings settings, StaffDesk desk, Clock clock) {
        return new CallerModel(settings, desk, clock);
    }

    @Bean
    WebMvcConfigurer currentStaffArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentStaffArgument());
            }
        };
    }

    @Bean
    RouteGate routeGate(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes,
            StaffAudit audit) {
        return new RouteGate(routes, audit);
    }

    @Bean
    SecurityFilterChain staffSecurity(
            HttpSecurity http,
            RouteGate gate,
            Sessions sessions,
            StaffCookies cookies,
            TokenDesk tokens,
            WebSettings web) {
        return new StaffSecurity(gate, new StoredSecurityContext(sessions, cookies, tokens), web).build(http);
    }

    /** What exists in a demonstration alone: without the setting there is no such account and no such route. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "wasl.officer.demonstration", havingValue = "true")
    static class Demonstration {
        @Bean
        DemonstrationStaff demonstrationStaff(Accounts accounts, SignIn signIn, Clock clock) {
            return new DemonstrationStaff(accounts, signIn, clock);
        }

        @Bean
        DemonstrationPages demonstrationPages(DemonstrationStaff staff, StaffCookies cookies) {
            return new DemonstrationPages(staff, cookies);
        }

        @Bean
        FilterRegistrationBean<DemonstrationSeats> demonstrationSeats() {
            FilterRegistrationBean<DemonstrationSeats> filter = new FilterRegistrationBean<>(new DemonstrationSeats());
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        @Bean
        ApplicationRunner demonstrationStaffAtStart(DemonstrationStaff staff) {
            return _ -> staff.seed();
        }
    }
}
