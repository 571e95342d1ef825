package org.wasl.admin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.statistics.Dimension.CATEGORY;
import static org.wasl.admin.statistics.Dimension.CHANNEL;
import static org.wasl.admin.statistics.Dimension.GOVERNORATE;
import static org.wasl.admin.statistics.Dimension.LEVEL;
import static org.wasl.admin.statistics.Dimension.SEX;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No small count can be had from what is told, by whatever an attacker adds, subtracts or tries out. */
class DisclosureTest {
    private static final int THRESHOLD = 5;
    private static final int ROUNDS = 24;

    private final Disclosure disclosure = new Disclosure(THRESHOLD);

    @Test
    void withholdsASmallCountAndAnotherBesideIt() {
        Tally tally = tally(List.of(Set.of(SEX)));
        tally.count(Map.of(SEX, "woman"), 40);
        tally.count(Map.of(SEX, "man"), 3);
        tally.count(Map.of(SEX, "UNKNOWN"), 12);

        assertThat(disclosure.withheld(tally)).containsExactlyInAnyOrder(at(SEX, "man"), at(SEX, "UNKNOWN"));
    }

    @Test
    void withholdsATotalThatWouldGiveEveryPartAway() {
        // Five parts of one each: who knows the sum of five and the rule knows them all.
        Tally tally = tally(List.of(Set.of(LEVEL)));
        LEVEL.codes().forEach(level -> tally.count(Map.of(LEVEL, level)));

        assertThat(disclosure.withheld(tally)).contains(Cell.TOTAL);
    }

    @Test
    void tellsEverythingWhereNothingIsSmall() {
        Tally tally = tally(List.of(Set.of(SEX)));
        tally.count(Map.of(SEX, "woman"), 40);
        tally.count(Map.of(SEX, "man"), 5);

        assertThat(disclosure.withheld(tally)).isEmpty();
    }

    @Test
    void neverTellsWhatAddingAndSubtractingWouldGiveAway() {
        forEachRandomTally((tally, seed) -> {
            Set<Cell> withheld = disclosure.withheld(tally);
            Set<Cell> known = everySubtraction(tally, withheld);
            small(tally).forEach(cell -> {
                assertThat(withheld).as("seed %d", seed).contains(cell);
                assertThat(known).as("seed %d: %s", seed, cell).doesNotContain(cell);
            });
        });
    }

