package org.wasl.admin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.admin.MovableClock;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Left;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Said;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Stage;

/** What bot nodes count arrives once however often it is told, and small numbers of it are told to nobody. */
class ChatIntakeTest {
    private static final Quarter AUTUMN = new Quarter(2026, 3);
    private static final String RUN = "00ff00ff00ff00ff";
    private static final String OTHER_RUN = "11ff11ff11ff11ff";
    private static final Left STORY = new Left(Stage.STORY, "kmr-Arab", "telegram");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-09-20T12:00:00Z"));
    private final FakeCounts store = new FakeCounts();
    private final CountBook book = new CountBook(store, StatisticsSettings.DEFAULTS, new SecureRandom(), clock);
    private final ChatIntake intake = new ChatIntake(book, StatisticsSettings.DEFAULTS, clock);

    @Test
    void toldAgainItCountsOnceAndAnotherRunCountsBeside() {
        tell("2026-09", RUN, Map.of(STORY, 7));
        tell("2026-09", RUN, Map.of(STORY, 9));
        tell("2026-09", RUN, Map.of(STORY, 9));
        // Overtaken on its way.
        tell("2026-09", RUN, Map.of(STORY, 7));
        tell("2026-09", OTHER_RUN, Map.of(STORY, 4));
        tell("2026-08", RUN, Map.of(STORY, 1));

        assertThat(released().figure(Population.LEFT, Map.of(Dimension.STAGE, "STORY")))
                .isEqualTo(Figure.of(14));
    }

    @Test
    void readsCodesAndNothingElse() {
        tell("2026-09", RUN, Map.of(STORY, 6, new Left(Stage.STORY, "made-up", "made-up"), 8));
        Release release = released();

        assertThat(figure(release, Dimension.LANGUAGE, "kmr")).isEqualTo(Figure.of(6));
        assertThat(figure(release, Dimension.CHANNEL, "telegram")).isEqualTo(Figure.of(6));
        assertThat(figure(release, Dimension.LANGUAGE, "OTHER")).isEqualTo(Figure.of(8));
        assertThat(release.told().toString()).doesNotContain("made-up");
    }

    @Test
    void whoChoseNoLanguageIsCountedApart() {
        tell("2026-09", RUN, Map.of(new Left(Stage.GREETING, "", "web"), 30, STORY, 6));
        Release release = released();

        assertThat(release.total(Population.LEFT)).isEqualTo(Figure.of(6));
        assertThat(release.total(Population.OPENED)).isEqualTo(Figure.of(30));
        assertThat(Population.LEFT.tells(java.util.Set.of(Dimension.STAGE, Dimension.LANGUAGE)))
                .isTrue();
        assertThat(Population.OPENED.tells(java.util.Set.of(Dimension.LANGUAGE)))
                .as("it would follow from how many chose none")
                .isFalse();
        assertThat(Dimension.STAGE.codes()).doesNotContain("GREETING");
    }

    @Test
    void answersAreTheirOwnAndASmallOneIsWithheldWithAnotherBesideIt() {
        intake.counted(new ConversationsCounted(
                YearMonth.of(2026, 9),
                RUN,
                Map.of(),
                Map.of(
                        new Said(Tap.YES, Tap.YES, "ckb"), 20,
                        new Said(Tap.NO, Tap.NONE, "ckb"), 11,
                        new Said(Tap.NO, Tap.NO, "ckb"), 2)));
        Release release = released();

        assertThat(release.figure(Population.FEEDBACK, Map.of(Dimension.HELPED, "YES")))
                .isEqualTo(Figure.of(20));
        assertThat(release.figure(Population.FEEDBACK, Map.of(Dimension.FELT_SAFE, "NO")))
                .isEqualTo(Figure.WITHHELD);
        assertThat(release.figure(Population.FEEDBACK, Map.of(Dimension.FELT_SAFE, "NONE")))
                .isEqualTo(Figure.WITHHELD);
        assertThat(Objects.requireNonNull(release.told().get(Population.FEEDBACK))
                        .values())
                .allMatch(count -> count >= 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01", "2025-09", "2027-01", "9999-12", "0001-01"})
    void aMonthThatIsNoNodesCountsNothing(String month) {
        tell(month, RUN, Map.of(STORY, 50));

        assertThat(store.chats()).isEmpty();
        assertThat(book.unreleased()).isEmpty();
    }

    @Test
    void whatIsToldLateCountsUntilTheReleaseAndNeverAfter() {
        clock.pass(Duration.ofDays(15));
        tell("2026-09", RUN, Map.of(STORY, 6));
        assertThat(book.unreleased()).containsExactly(AUTUMN);
        assertThat(released().total(Population.LEFT)).isEqualTo(Figure.of(6));

        tell("2026-09", OTHER_RUN, Map.of(STORY, 600));
        book.releaseDue();
        assertThat(book.release(AUTUMN).orElseThrow().total(Population.LEFT)).isEqualTo(Figure.of(6));
        assertThat(store.chats()).isEmpty();
    }

    @Test
    void moreRunsThanThereCanBeAreLeftOut() {
        for (int run = 0; run < StatisticsSettings.DEFAULTS.mostRuns() + 5; run++) {
            tell("2026-09", "%016x".formatted(run), Map.of(STORY, 1));
        }
        tell("2026-09", "%016x".formatted(3), Map.of(STORY, 2));

        assertThat(store.chats()).hasSize(StatisticsSettings.DEFAULTS.mostRuns());
        assertThat(released().total(Population.LEFT)).isEqualTo(Figure.of(StatisticsSettings.DEFAULTS.mostRuns() + 1));
    }

    @Test
    void theQuarterThatGoesOnMovesByFiveOrNotAtAll() {
        Long before = null;
        for (int many = 1; many <= 23; many++) {
            tell("2026-09", RUN, Map.of(STORY, many));
            RunningCounts running = RunningCounts.of(book.counted(), AUTUMN, 5);
            FigureTable stages = running.tables().stream()
                    .filter(table -> table.first() == Dimension.STAGE)
                    .findFirst()
                    .orElseThrow();
            long now = stages.rows().stream()
                    .filter(row -> row.value().equals("STORY"))
                    .mapToLong(row -> row.total().value())
                    .sum();
            assertThat(now).isEqualTo(many / 5 * 5);
            assertThat(stages.total().total()).isEqualTo(Figure.WITHHELD);
            assertThat(before == null || now - before == 0 || now - before == 5).isTrue();
            before = now;
        }
    }

    @Test
    void theSameToldTwiceIsTheSame() {
        ChatCounts told = ChatCounts.summed(
                AUTUMN, List.of(new ChatCounts.Count(Population.OPENED, Map.of(Dimension.CHANNEL, "web"), 7)));

        assertThat(told.told(told)).isEqualTo(told);
    }

    private static Figure figure(Release release, Dimension dimension, String value) {
        return release.figure(Population.LEFT, Map.of(dimension, value));
    }

    private Release released() {
        clock.pass(Duration.ofDays(30));
        book.releaseDue();
        assertThat(book.release(AUTUMN).orElseThrow().made()).isAfter(LocalDate.of(2026, 10, 7));
        return book.release(AUTUMN).orElseThrow();
    }

    private void tell(String month, String run, Map<Left, Integer> left) {
        intake.counted(new ConversationsCounted(YearMonth.parse(month), run, left, Map.of()));
    }
}
