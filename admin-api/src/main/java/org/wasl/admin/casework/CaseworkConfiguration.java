package org.wasl.admin.casework;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.triage.seal.CaseSealer;

/**
 * Wires casework. Needs a {@link MongoTemplate}, a {@link CaseSealer}, a {@link Reassessment}, an {@link AuditTrail}, a
 * {@link StaffDirectory}, a {@link Clock}, a {@link SecureRandom} and a {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaseworkSettings.class)
public class CaseworkConfiguration {

    @Bean
    CaseStore caseStore(MongoTemplate mongo, CaseSealer sealer, Clock clock) {
        return new CaseStore(mongo, sealer, clock);
    }

    @Bean
    HotSet hotSet(CaseworkSettings settings) {
        return new HotSet(settings.hotSetLimit());
    }

    @Bean
    CaseBook caseBook(CaseStore store, HotSet hot, CaseworkSettings settings, Clock clock) {
        return new CaseBook(store, hot, CaseTransitions.STANDARD, settings, clock);
    }

    @Bean
    CaseIntake caseIntake(
            CaseBook book,
            CaseStore store,
            Reassessment triage,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock,
            SecureRandom random) {
        return new CaseIntake(book, store, new CaseGrowth(triage, trail, clock), settings, random);
    }

    @Bean
    CaseAccess caseAccess(StaffDirectory directory) {
        return new CaseAccess(directory);
    }

    @Bean
    CaseReader caseReader(
            CaseBook book,
            CaseAccess access,
            AuditTrail trail,
            StaffDirectory directory,
            CaseworkSettings settings,
            MeterRegistry meters,
            Clock clock) {
        return new CaseReader(book, access, CaseTransitions.STANDARD, trail, directory, settings, meters, clock);
    }

    @Bean
    CaseDesk caseDesk(
            CaseBook book,
            HotSet hot,
            CaseReader reader,
            CaseAccess access,
            AuditTrail trail,
            StaffDirectory directory,
            CaseworkSettings settings,
            Clock clock) {
        return new CaseDesk(
                book,
                new CaseQueue(hot, access, directory, settings, clock),
                reader,
                new CaseDecisions(book, access, reader, CaseTransitions.STANDARD, trail, settings, clock),
                settings,
                directory);
    }

    @Bean
    CaseController caseController(CaseDesk desk) {
        return new CaseController(desk);
    }

    @Bean
    CaseUpkeep caseUpkeep(CaseBook book, AuditTrail trail, CaseworkSettings settings) {
        return new CaseUpkeep(book, trail, settings);
    }
}
