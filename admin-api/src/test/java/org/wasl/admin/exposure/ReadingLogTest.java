package org.wasl.admin.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.DeskStore;
import org.wasl.admin.MovableClock;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

class ReadingLogTest {
    /** An hour before midnight in Baghdad: a shift goes over it. */
    private static final Instant EVENING = Instant.parse("2026-11-22T20:00:00Z");

    private static final CaseNumber ONE = new CaseNumber("5885-1192-05");
    private static final CaseNumber OTHER = new CaseNumber("0558-3062-96");

    private final DeskStore store = new DeskStore();
    private final MovableClock clock = new MovableClock(EVENING);
    private ReadingLog log;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        log = node(sealer(folder));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void aCaseThatIsReadTwiceIsCountedOnce() {
        log.count(Staffing.LAYLA, ONE, true, true);
        log.count(Staffing.LAYLA, ONE, true, true);

        assertThat(log.of(Staffing.LAYLA)).isEqualTo(new Exposure(1, 1, 1, 1, false));
        assertThat(log.of(Staffing.DARA)).isEqualTo(Exposure.NOTHING);
    }

    @Test
    void whatWasReadBeforeMidnightCountsUntilTheWindowIsOver() {
        log.count(Staffing.LAYLA, ONE, true, false);
        clock.pass(Duration.ofHours(3));
        log.count(Staffing.LAYLA, OTHER, false, true);

        assertThat(log.of(Staffing.LAYLA).heavy()).isEqualTo(2);
        clock.pass(Duration.ofHours(10));
        assertThat(log.of(Staffing.LAYLA).heavy()).isEqualTo(1);
    }

    @Test
    void aCaseThatWasLoweredLaterWasHeavyWhenItWasRead() {
        log.count(Staffing.LAYLA, ONE, true, false);
        log.count(Staffing.LAYLA, ONE, false, false);

        assertThat(log.of(Staffing.LAYLA).immediate()).isEqualTo(1);
    }

    @Test
    void aCaseIsUnreadAgainWhenThePersonWritesAgain() {
        Instant word = clock.instant();
        assertThat(log.look(Staffing.LAYLA).unread(ONE, word)).isTrue();

        log.count(Staffing.LAYLA, ONE, false, false);

        assertThat(log.look(Staffing.LAYLA).unread(ONE, word)).isFalse();
        assertThat(log.look(Staffing.LAYLA).unread(ONE, clock.instant().plusSeconds(1)))
                .isTrue();
    }

    @Test
    void whileSomebodyLooksNothingStopsBeingNewAndAfterThePauseItDoes() {
        log.look(Staffing.LAYLA);
        clock.pass(Duration.ofMinutes(20));
        Instant meanwhile = clock.instant().minusSeconds(60);

        assertThat(log.look(Staffing.LAYLA).arrived(meanwhile)).isTrue();
        clock.pass(Duration.ofSeconds(70));
        assertThat(log.look(Staffing.LAYLA).arrived(meanwhile)).isTrue();
        clock.pass(Duration.ofMinutes(5));
        assertThat(log.look(Staffing.LAYLA).arrived(meanwhile)).isFalse();
    }

    @Test
    void whatWasReadStandsSealedAndIsGoneWithTheSecondDay() {
        log.count(Staffing.LAYLA, ONE, true, true);
        assertThat(store.template().getCollection("readings").find().map(Object::toString))
                .hasSize(1)
                .noneMatch(document -> document.contains(ONE.value()));

        clock.pass(Duration.ofDays(3));
        log.count(Staffing.LAYLA, OTHER, false, false);

        assertThat(store.template().getCollection("readings").countDocuments()).isEqualTo(1);
    }

    @Test
    void whoReadACaseIsForgottenWithItAndNothingElseIs(@TempDir Path folder) throws IOException {
        CaseSealer sealer = sealer(folder.resolve("other"));
        ReadingStore kept = new ReadingStore(store.nodesTemplate(), sealer);
        ReadingLeftovers leftovers = new ReadingLeftovers(kept);
        log = node(sealer);
        log.count(Staffing.LAYLA, ONE, true, true);
        log.count(Staffing.LAYLA, OTHER, false, true);
        log.count(Staffing.DARA, ONE, false, false);
        assertThat(leftovers.left(ONE)).isTrue();

        leftovers.forget(ONE);
        leftovers.forget(ONE);

        assertThat(leftovers.left(ONE)).isFalse();
        assertThat(leftovers.left(OTHER)).isTrue();
        assertThat(log.of(Staffing.LAYLA)).isEqualTo(new Exposure(1, 0, 1, 1, false));
        assertThat(log.of(Staffing.DARA)).isEqualTo(Exposure.NOTHING);
    }

    private ReadingLog node(CaseSealer sealer) {
        return new ReadingLog(new ReadingStore(store.nodesTemplate(), sealer), ExposureSettings.DEFAULTS, clock);
    }

    private static CaseSealer sealer(Path folder) throws IOException {
        DeskSecret secret = DeskSecret.of("5a".repeat(32));
        return DeskKeys.load(
                        KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom())
                                .deskFolder(),
                        secret)
                .cases();
    }
}
