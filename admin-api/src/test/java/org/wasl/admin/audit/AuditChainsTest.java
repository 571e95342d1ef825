package org.wasl.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.DeskStore;
import org.wasl.triage.seal.Bytes;

class AuditChainsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final ChainHash HASH =
            new ChainHash(new AuditKey(Bytes.ofUtf8("a key of more than thirty-two bytes")));

    private final DeskStore desk = new DeskStore();
    private final ChainStore store = new MongoChainStore(desk.template());
    private final AuditChain chain = start("desk-1");
    private final AuditChains chains = new AuditChains(store, HASH, chain, CLOCK);

    @AfterEach
    void stop() {
        chain.close();
        desk.close();
    }

    @Test
    void anUntouchedChainIsWhole() {
        appendTo(chain, 1200);

        Verification read = chains.verify(List.of());

        assertThat(read.findings()).isEmpty();
        assertThat(read.entries()).isEqualTo(1200);
        assertThat(read.heads()).containsExactly(chain.head());
    }

    @Test
    void anEditedEntryIsFound() {
        appendTo(chain, 5);
        entries().updateOne(Filters.eq("_id", "desk-1/000001/000000000003"), Updates.set("actor", "somebody else"));

        assertThat(chains.verify(List.of()).findings()).containsExactly(finding(Finding.Kind.EDITED, 3));
    }

    @Test
    void anEntryTurnedIntoSomethingUnreadableIsFound() {
        appendTo(chain, 2);
        entries().updateOne(Filters.eq("_id", "desk-1/000001/000000000001"), Updates.set("act", "NO_SUCH_ACT"));

        assertThat(chains.verify(List.of()).findings()).contains(finding(Finding.Kind.EDITED, 1));
    }

    @Test
    void anEntryMadeWithoutTheKeyIsFound() {
        appendTo(chain, 3);
        ChainHash another = new ChainHash(new AuditKey(Bytes.ofUtf8("another key of thirty-two bytes or more")));
        ChainLink second =
                Objects.requireNonNull(store.read(chain.head().chain(), 2, 1).get(2L));
        ChainLink forged = another.link(second.chain(), 2, second.former(), second.entry());
        entries().updateOne(Filters.eq("_id", "desk-1/000001/000000000002"), Updates.set("hash", forged.hash()));

        assertThat(chains.verify(List.of()).findings())
                .containsExactly(finding(Finding.Kind.EDITED, 2), finding(Finding.Kind.BROKEN, 3));
    }

    @Test
    void aDeletedEntryIsFound() {
        appendTo(chain, 5);
        entries().deleteOne(Filters.eq("_id", "desk-1/000001/000000000002"));

        assertThat(chains.verify(List.of()).findings()).containsExactly(finding(Finding.Kind.MISSING, 2));
    }

    @Test
    void aLongRunOfDeletedEntriesIsFound() {
        appendTo(chain, 1600);
        for (int sequence = 2; sequence < 1599; sequence++) {
            entries().deleteOne(Filters.eq("_id", chain.head().chain().linkId(sequence)));
        }

        assertThat(chains.verify(List.of()).findings()).containsExactly(finding(Finding.Kind.MISSING, 2));
    }

    @Test
    void aTailCutUnderARunningProcessIsFound() {
        appendTo(chain, 5);
        entries().deleteOne(Filters.eq("_id", "desk-1/000001/000000000005"));

        assertThat(chains.verify(List.of()).findings()).containsExactly(finding(Finding.Kind.CUT, 5));
    }

    @Test
    void aTailCutFromAnEndedChainIsFoundByTheOneAfterIt() {
        appendTo(chain, 5);
        chain.close();
        try (AuditChain next = start("desk-1")) {
            new ChainHeads(store, HASH, next).noteFormer();
            entries().deleteOne(Filters.eq("_id", "desk-1/000001/000000000005"));

            assertThat(new AuditChains(store, HASH, next, CLOCK)
                            .verify(List.of())
                            .findings())
                    .containsExactly(finding(Finding.Kind.CUT, 5));
        }
    }

    @Test
    void aCutBehindWhatTheAuditorWroteDownIsFound() {
        appendTo(chain, 4);
        ChainHead auditors = ChainHead.parse(chain.head().value());
        chain.close();
        entries().deleteOne(Filters.eq("_id", "desk-1/000001/000000000004"));
        try (AuditChain next = start("desk-1")) {
            AuditChains after = new AuditChains(store, HASH, next, CLOCK);

            assertThat(after.verify(List.of()).findings()).isEmpty();
            assertThat(after.verify(List.of(auditors)).findings()).containsExactly(finding(Finding.Kind.CUT, 4));
        }
    }

    @Test
    void aChainThatWentTwoWaysIsFound() {
        appendTo(chain, 3);
        ChainLink third =
                Objects.requireNonNull(store.read(chain.head().chain(), 3, 1).get(3L));
        AuditEntry other = chain.done("0123", Act.CASE_READ, "another case");
        ChainLink fork = HASH.link(third.chain(), 3, third.former(), other);
        entries().deleteOne(Filters.eq("_id", "desk-1/000001/000000000003"));
        store.write(List.of(fork));

        assertThat(chains.verify(List.of()).findings()).containsExactly(finding(Finding.Kind.FORKED, 3));
    }

    @Test
    void aChainThatIsGoneIsFound() {
        appendTo(chain, 1);
        chain.close();
        desk.template().getCollection("audit-chains").deleteOne(Filters.eq("_id", "desk-1/000001"));
        try (AuditChain next = new AuditChain(
                new StartingAt(store, new ChainName("desk-1", 2)),
                HASH,
                AuditSettings.DEFAULTS,
                CLOCK,
                new SecureRandom())) {
            assertThat(new AuditChains(store, HASH, next, CLOCK)
                            .verify(List.of())
                            .findings())
                    .contains(finding(Finding.Kind.CHAIN_MISSING, 0));
        }
    }

    @Test
    void nodesTakeNoteOfEachOther() {
        appendTo(chain, 3);
        new ChainHeads(store, HASH, chain).exchange();
        try (AuditChain other = start("desk-2")) {
            new ChainHeads(store, HASH, other).exchange();
            entries().deleteOne(Filters.eq("_id", "desk-1/000001/000000000003"));

            assertThat(new AuditChains(store, HASH, other, CLOCK)
                            .verify(List.of())
                            .findings())
                    .containsExactly(finding(Finding.Kind.CUT, 3));
        }
    }

    @Test
    void entriesOfManyCallersStandInOneChain() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 200; caller++) {
                callers.submit(() -> chain.append(chain.done("0123", Act.QUEUE_READ, "queue")));
            }
        }

        Verification read = chains.verify(List.of());
        assertThat(read.entries()).isEqualTo(200);
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void anEntrySweptTwiceIsNoFinding() {
        AuditEntry entry = chain.done("0123", Act.CASE_CLAIMED, "W-1");
        chain.append(entry);
        chain.append(entry);

        assertThat(chains.verify(List.of()).findings()).isEmpty();
    }

    @Test
    void aChainThatCannotBeWrittenSaysSoAndGoesOnWhenItCan() {
        Failing failing = new Failing(store);
        try (AuditChain own = new AuditChain(failing, HASH, AuditSettings.DEFAULTS, CLOCK, new SecureRandom())) {
            appendTo(own, 1);
            failing.fails = true;
            assertThatThrownBy(() -> appendTo(own, 1)).isInstanceOf(AuditUnavailableException.class);
            failing.fails = false;
            appendTo(own, 2);

            assertThat(new AuditChains(store, HASH, own, CLOCK)
                            .verify(List.of())
                            .findings())
                    .isEmpty();
        }
    }

    private AuditChain start(String node) {
        AuditSettings settings =
                new AuditSettings(node, 256, 4096, Duration.ofSeconds(5), Duration.ofMinutes(1), 5000, 5);
        return new AuditChain(store, HASH, settings, CLOCK, new SecureRandom());
    }

    private static void appendTo(AuditChain chain, int count) {
        for (int i = 0; i < count; i++) {
            chain.append(chain.done("0123", Act.CASE_READ, "W-" + i));
        }
    }

    private static Finding finding(Finding.Kind kind, long sequence) {
        return new Finding(kind, new ChainName("desk-1", 1), sequence);
    }

    private MongoCollection<Document> entries() {
        return desk.template().getCollection("audit-entries");
    }

    private record StartingAt(ChainStore store, ChainName name) implements ChainStore {
        @Override
        public ChainName begin(String node) {
            return name;
        }

        @Override
        public void write(List<ChainLink> links) {
            store.write(links);
        }

        @Override
        public Map<Long, ChainLink> read(ChainName chain, long first, int count) {
            return store.read(chain, first, count);
        }

        @Override
        public List<ChainName> chains() {
            return List.of(name);
        }

        @Override
        public void publish(ChainHead head) {
            store.publish(head);
        }

        @Override
        public Optional<ChainHead> published(ChainName chain) {
            return store.published(chain);
        }
    }

    /** Writes, and then says that it did not: what a lost connection looks like. */
    private static final class Failing implements ChainStore {
        private final ChainStore store;
        private volatile boolean fails;

        private Failing(ChainStore store) {
            this.store = store;
        }

        @Override
        public ChainName begin(String node) {
            return store.begin("failing");
        }

        @Override
        public void write(List<ChainLink> links) {
            store.write(links);
            if (fails) {
                throw new IllegalStateException("connection lost");
            }
        }

        @Override
        public Map<Long, ChainLink> read(ChainName chain, long first, int count) {
            return store.read(chain, first, count);
        }

        @Override
        public List<ChainName> chains() {
            return store.chains();
        }

        @Override
        public void publish(ChainHead head) {
            store.publish(head);
        }

        @Override
        public Optional<ChainHead> published(ChainName chain) {
            return store.published(chain);
        }
    }
}
