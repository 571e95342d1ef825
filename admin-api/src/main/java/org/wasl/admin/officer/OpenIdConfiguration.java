package org.wasl.admin.officer;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditKey;

/** Signing in by a provider of OpenID Connect, where one is configured; its routes answer nothing elsewhere. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenIdSettings.class)
class OpenIdConfiguration {
    @Bean
    OpenIdPages openIdPages(
            OpenIdSettings settings,
            Accounts accounts,
            AuditKey key,
            Secrets secrets,
            SecureRandom random,
            SignIn signIn,
            StaffCookies cookies,
            SignInPages pages,
            Clock clock) {
        OpenIdSignIn openId = new OpenIdSignIn(
                new OpenIdProvider(settings, clock),
                settings,
                new Challenges(key, random, clock),
                accounts,
                secrets,
                clock);
        return new OpenIdPages(openId, signIn, cookies, pages);
    }
}
