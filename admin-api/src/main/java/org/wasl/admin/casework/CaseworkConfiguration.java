package org.wasl.admin.casework;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditSample;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.BrokenGlass;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.picture.PictureConfiguration;
import org.wasl.admin.picture.WorkingCopies;
import org.wasl.admin.upkeep.Rounds;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.seal.CaseSealer;

/**
 * Wires casework. Needs a {@link MongoTemplate}, a {@link CaseSealer}, an {@link AttachmentOpener}, a {@link Reassessment}, an {@link AuditTrail}, a
 * {@link StaffDirectory}, an {@link AccusedKey}, a {@link Clock}, a {@link SecureRandom} and a {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaseworkSettings.class)
@Import(PictureConfiguration.class)
public class CaseworkConfiguration {

    @Bean
    AttachmentStore attachmentStore(MongoTemplate mongo, Clock clock) {
        return new AttachmentStore(mongo, clock);
    }

    @Bean
    AttachmentIntake attachmentIntake(
            CaseBook book,
            CaseStore cases,
            AttachmentStore attachments,
            AttachmentOpener opener,
            CaseworkSettings settings,
            Clock clock) {
        return new AttachmentIntake(book, cases, attachments, opener, settings, clock);
    }

    @Bean
    AttachmentDesk attachmentDesk(
            CaseBook book,
            CaseAccess access,
            CaseDecisions decisions,
            AttachmentStore attachments,
            AttachmentOpener opener,
            WorkingCopies copies,
            AuditTrail trail,
            Clock clock) {
        return new AttachmentDesk(book, access, decisions, attachments, opener, copies, trail, clock);
    }

    @Bean
    AttachmentPages attachmentPages(AttachmentDesk desk) {
        return new AttachmentPages(desk);
    }

    @Bean
    AttachmentController attachmentController(AttachmentDesk desk) {
        return new AttachmentController(desk);
    }

    @Bean
    AccusedIndex accusedIndex(MongoTemplate mongo) {
        return new AccusedIndex(mongo);
    }

    @Bean
    CaseStore caseStore(
            MongoTemplate mongo, CaseSealer sealer, AttachmentStore attachments, AccusedIndex accused, Clock clock) {
        return new CaseStore(mongo, sealer, attachments, accused, clock);
    }

    @Bean
    CaseNumbers caseNumbers(MongoTemplate mongo) {
        return new CaseNumbers(mongo);
    }

    @Bean
    HotSet hotSet(CaseworkSettings settings) {
        return new HotSet(settings.hotSetLimit());
    }

    @Bean
    CaseEnd caseEnd(
            ObjectProvider<ClosedCases> closed,
            ObjectProvider<CaseHolds> holds,
            ObjectProvider<CaseLeftovers> leftovers) {
        return new CaseEnd(closed, holds, leftovers);
    }

    @Bean
    GlassLeftovers glassLeftovers(ObjectProvider<BrokenGlass> glass) {
        return new GlassLeftovers(glass.getIfAvailable(() -> BrokenGlass.NEVER));
    }

    @Bean
    CaseBook caseBook(
            CaseStore store, HotSet hot, AccusedKey accused, CaseEnd end, CaseworkSettings settings, Clock clock) {
        return new CaseBook(store, hot, CaseTransitions.STANDARD, accused, end, settings, clock);
    }

    @Bean
    OrphanWalk orphanWalk(MongoTemplate mongo, CaseStore store, Clock clock) {
        return new OrphanWalk(mongo, store, clock);
    }

    @Bean
    CaseGrowth caseGrowth(
            Reassessment triage, AuditTrail trail, StaffDirectory directory, CaseworkSettings settings, Clock clock) {
        return new CaseGrowth(triage, trail, new StaffNames(directory), settings.reopenWithin(), clock);
    }

    @Bean
    Patterns patterns(CaseBook book, CaseGrowth growth, AccusedIndex index, AccusedKey key, Clock clock) {
        return new Patterns(book, growth, index, key, clock);
    }

    @Bean
    MergeDesk mergeDesk(CaseBook book, CaseAccess access, CaseDecisions decisions, AuditTrail trail, Clock clock) {
        return new MergeDesk(book, access, decisions, trail, clock);
    }

    @Bean
    MergeController mergeController(MergeDesk desk) {
        return new MergeController(desk);
    }

    @Bean
    MergePages mergePages(MergeDesk desk) {
        return new MergePages(desk);
    }

    @Bean
    Leavers leavers(CaseBook book, HotSet hot, Clock clock) {
        return new Leavers(book, hot, clock);
    }

    @Bean
    CaseIntake caseIntake(
            CaseBook book,
            CaseStore store,
            CaseGrowth growth,
            Patterns patterns,
            CaseworkSettings settings,
            SecureRandom random) {
        return new CaseIntake(book, store, growth, patterns, settings, random);
    }

    @Bean
    CaseAccess caseAccess(
            StaffDirectory directory, ObjectProvider<BrokenGlass> glass, ObjectProvider<AuditSample> sample) {
        return new CaseAccess(directory, glass.getIfAvailable(() -> BrokenGlass.NEVER), sample.getIfAvailable());
    }

    @Bean
    CaseReader caseReader(
            CaseBook book,
            CaseAccess access,
            AuditTrail trail,
            StaffDirectory directory,
            CaseworkSettings settings,
            Assignments assignments,
            WishRule wishes,
            MeterRegistry meters,
            ObjectProvider<ReadingWatch> watch,
            Clock clock) {
        ReadingWatch nobody = (_, _) -> {};
        return new CaseReader(
                book,
                access,
                CaseTransitions.STANDARD,
                trail,
                directory,
                settings,
                assignments,
                wishes,
                meters,
                watch.getIfAvailable(() -> nobody),
                clock);
    }

    @Bean
    CaseDecisions caseDecisions(
            CaseBook book,
            CaseAccess access,
            CaseReader reader,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock) {
        return new CaseDecisions(book, access, reader, CaseTransitions.STANDARD, trail, settings, clock);
    }

    @Bean
    CallDesk callDesk(CaseIntake intake, CaseBook book, CaseReader reader, AuditTrail trail, Clock clock) {
        return new CallDesk(intake, book, reader, trail, clock);
    }

    @Bean
    CallController callController(CallDesk desk) {
        return new CallController(desk);
    }

    @Bean
    CallPages callPages(CallDesk desk) {
        return new CallPages(desk);
    }

    @Bean
    Assignments assignments(StaffDirectory directory, HotSet hot, Clock clock) {
        return new Assignments(directory, hot, clock);
    }

    @Bean
    PrintDesk printDesk(CaseDecisions decisions) {
        return new PrintDesk(decisions);
    }

    @Bean
    WishRule wishRule(StaffDirectory directory, Assignments assignments, CaseworkSettings settings) {
        return new WishRule(directory, assignments, settings);
    }

    @Bean
    AssignmentDesk assignmentDesk(
            CaseDecisions decisions,
            Assignments assignments,
            CaseBook book,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock) {
        return new AssignmentDesk(decisions, assignments, book, trail, settings, clock);
    }

    @Bean
    ClosureDesk closureDesk(CaseDecisions decisions) {
        return new ClosureDesk(decisions);
    }

    @Bean
    CodingDesk codingDesk(CaseDecisions decisions) {
        return new CodingDesk(decisions);
    }

    @Bean
    ConflictDesk conflictDesk(
            CaseDecisions decisions,
            Assignments assignments,
            CaseBook book,
            StaffDirectory directory,
            AuditTrail trail,
            Clock clock) {
        return new ConflictDesk(decisions, assignments, book, directory, trail, clock);
    }

    @Bean
    DecisionController decisionController(
            AssignmentDesk assignments, ClosureDesk closures, CodingDesk codings, ConflictDesk conflicts) {
        return new DecisionController(assignments, closures, codings, conflicts);
    }

    @Bean
    WorkPages workPages(AssignmentDesk assignments, ClosureDesk closures, CodingDesk codings, ConflictDesk conflicts) {
        return new WorkPages(assignments, closures, codings, conflicts);
    }

    @Bean
    ParkDesk parkDesk(CaseDecisions decisions, CaseworkSettings settings) {
        return new ParkDesk(decisions, settings);
    }

    @Bean
    MeetingDecisions meetingDecisions(CaseDecisions decisions, Assignments assignments, StaffDirectory directory) {
        return new MeetingDecisions(decisions, assignments, directory);
    }

    @Bean
    ClaimPassing claimPassing(
            CaseBook book,
            Assignments assignments,
            StaffDirectory directory,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock) {
        return new ClaimPassing(book, assignments, directory, trail, settings, clock);
    }

    @Bean
    AgendaDesk agendaDesk(CaseDecisions decisions) {
        return new AgendaDesk(decisions);
    }

    @Bean
    AgendaController agendaController(AgendaDesk agenda, ParkDesk parking) {
        return new AgendaController(agenda, parking);
    }

    @Bean
    StepDesk stepDesk(CaseDecisions decisions, CaseworkSettings settings) {
        return new StepDesk(decisions, settings);
    }

    @Bean
    StepController stepController(StepDesk steps) {
        return new StepController(steps);
    }

    @Bean
    StepPages stepPages(StepDesk steps) {
        return new StepPages(steps);
    }

    @Bean
    TakingBackPages takingBackPages(CaseDesk cases, MeetingDecisions meetings) {
        return new TakingBackPages(cases, meetings);
    }

    @Bean
    PrintController printController(PrintDesk prints) {
        return new PrintController(prints);
    }

    @Bean
    WallboardController wallboardController(CaseDesk cases) {
        return new WallboardController(cases);
    }

    @Bean
    AgendaPages agendaPages(AgendaDesk agenda, ParkDesk parking) {
        return new AgendaPages(agenda, parking);
    }

    @Bean
    CaseDesk caseDesk(
            CaseBook book,
            HotSet hot,
            CaseReader reader,
            CaseAccess access,
            CaseDecisions decisions,
            StaffDirectory directory,
            CaseworkSettings settings,
            Assignments assignments,
            WishRule wishes,
            Clock clock,
            FloodSwitch flood) {
        return new CaseDesk(
                book,
                new CaseQueue(hot, access, directory, settings, flood, clock),
                reader,
                decisions,
                settings,
                directory,
                assignments,
                wishes);
    }

    @Bean
    CaseController caseController(CaseDesk desk) {
        return new CaseController(desk);
    }

    @Bean
    Rounds caseUpkeep(
            CaseBook book,
            AttachmentIntake attachments,
            AssignmentDesk assignments,
            MergeDesk merges,
            ConflictDesk conflicts,
            AuditTrail trail,
            CaseworkSettings settings) {
        return CaseUpkeep.of(book, attachments, assignments, merges, conflicts, trail, settings);
    }

    @Bean
    FloodSwitch floodSwitch(MongoTemplate mongo, AuditTrail trail, CaseworkSettings settings, Clock clock) {
        return new FloodSwitch(mongo, trail, settings, clock);
    }

    @Bean
    FloodController floodController(FloodSwitch flood, CaseDesk desk) {
        return new FloodController(flood, desk);
    }

    @Bean
    FloodPages floodPages(FloodSwitch flood, CaseDesk desk) {
        return new FloodPages(flood, desk);
    }

    @Bean
    DrillCases drillCases(CaseBook book, CaseIntake intake, AuditTrail trail, Clock clock) {
        return new DrillCases(book, intake, trail, clock);
    }
}
