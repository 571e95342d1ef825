package org.wasl.admin.retention;

import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseHolds;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.OrphanWalk;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.admin.reply.ReplySettings;
import org.wasl.admin.upkeep.Rounds;
import org.wasl.triage.seal.CaseSealer;

/**
 * Wires keeping and destroying. Needs casework, reply, an {@link AuditKey}, an {@link AuditTrail}, a {@link CaseSealer},
 * a {@link StaffDirectory}, a {@link MongoTemplate} and a {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
public class RetentionConfiguration {
    @Bean
    RetentionPlan retentionPlan() {
        return RetentionPlan.shipped();
    }

    @Bean
    Shelves retentionShelves(MongoTemplate mongo, CaseSealer sealer, RetentionPlan plan) {
        return new Shelves(new SealedDocs<>(mongo, sealer, "retention_shelves", Shelf.class), plan);
    }

    @Bean
    SealedDocs<Hold> retentionHolds(MongoTemplate mongo, CaseSealer sealer) {
        return new SealedDocs<>(mongo, sealer, "retention_holds", Hold.class);
    }

    @Bean
    RetentionLeftovers retentionLeftovers(Shelves shelves, SealedDocs<Hold> holds) {
        return new RetentionLeftovers(shelves, holds);
    }

    @Bean
    CaseHolds caseHolds(SealedDocs<Hold> holds) {
        return HoldDesk.guard(holds);
    }

    @Bean
    SealedDocs<DestructionList> retentionLists(MongoTemplate mongo, CaseSealer sealer) {
        return new SealedDocs<>(mongo, sealer, "retention_lists", DestructionList.class);
    }

    @Bean
    SealedDocs<EraseRequest> retentionRequests(MongoTemplate mongo, CaseSealer sealer) {
        return new SealedDocs<>(mongo, sealer, "retention_requests", EraseRequest.class);
    }

    @Bean
    RecordSeal recordSeal(AuditKey key) {
        return new RecordSeal(key);
    }

    @Bean
    Ripeness ripeness(CaseBook book, RetentionPlan plan) {
        return new Ripeness(book, plan);
    }

    @Bean
    HoldDesk holdDesk(
            SealedDocs<Hold> holds, CaseBook book, AuditTrail trail, RetentionSettings settings, Clock clock) {
        return new HoldDesk(holds, book, trail, settings, clock);
    }

    @Bean
    ListDesk destructionListDesk(
            SealedDocs<DestructionList> lists,
            Shelves shelves,
            Ripeness ripeness,
            AuditTrail trail,
            RetentionSettings settings,
            Clock clock) {
        return new ListDesk(lists, shelves, ripeness, trail, settings, clock);
    }

    @Bean
    Destroyer destroyer(
            SealedDocs<DestructionList> lists,
            Shelves shelves,
            Ripeness ripeness,
            CaseBook book,
            MailboxDesk mailboxes,
            OrphanWalk orphans,
            RecordSeal seal,
            AuditTrail trail,
            Clock clock) {
        return new Destroyer(lists, shelves, ripeness, book, mailboxes, orphans, seal, trail, clock);
    }

    @Bean
    RequestLedger requestLedger(
            SealedDocs<EraseRequest> requests,
            ObjectProvider<CaseBook> books,
            RetentionSettings settings,
            Clock clock) {
        return new RequestLedger(requests, books, settings, clock);
    }

    @Bean
    RequestDesk requestDesk(SealedDocs<EraseRequest> requests, CaseBook book, AuditTrail trail, ReplySettings replies) {
        return new RequestDesk(requests, book, trail, replies);
    }

    @Bean(destroyMethod = "close")
    ProofDesk proofDesk(
            SealedDocs<DestructionList> lists,
            CaseBook book,
            RecordSeal seal,
            OrphanWalk walk,
            Shelves shelves,
            RetentionPlan plan,
            AuditTrail trail) {
        ProofDesk.Reconciling reconciling = () -> {
            Set<CaseNumber> shelved = shelves.all();
            // Closed before there were shelves, or while the store could not be written.
            return walk.walk(number -> {
                if (!shelved.contains(number)) {
                    book.read(number)
                            .filter(held -> !held.status().open())
                            .ifPresent(held -> shelves.put(number, plan.fate(held)));
                }
            });
        };
        return new ProofDesk(lists, new Proof(book, seal), reconciling, trail);
    }

    @Bean
    RetentionSweep retentionSweep(
            ListDesk lists, Destroyer destroyer, RequestLedger requests, RetentionSettings settings) {
        return new RetentionSweep(lists, destroyer, requests, settings);
    }

    @Bean
    Rounds retentionRounds(RetentionSweep sweep) {
        return sweep.rounds();
    }

    @Bean
    RetentionController retentionController(
            ListDesk lists, RequestDesk requests, ProofDesk proofs, RetentionPlan plan, RetentionSweep sweep) {
        return new RetentionController(lists, requests, proofs, plan, sweep);
    }

    @Bean
    HoldController holdController(HoldDesk holds) {
        return new HoldController(holds);
    }

    @Bean
    RetentionPages retentionPages(
            ListDesk lists,
            RequestDesk requests,
            ProofDesk proofs,
            RetentionPlan plan,
            RetentionSweep sweep,
            StaffDirectory directory,
            Clock clock) {
        return new RetentionPages(lists, requests, proofs, plan, sweep, directory, clock);
    }

    @Bean
    HoldPages holdPages(HoldDesk holds, RetentionSettings settings, StaffDirectory directory, Clock clock) {
        return new HoldPages(holds, settings, directory, clock);
    }
}
