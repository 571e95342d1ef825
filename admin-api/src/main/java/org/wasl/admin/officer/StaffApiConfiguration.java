package org.wasl.admin.officer;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditReading;

/** What the pages of staff do, over HTTP, and what auditors read. */
@Configuration(proxyBeanMethods = false)
class StaffApiConfiguration {
    @Bean
    SessionDesk sessionDesk(Sessions sessions, Accounts accounts, StaffAudit audit) {
        return new SessionDesk(sessions, accounts, audit);
    }

    @Bean
    StaffController staffController(StaffDesk desk, GrantDesk grants, SessionDesk sessions, OpenIdSettings openId) {
        return new StaffController(desk, grants, sessions, openId);
    }

    @Bean
    MeController meController(StaffDesk desk, SessionDesk sessions, StaffAudit audit) {
        return new MeController(desk, sessions, audit);
    }

    @Bean
    AuditDesk auditDesk(AuditReading reading, StaffAudit audit) {
        return new AuditDesk(reading, audit);
    }

    @Bean
    AuditLogPages auditLogPages(AuditDesk desk, StaffDesk staff) {
        return new AuditLogPages(desk, staff);
    }

    @Bean
    AuditLogController auditLogController(AuditDesk desk) {
        return new AuditLogController(desk);
    }

    @Bean
    BreakGlassController breakGlassController(BreakGlass glass, Clock clock) {
        return new BreakGlassController(glass, clock);
    }
}
