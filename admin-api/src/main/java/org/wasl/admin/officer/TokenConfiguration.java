package org.wasl.admin.officer;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wasl.admin.audit.AuditKey;

/** Tokens for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
class TokenConfiguration {
    private static final String PURPOSE = "wasl/staff-tokens/v1";
    /** Behind the limit of requests: what it holds back costs no entry. */
    private static final int BEHIND_LIMITS = 100;

    @Bean
    TokenDesk tokenDesk(
            MongoTemplate mongo,
            AuditKey key,
            SecureRandom random,
            Accounts accounts,
            Secrets secrets,
            StaffAudit audit,
            OfficerSettings officers,
            TokenSettings settings,
            Clock clock) {
        TokenStore store = new TokenStore(mongo, new FactorSealer(key, PURPOSE, random));
        return new TokenDesk(store, accounts, secrets, audit, officers, settings, clock);
    }

    @Bean
    TokenPages tokenPages(TokenDesk desk, TokenSettings settings, Secrets secrets, Clock clock) {
        return new TokenPages(desk, settings, secrets, clock);
    }

    @Bean
    TokenController tokenController(TokenDesk desk) {
        return new TokenController(desk);
    }

    @Bean
    WebMvcConfigurer tokenUse(StaffAudit audit) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new TokenUse(audit))
                        .addPathPatterns("/api/**")
                        .order(BEHIND_LIMITS);
            }
        };
    }
}
