package org.wasl.admin.officer;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of staff do, over HTTP. */
@Configuration(proxyBeanMethods = false)
class StaffApiConfiguration {
    @Bean
    SessionDesk sessionDesk(Sessions sessions, Accounts accounts, StaffAudit audit) {
        return new SessionDesk(sessions, accounts, audit);
    }

    @Bean
    StaffController staffController(StaffDesk desk, GrantDesk grants, SessionDesk sessions) {
        return new StaffController(desk, grants, sessions);
    }

    @Bean
    MeController meController(StaffDesk desk, SessionDesk sessions, StaffAudit audit) {
        return new MeController(desk, sessions, audit);
    }

    @Bean
    BreakGlassController breakGlassController(BreakGlass glass, Clock clock) {
        return new BreakGlassController(glass, clock);
    }
}
