package org.wasl.admin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wasl.admin.MovableClock;
import org.wasl.admin.casework.CaseNumber;

/** Counts outlive their cases, are released once, and lead back to nobody. */
class CountBookTest {
    private static final Quarter AUTUMN = new Quarter(2026, 3);
    private static final Quarter NEXT = new Quarter(2026, 4);
    private static final CaseNumber ONE = CodedCases.number(2345);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-09-30T12:00:00Z"));
    private final FakeCounts store = new FakeCounts();
    private final CountBook book = new CountBook(store, StatisticsSettings.DEFAULTS, new SecureRandom(), clock);
    private final CodedCases cases = new CodedCases(1);

    @Test
    void anErasedCaseStaysCountedUnderAnIdThatLeadsNowhere() {
        CodedCase coded = cases.one(AUTUMN, AUTUMN);
        book.put(ONE, coded);
        book.sever(ONE);

        assertThat(book.live()).containsExactly(coded);
        assertThat(store.all().keySet()).noneMatch(id -> id.contains("2345"));
        assertThat(book.find(ONE)).isEmpty();
        assertThat(book.numbers()).isEmpty();
    }

    @Test
    void anOpenCaseThatIsErasedCountsAsTakenBack() {
        book.put(ONE, cases.one(AUTUMN, null));
        book.sever(ONE);

        assertThat(book.live().getFirst().closed()).isEqualTo(AUTUMN);
        assertThat(book.live().getFirst().codes()).containsEntry(Dimension.OUTCOME, "REPORTER_WITHDREW");
    }

    @Test
    void aSeveringThatBrokeOffCountsOnceAndIsFinished() {
        CodedCase coded = cases.one(AUTUMN, AUTUMN);
        book.put(ONE, coded);
        CountStore.Kept kept = store.find(ONE.value()).orElseThrow();
        store.keep(kept.apart(), kept);

        assertThat(book.live()).hasSize(1);
        book.repair();
        assertThat(store.all()).containsOnlyKeys(kept.apart());
    }

    @Test
    void releasesAQuarterOnceItsLastClockHasRunOutAndNotBefore() {
        book.put(ONE, cases.one(AUTUMN, AUTUMN));
        clock.pass(Duration.ofDays(7));
        assertThat(book.releaseDue()).isEmpty();
        clock.pass(Duration.ofDays(2));
        assertThat(book.releaseDue()).containsExactly(AUTUMN);
        assertThat(book.releaseDue()).isEmpty();
    }

    @Test
    void aReleaseNeverChangesAfterwards() {
        cases.of(AUTUMN, 300).forEach(this::put);
        clock.pass(Duration.ofDays(20));
        book.releaseDue();
        Release before = book.release(AUTUMN).orElseThrow();
        cases.of(AUTUMN, 40).forEach(this::put);
        book.releaseDue();

        assertThat(book.release(AUTUMN)).contains(before);
    }

    @Test
    void whatIsReleasedIsForgottenAndWhatIsOpenStays() {
        book.put(ONE, cases.one(AUTUMN, AUTUMN));
        CaseNumber open = CodedCases.number(3456);
        book.put(open, cases.one(AUTUMN, null));
        clock.pass(Duration.ofDays(20));
        book.releaseDue();

        assertThat(book.numbers()).containsExactly(open);
        book.put(open, cases.one(AUTUMN, NEXT));
        clock.pass(Duration.ofDays(120));
        assertThat(book.releaseDue()).containsExactly(NEXT);
        assertThat(store.all()).isEmpty();
    }

    @Test
    void aReleaseHoldsNoSmallCountAtAll() {
        cases.of(AUTUMN, 500).forEach(this::put);
        clock.pass(Duration.ofDays(20));
        book.releaseDue();
        Release release = book.release(AUTUMN).orElseThrow();

        release.told().values().forEach(told -> assertThat(told.values()).allMatch(count -> count >= 5));
        assertThat(release.withheld(Population.CASES)).isGreaterThan(0);
        release.times().keySet().forEach(key -> assertThat(key).matches("[A-Z]+:L[1-5]"));
    }

