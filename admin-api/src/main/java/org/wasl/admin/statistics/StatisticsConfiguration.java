package org.wasl.admin.statistics;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumbers;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.print.Press;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.upkeep.Rounds;

/**
 * Wires statistics. Needs casework, the store of sealed objects, an {@link AuditTrail}, a {@link StaffDirectory}, a
 * {@link Clock} and a {@link SecureRandom}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatisticsSettings.class)
public class StatisticsConfiguration {
    @Bean
    CountStore countStore(ObjectStores stores, AuditTrail trail, StatisticsSettings settings) {
        return new SealedCounts(stores, trail, settings);
    }

    @Bean
    CountBook countBook(CountStore store, StatisticsSettings settings, SecureRandom random, Clock clock) {
        return new CountBook(store, settings, random, clock);
    }

    @Bean
    CaseCounts caseCounts(
            CaseBook cases,
            CaseNumbers numbers,
            CaseworkSettings casework,
            StaffDirectory directory,
            CountBook counts,
            StatisticsSettings settings,
            Clock clock) {
        CaseCoder coder =
                new CaseCoder(casework::clock, id -> directory.find(id).map(StaffMember::gender));
        return new CaseCounts(cases, numbers, coder, counts, settings, clock);
    }

    @Bean
    ChatIntake chatIntake(CountBook counts, StatisticsSettings settings, Clock clock) {
        return new ChatIntake(counts, settings, clock);
    }

    @Bean
    CountLeftovers countLeftovers(CountBook counts) {
        return new CountLeftovers(counts);
    }

    @Bean
    Rounds statisticsUpkeep(CaseCounts cases, CountBook counts, StatisticsSettings settings) {
        return StatisticsUpkeep.of(cases, counts, settings);
    }

    @Bean
    StatisticsDesk statisticsDesk(
            CountBook counts,
            CountStore store,
            CaseCounts cases,
            AuditTrail trail,
            CaseworkSettings casework,
            StatisticsSettings settings,
            Clock clock) {
        return new StatisticsDesk(counts, store, cases, trail, casework::clock, settings, clock);
    }

    @Bean
    ReportFiles reportFiles(StatisticsDesk desk, MessageSource messages, Press press) {
        return new ReportFiles(desk, messages, press);
    }

    @Bean
    StatisticsPages statisticsPages(StatisticsDesk desk, ReportFiles files, StaffDirectory directory) {
        return new StatisticsPages(desk, files, directory);
    }

    @Bean
    StatisticsController statisticsController(StatisticsDesk desk, ReportFiles files) {
        return new StatisticsController(desk, files);
    }
}
