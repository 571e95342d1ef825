package org.wasl.admin.officer;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditKey;

/** Second steps, passkeys and the cover of a screen. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FactorSettings.class)
class FactorConfiguration {
    private static final String PASSKEYS = "wasl/staff-passkeys/v1";

    @Bean
    Factors factors(MongoTemplate mongo, AuditKey key, Secrets secrets, SecureRandom random, Clock clock) {
        return new Factors(mongo, new FactorSealer(key, random), secrets, random, clock);
    }

    @Bean
    PasskeyStore passkeyStore(MongoTemplate mongo, AuditKey key, SecureRandom random, Clock clock) {
        return new PasskeyStore(mongo, new FactorSealer(key, PASSKEYS, random), clock);
    }

    @Bean
    Passkeys passkeys(
            PasskeyStore store,
            Accounts accounts,
            AuditKey key,
            FactorSettings settings,
            SecureRandom random,
            Clock clock) {
        return new Passkeys(store, accounts, new Challenges(key, random, clock), settings, clock);
    }

    @Bean
    SecondSteps secondSteps(Factors numbers, PasskeyStore passkeys, FactorSettings settings, Clock clock) {
        return new SecondSteps(numbers, passkeys, settings, clock);
    }

    /** Whoever left holds no key; an account that is opened again makes others. */
    @Bean
    Departure passkeysEnd(PasskeyStore passkeys) {
        return passkeys::removeAll;
    }

    @Bean
    FactorPages factorPages(
            Factors factors,
            SecondSteps steps,
            Passkeys passkeys,
            Accounts accounts,
            Sessions sessions,
            FactorSettings settings,
            StaffAudit audit) {
        return new FactorPages(factors, steps, passkeys, accounts, sessions, settings, audit);
    }

    @Bean
    PasskeyPages passkeyPages(
            SignIn signIn, Passkeys passkeys, FactorSettings settings, StaffCookies cookies, SignInPages pages) {
        return new PasskeyPages(signIn, passkeys, settings, cookies, pages);
    }

    @Bean
    ScreenLock screenLock(Sessions sessions, Accounts accounts, SignIn signIn, Passkeys passkeys, StaffAudit audit) {
        return new ScreenLock(sessions, accounts, signIn, passkeys, audit);
    }

    @Bean
    FactorController factorController(
            Factors numbers,
            SecondSteps steps,
            Passkeys passkeys,
            Accounts accounts,
            ScreenLock lock,
            StaffAudit audit) {
        return new FactorController(numbers, steps, passkeys, accounts, lock, audit);
    }

    @Bean
    LockPages lockPages(ScreenLock lock, SecondSteps steps, FactorSettings settings) {
        return new LockPages(lock, steps, settings);
    }
}