    @Test
    void narrowsNoSmallCountFurtherThanTheRuleItselfSays() {
        forEachRandomTally((tally, seed) -> {
            Set<Cell> withheld = disclosure.withheld(tally);
            assertThat(disclosure.exposed(tally.counts(), tally.sums(), withheld))
                    .as("seed %d", seed)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noSmallCountHasOneValueOnlyAmongAllTablesThatLookTheSame(long seed) {
        Random random = new Random(seed);
        Tally tally = tally(List.of(Set.of(SEX, CHANNEL)));
        for (String sex : List.of("woman", "man")) {
            for (String channel : List.of("web", "phone")) {
                int count = random.nextInt(9);
                if (count > 0) {
                    tally.count(Map.of(SEX, sex, CHANNEL, channel), count);
                }
            }
        }
        Set<Cell> withheld = disclosure.withheld(tally);
        Map<Cell, Set<Long>> possible = new Guesses(tally, withheld).possible();
        for (Cell cell : small(tally)) {
            assertThat(possible.getOrDefault(cell, Set.of())).as("%s", cell).hasSizeGreaterThan(1);
        }
    }

    /** All crosses of a whole release at once, in a quiet quarter, an ordinary one and a busy one. */
    @ParameterizedTest
    @ValueSource(ints = {30, 120, 400, 900, 2500, 7000})
    void nothingOfAWholeReleaseGivesASmallCountAway(int cases) {
        Quarter quarter = new Quarter(2026, 3);
        Counted counted = new CodedCases(cases).counted(quarter, cases);
        for (Population population : Population.values()) {
            TableChoice choice = TableChoice.of(population, counted, quarter, disclosure);
            Tally tally = choice.tally();
            assertThat(disclosure.exposed(tally.counts(), tally.sums(), choice.withheld()))
                    .as("%s of %d", population, cases)
                    .isEmpty();
            Set<Cell> known = LinearAttack.determined(tally.sums(), choice.withheld());
            known.retainAll(small(tally));
            assertThat(known).isEmpty();
        }
    }

    @Test
    void withholdsTheSameOnEveryNode() {
        forEachRandomTally((tally, seed) -> {
            Tally again = tally(List.copyOf(tally.tables()));
            List<Map.Entry<Cell, Long>> finest = new ArrayList<>(tally.counts().entrySet());
            java.util.Collections.shuffle(finest, new Random(seed));
            finest.forEach(entry -> again.counts().put(entry.getKey(), entry.getValue()));
            assertThat(disclosure.withheld(again)).isEqualTo(disclosure.withheld(tally));
        });
    }

    /** The test itself must be able to fail: a rule that hides small counts alone is caught at once. */
    @Test
    void theAttackersCatchARuleThatHidesSmallCountsAlone() {
        int caught = 0;
        for (long seed = 0; seed < ROUNDS; seed++) {
            Tally tally = random(seed);
            Set<Cell> naive = small(tally);
            Set<Cell> known = everySubtraction(tally, naive);
            known.retainAll(naive);
            Set<Cell> named = disclosure.exposed(tally.counts(), tally.sums(), naive);
            assertThat(named)
                    .as("what a plain attacker finds, the rule's own attack finds")
                    .containsAll(known);
            caught += known.isEmpty() ? 0 : 1;
        }
        assertThat(caught).isGreaterThan(ROUNDS / 2);
    }

    /** Two small counts in a row and a column each: no sum has one unknown alone, and yet one of them is known. */
    @Test
    void theAttackersSeeBeyondSingleRows() {
        Tally tally = tally(List.of(Set.of(LEVEL, SEX)));
        String[] levels = LEVEL.codes().toArray(String[]::new);
        long[][] counts = {{2, 9, 8}, {9, 3, 9}, {7, 9, 30}};
        String[] sexes = {"woman", "man", "UNKNOWN"};
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < sexes.length; column++) {
                tally.count(Map.of(LEVEL, levels[row], SEX, sexes[column]), counts[row][column]);
            }
        }
        // Hidden: a square of four, and one bridge between it and a lone pair.
        Set<Cell> hidden = new TreeSet<>(List.of(
                cell(levels[0], "woman"),
                cell(levels[0], "man"),
                cell(levels[1], "woman"),
                cell(levels[1], "man"),
                cell(levels[1], "UNKNOWN")));

        assertThat(LinearAttack.determined(tally.sums(), hidden)).containsExactly(cell(levels[1], "UNKNOWN"));
    }

    @Test
    void knowsWhatWholeNumbersGiveAway() {
        Tally tally = tally(List.of(Set.of(SEX)));
        tally.count(Map.of(SEX, "woman"), 1);
        tally.count(Map.of(SEX, "man"), 1);
        tally.count(Map.of(SEX, "UNKNOWN"), 20);
        Set<Cell> hidden = Set.of(at(SEX, "woman"), at(SEX, "man"));

        assertThat(LinearAttack.determined(tally.sums(), hidden)).isEmpty();
        assertThat(RangeAttack.narrowed(THRESHOLD - 2, tally.counts(), tally.sums(), hidden))
                .isEqualTo(hidden);
    }

    @Test
    void refusesAThresholdThatHidesNothing() {
        assertThatThrownBy(() -> new Disclosure(1)).hasMessage("threshold: 1 (expected: > 1)");
    }

    private interface Check {
        void on(Tally tally, long seed);
    }

    private static void forEachRandomTally(Check check) {
        for (long seed = 0; seed < ROUNDS; seed++) {
            check.on(random(seed), seed);
        }
    }

    /** Three overlapping tables and one of three dimensions, mostly thin, as a quiet governorate is. */
    private static Tally random(long seed) {
        Random random = new Random(seed);
        Tally tally = tally(List.of(
                Set.of(LEVEL, SEX), Set.of(LEVEL, CHANNEL), Set.of(SEX, CHANNEL), Set.of(CATEGORY, GOVERNORATE, SEX)));
        int cases = 20 + random.nextInt(400);
        for (int one = 0; one < cases; one++) {
            tally.count(Map.of(
                    LEVEL, skewed(random, LEVEL.codes()),
                    SEX, skewed(random, SEX.codes()),
                    CHANNEL, skewed(random, CHANNEL.codes()),
                    CATEGORY, skewed(random, CATEGORY.codes().subList(0, 5)),
                    GOVERNORATE, skewed(random, GOVERNORATE.codes().subList(0, 6))));
        }
        return tally;
    }

    private static String skewed(Random random, List<String> values) {
        return values.get((int) (values.size() * Math.pow(random.nextDouble(), 2)));
    }

    /** An attacker of our own making, who shares no code with the rule: fills in sums with one unknown, and differences of sums. */
    private static Set<Cell> everySubtraction(Tally tally, Set<Cell> withheld) {
        List<Map<Cell, Integer>> equations = new ArrayList<>();
        for (Sum sum : tally.sums()) {
            Map<Cell, Integer> equation = new TreeMap<>();
            sum.parts().stream().filter(withheld::contains).forEach(cell -> equation.put(cell, 1));
            if (withheld.contains(sum.whole())) {
                equation.put(sum.whole(), -1);
            }
            equations.add(equation);
        }
        Set<Cell> known = new HashSet<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Map<Cell, Integer> equation : equations) {
                equation.keySet().removeAll(known);
                if (equation.size() == 1) {
                    moved |= known.addAll(equation.keySet());
                }
            }
        }
        pairs(equations, known);
        return known;
    }

    private static void pairs(List<Map<Cell, Integer>> equations, Set<Cell> known) {
        for (Map<Cell, Integer> one : equations) {
            for (Map<Cell, Integer> other : equations) {
                if (one.equals(other) || one.isEmpty() || other.isEmpty() || Math.abs(one.size() - other.size()) > 1) {
                    continue;
                }
                for (int sign : new int[] {1, -1}) {
                    Map<Cell, Integer> sum = new TreeMap<>(one);
                    other.forEach((cell, factor) -> sum.merge(cell, sign * factor, Integer::sum));
                    sum.values().removeIf(factor -> factor == 0);
                    if (sum.size() == 1) {
                        known.addAll(sum.keySet());
                    }
                }
            }
        }
    }

    /** Every table of two dimensions that shows the same numbers: what a withheld count could be. */
    private static final class Guesses {
        private final Tally tally;
        private final List<Cell> inner;
        private final Set<Cell> withheld;
        private final Map<Cell, Set<Long>> possible = new TreeMap<>();
        private final Map<Cell, Long> guess = new TreeMap<>();

        private Guesses(Tally tally, Set<Cell> withheld) {
            this.tally = tally;
            this.withheld = withheld;
            this.inner = tally.counts().keySet().stream()
                    .filter(cell -> cell.dimensions().size() == 2)
                    .toList();
        }

        Map<Cell, Set<Long>> possible() {
            guess(0);
            return possible;
        }

        private void guess(int next) {
            if (next == inner.size()) {
                accept();
                return;
            }
            Cell cell = inner.get(next);
            if (!withheld.contains(cell)) {
                guess.put(cell, tally.counts().get(cell));
                guess(next + 1);
                return;
            }
            for (long value = 1; value <= 14; value++) {
                guess.put(cell, value);
                guess(next + 1);
            }
        }

        private void accept() {
            Map<Cell, Long> all = new TreeMap<>(guess);
            guess.forEach((cell, value) -> {
                all.merge(cell.without(SEX), value, Long::sum);
                all.merge(cell.without(CHANNEL), value, Long::sum);
                all.merge(Cell.TOTAL, value, Long::sum);
            });
            boolean fits = tally.counts().entrySet().stream()
                    .allMatch(entry -> withheld.contains(entry.getKey())
                            || entry.getValue().equals(all.get(entry.getKey())));
            if (fits) {
                withheld.forEach(cell ->
                        possible.computeIfAbsent(cell, none -> new TreeSet<>()).add(all.getOrDefault(cell, 0L)));
            }
        }
    }

    private static Set<Cell> small(Tally tally) {
        Set<Cell> small = new TreeSet<>();
        tally.counts().forEach((cell, count) -> {
            if (count < THRESHOLD) {
                small.add(cell);
            }
        });
        return small;
    }

    private static Tally tally(List<Set<Dimension>> tables) {
        return new Tally(tables);
    }

    private static Cell at(Dimension dimension, String value) {
        return Cell.of(Map.of(dimension, value));
    }

    private static Cell cell(String level, String sex) {
        return Cell.of(Map.of(LEVEL, level, SEX, sex));
    }
}
