package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.conversation.Ending;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Left;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Said;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Limits;
import org.wasl.triage.intake.Stage;

/** The desk learns how many conversations ended where, and nothing of any of them. */
class EndingTallyTest {
    private static final String RUN = "0123456789abcdef".repeat(2);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final ChannelKind WEB = new ChannelKind("web");
    private static final Ending AT_THE_STORY = new Ending.Left(Stage.STORY, "ckb");
    private static final Left STORY = new Left(Stage.STORY, "ckb", "web");

    private final EndingCounts counts = new EndingCounts();
    private final List<IntakeEntry> told = new ArrayList<>();
    private boolean down;
    private final EndingTally tally = new EndingTally(
            counts,
            (shard, entry) -> {
                if (down) {
                    return CompletableFuture.failedFuture(new StoreUnavailable("down", new IllegalStateException()));
                }
                told.add(entry);
                return CompletableFuture.completedFuture(null);
            },
            RUN,
            EVERY);
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void tellsWhatThereIsSoFarAndNothingTwiceInARow() {
        counts.count(AT_THE_STORY, WEB, now);
        counts.count(AT_THE_STORY, WEB, now);
        counts.count(new Ending.Said(Tap.YES, Tap.NO, "en"), WEB, now);
        pass(EVERY);
        pass(EVERY);
        counts.count(AT_THE_STORY, WEB, now);
        pass(EVERY);

        Said said = new Said(Tap.YES, Tap.NO, "en");
        assertThat(told)
                .containsExactly(
                        counted("2026-11", Map.of(STORY, 2), Map.of(said, 1)),
                        counted("2026-11", Map.of(STORY, 3), Map.of(said, 1)));
    }

    @Test
    void tellsNothingBetweenTwoTellings() {
        pass(EVERY);
        counts.count(AT_THE_STORY, WEB, now);
        pass(EVERY.minusSeconds(1));
        assertThat(told).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsAgainWhatDidNotGetThrough() {
        counts.count(AT_THE_STORY, WEB, now);
        down = true;
        assertThatThrownBy(() -> pass(EVERY)).isInstanceOf(StoreUnavailable.class);
        down = false;
        pass(Duration.ZERO);

        assertThat(told).containsExactly(counted("2026-11", Map.of(STORY, 1), Map.of()));
    }

    @Test
    void aMonthEndsInBaghdadAndIsToldToItsEndBeforeItIsForgotten() {
        now = Instant.parse("2026-11-30T20:59:59Z");
        counts.count(AT_THE_STORY, WEB, now);
        now = Instant.parse("2026-11-30T21:00:00Z");
        counts.count(AT_THE_STORY, WEB, now);
        pass(Duration.ZERO);
        assertThat(told)
                .containsExactlyInAnyOrder(
                        counted("2026-11", Map.of(STORY, 1), Map.of()), counted("2026-12", Map.of(STORY, 1), Map.of()));
        assertThat(counts.all()).containsOnlyKeys(YearMonth.of(2026, 11), YearMonth.of(2026, 12));

        pass(Duration.ofDays(2));
        assertThat(counts.all()).containsOnlyKeys(YearMonth.of(2026, 12));
        assertThat(told).hasSize(2);
    }

    @Test
    void neverCountsMoreThanMayCross() {
        for (int many = 0; many < Limits.COUNTS + 20; many++) {
            counts.count(new Ending.Left(Stage.STORY, "l-" + many), WEB, now);
        }
        counts.count(new Ending.Left(Stage.STORY, "l-7"), WEB, now);

        Map<Left, Integer> left =
                Objects.requireNonNull(counts.all().get(YearMonth.of(2026, 11))).left();
        assertThat(left).hasSize(Limits.COUNTS).containsEntry(new Left(Stage.STORY, "l-7", "web"), 2);
    }

    private void pass(Duration after) {
        now = now.plus(after);
        tally.pass(now);
    }

    private static ConversationsCounted counted(String month, Map<Left, Integer> left, Map<Said, Integer> said) {
        return new ConversationsCounted(YearMonth.parse(month), RUN.substring(0, 16), left, said);
    }
}
