package org.wasl.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.DeskStore;
import org.wasl.admin.MovableClock;
import org.wasl.triage.seal.Bytes;

class AuditReadingTest {
    private static final ChainHash HASH =
            new ChainHash(new AuditKey(Bytes.ofUtf8("a key of more than thirty-two bytes")));
    private static final AuditQuestion ALL = new AuditQuestion(null, null, null, null, false);
    private static final int MOST_READ = 40;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final DeskStore desk = new DeskStore();
    private final ChainStore store = new MongoChainStore(desk.template());
    private final List<AuditChain> chains = new ArrayList<>();
    private final AuditChain first = start("desk-1");
    private final AuditChain second = start("desk-2");

    @AfterEach
    void stop() {
        chains.forEach(AuditChain::close);
        desk.close();
    }

    @Test
    void twoNodesAreReadAsOneTheLatestFirst() {
        for (int i = 0; i < 10; i++) {
            read(i % 2 == 0 ? first : second, "layla", "case-" + i);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(subjects(all(ALL, 3)))
                .containsExactly(
                        "case-9", "case-8", "case-7", "case-6", "case-5", "case-4", "case-3", "case-2", "case-1",
                        "case-0");
    }

    @Test
    void entriesOfOneMomentAreNeitherLostNorDoubledOverPages() {
        for (int i = 0; i < 12; i++) {
            read(i % 2 == 0 ? first : second, "layla", "case-" + i);
        }

        assertThat(subjects(all(ALL, 5))).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void asksByCaseColleagueActDayAndRefusal() {
        read(first, "layla", "4839-2175-78");
        clock.pass(Duration.ofHours(24));
        read(first, "dara", "4839-2175-78");
        first.append(first.refused("dara", Act.CASE_READ, "1111-1111-11"));
        first.append(first.done("dara", Act.TOKEN_USED, "feed GET /api/queue"));

        assertThat(all(new AuditQuestion("4839-2175-78", null, null, null, false), 5))
                .hasSize(2);
        assertThat(all(new AuditQuestion(null, "dara", null, null, false), 5)).hasSize(3);
        assertThat(all(new AuditQuestion(null, null, Act.TOKEN_USED, null, false), 5))
                .hasSize(1);
        assertThat(all(new AuditQuestion("feed", null, null, null, false), 5)).hasSize(1);
        assertThat(subjects(all(new AuditQuestion(null, null, null, null, true), 5)))
                .containsExactly("1111-1111-11");
        assertThat(all(new AuditQuestion(null, null, null, LocalDate.parse("2026-11-22"), false), 5))
                .extracting(AuditEntry::actor)
                .containsExactly("layla");
        assertThat(all(new AuditQuestion(null, null, null, LocalDate.parse("2026-11-25"), false), 5))
                .isEmpty();
    }

    @Test
    void looksAtABoundedNumberAndSaysHowFarItCame() {
        read(first, "layla", "wanted");
        for (int i = 0; i < 2 * MOST_READ; i++) {
            clock.pass(Duration.ofSeconds(1));
            read(first, "layla", "other");
        }
        AuditQuestion wanted = new AuditQuestion("wanted", null, null, null, false);

        AuditExcerpt excerpt = reading().read(wanted, null, 5);
        assertThat(excerpt.entries()).isEmpty();
        assertThat(excerpt.next()).isNotNull();
        assertThat(excerpt.reached()).isAfter(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(all(wanted, 5)).hasSize(1);
    }

    @Test
    void chainsOfEarlierStartsAreReadOn() {
        read(first, "layla", "before");
        first.close();
        clock.pass(Duration.ofMinutes(1));
        read(start("desk-1"), "layla", "after");

        assertThat(subjects(all(ALL, 1))).containsExactly("after", "before");
    }

    @Test
    void anEndThatNoExcerptHadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> reading().read(ALL, "yesterday", 5));
    }

    private List<AuditEntry> all(AuditQuestion question, int limit) {
        List<AuditEntry> all = new ArrayList<>();
        String after = null;
        do {
            AuditExcerpt excerpt = reading().read(question, after, limit);
            all.addAll(excerpt.entries());
            after = excerpt.next();
        } while (after != null);
        return all;
    }

    private AuditReading reading() {
        return new AuditReading(store, settings("desk-1"));
    }

    private static List<String> subjects(List<AuditEntry> entries) {
        return entries.stream().map(AuditEntry::subject).toList();
    }

    private static void read(AuditChain chain, String actor, String subject) {
        chain.append(chain.done(actor, Act.CASE_READ, subject));
    }

    private AuditChain start(String node) {
        AuditChain chain = new AuditChain(store, HASH, settings(node), clock, new SecureRandom());
        chains.add(chain);
        return chain;
    }

    private static AuditSettings settings(String node) {
        return new AuditSettings(node, 256, 4096, Duration.ofSeconds(5), Duration.ofMinutes(1), MOST_READ, 5);
    }
}
