package org.wasl.admin.visit;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Assignments;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.officer.StaffDirectory;

/**
 * Wires visits, tasks and the officer's screen. Needs casework, an {@link AuditTrail}, a {@link StaffDirectory}, a
 * {@link Clock} and a {@link SecureRandom}; the alarms are called out by the alerts' own sweep.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitSettings.class)
public class VisitConfiguration {

    @Bean
    VisitRules visitRules(Assignments assignments, StaffDirectory directory, VisitSettings settings) {
        return new VisitRules(assignments, directory, settings);
    }

    @Bean
    VisitDesk visitDesk(CaseDecisions decisions, VisitRules rules, VisitSettings settings, SecureRandom random) {
        return new VisitDesk(decisions, rules, settings, random);
    }

    @Bean
    TaskDesk taskDesk(
            CaseDecisions decisions,
            Assignments assignments,
            StaffDirectory directory,
            VisitSettings settings,
            SecureRandom random) {
        return new TaskDesk(decisions, assignments, directory, settings, random);
    }

    @Bean
    OutThere outThere(CaseBook book, AuditTrail trail, VisitSettings settings, SecureRandom random, Clock clock) {
        return new OutThere(book, new AfterVisit(random, settings), trail, settings, clock);
    }

    @Bean
    AlarmDesk alarmDesk(
            CaseBook book,
            CaseAccess access,
            StaffDirectory directory,
            AuditTrail trail,
            VisitSettings settings,
            Clock clock) {
        return new AlarmDesk(book, access, directory, trail, settings, clock);
    }

    @Bean
    MyWorkDesk myWorkDesk(
            CaseBook book,
            CaseAccess access,
            StaffDirectory directory,
            AuditTrail trail,
            VisitSettings settings,
            Clock clock) {
        return new MyWorkDesk(book, access, directory, trail, settings, clock);
    }

    @Bean
    VisitModel visitModel(MyWorkDesk work) {
        return new VisitModel(work);
    }

    @Bean
    FieldworkController fieldworkController(CaseDesk cases, VisitDesk visits, TaskDesk tasks) {
        return new FieldworkController(cases, visits, tasks);
    }

    @Bean
    OutThereController outThereController(OutThere out, AlarmDesk alarms, MyWorkDesk work) {
        return new OutThereController(out, alarms, work);
    }

    @Bean
    FieldworkPages fieldworkPages(
            CaseDesk cases, VisitDesk visits, TaskDesk tasks, VisitRules rules, StaffDirectory directory) {
        return new FieldworkPages(cases, visits, tasks, rules, directory);
    }

    @Bean
    MyWorkPages myWorkPages(OutThere out, AlarmDesk alarms, MyWorkDesk work) {
        return new MyWorkPages(out, alarms, work);
    }
}