    @Test
    void aClockThatStillRanAtTheReleaseWasMissed() {
        Map<Dimension, String> codes =
                new java.util.EnumMap<>(cases.one(AUTUMN, null).codes());
        codes.put(Dimension.ACTED, ClockVerdict.RUNNING.name());
        for (int one = 0; one < 7; one++) {
            put(new CodedCase(AUTUMN, null, codes, List.of(), Map.of()));
        }
        clock.pass(Duration.ofDays(20));
        book.releaseDue();
        Release release = book.release(AUTUMN).orElseThrow();

        assertThat(release.figure(Population.CASES, Map.of(Dimension.ACTED, ClockVerdict.MISSED.name())))
                .isEqualTo(Figure.of(7));
    }

    @Test
    void aThinCrossIsLeftOutSoThatTheCoarseOnesStay() {
        Release release = Release.of(
                AUTUMN, java.time.LocalDate.of(2026, 10, 9), cases.counted(AUTUMN, 900), StatisticsSettings.DEFAULTS);

        assertThat(release.leftOut(Population.CASES)).isGreaterThan(0);
        assertThat(release.total(Population.CASES)).isEqualTo(Figure.of(900));
        Dimension.LEVEL
                .codes()
                .forEach(level -> assertThat(release.figure(Population.CASES, Map.of(Dimension.LEVEL, level))
                                .told())
                        .isTrue());
        Map<Dimension, String> fine = new java.util.EnumMap<>(Dimension.class);
        fine.put(Dimension.LEVEL, "L5");
        fine.put(Dimension.CATEGORY, "NONE");
        fine.put(Dimension.GOVERNORATE, "HA");
        assertThat(release.figure(Population.CASES, fine)).isEqualTo(Figure.WITHHELD);
    }

    @Test
    void aYearKnowsNothingItsQuartersDoNotTell() {
        List<Release> quarters = java.util.stream.IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new Quarter(2026, number))
                .map(quarter -> Release.of(
                        quarter,
                        java.time.LocalDate.of(2027, 1, 9),
                        cases.counted(quarter, 40),
                        StatisticsSettings.DEFAULTS))
                .toList();
        Told.Year year = new Told.Year(2026, quarters);
        for (String category : Dimension.CATEGORY.codes()) {
            Map<Dimension, String> at = Map.of(Dimension.CATEGORY, category);
            long told = quarters.stream()
                    .mapToLong(quarter -> quarter.figure(Population.CASES, at).value())
                    .sum();
            boolean all = quarters.stream()
                    .allMatch(quarter -> quarter.figure(Population.CASES, at).told());
            Figure figure = year.figure(Population.CASES, at);
            assertThat(figure.value()).isEqualTo(told);
            assertThat(figure.told()).isEqualTo(all);
        }
    }

    @Test
    void theRunningQuarterMovesByTheThresholdOrNotAtAll() {
        List<CodedCase> all = cases.of(NEXT, 60);
        List<Long> before = null;
        for (int many = 0; many <= all.size(); many++) {
            RunningCounts running = RunningCounts.of(new Counted(all.subList(0, many), List.of()), NEXT, 5);
            List<Long> now = running.tables().stream()
                    .flatMap(table -> table.rows().stream())
                    .map(row -> row.total().value())
                    .toList();
            if (before != null) {
                for (int cell = 0; cell < now.size(); cell++) {
                    assertThat(now.get(cell) - before.get(cell)).isIn(0L, 5L);
                }
            }
            running.tables().forEach(table -> assertThat(table.total().total()).isEqualTo(Figure.WITHHELD));
            before = now;
        }
    }

    private int next = 1;

    private void put(CodedCase coded) {
        book.put(CodedCases.number(next++), coded);
    }
}
