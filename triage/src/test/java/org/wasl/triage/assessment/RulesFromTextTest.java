package org.wasl.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/** Every rule that words alone can state fires for a plain sentence of each main language, and not for its near miss. */
class RulesFromTextTest {

    static final String TABLE = "/assessments/rules-from-text.tsv";
    private static final String NOT_YET = "not-yet";
    private static final Triage RULES = Triage.withoutClassifier();

    /** R01-R10, R13-R30, R32-R36, R44, and the missing child of R42. */
    private static final Set<String> FROM_WORDS = Stream.of(
                    IntStream.rangeClosed(1, 10),
                    IntStream.rangeClosed(13, 30),
                    IntStream.rangeClosed(32, 36),
                    IntStream.of(42, 44))
            .flatMapToInt(numbers -> numbers)
            .mapToObj("R%02d"::formatted)
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void theTableHasEveryRuleInEveryMainLanguage() {
        Set<String> wanted = new TreeSet<>();
        for (String rule : FROM_WORDS) {
            for (String language : List.of("ar", "ckb", "kmr-arab")) {
                wanted.add(rule + " " + language);
            }
        }
        assertThat(Table.read(TABLE)).extracting(RulesFromTextTest::name).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @TestFactory
    Stream<DynamicTest> firesForAPlainSentence() {
        return Table.read(TABLE).stream()
                .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                    boolean fires = fires(row, "text");
                    if (row.get("from-text").equals(NOT_YET)) {
                        assertThat(fires).as("fires now: no longer not-yet").isFalse();
                    } else {
                        assertThat(fires).as("%s", reasons(row, "text")).isTrue();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> doesNotFireForTheNearMiss() {
        return Table.read(TABLE).stream()
                .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                    assertThat(fires(row, "near"))
                            .as("%s", reasons(row, "near"))
                            .isFalse();
                    NearMissesIT.checkByRules(row.get("near"), row.get("whole"));
                }));
    }

    @Test
    void tellsWhatTextCannotStateYet() {
        List<String> missing = Table.read(TABLE).stream()
                .filter(row -> row.get("from-text").equals(NOT_YET))
                .map(RulesFromTextTest::name)
                .toList();
        System.out.println("not from text yet: " + missing.size() + " " + missing);
        assertThat(Table.read(TABLE)).allMatch(row -> Set.of("fires", NOT_YET).contains(row.get("from-text")));
        assertThat(missing).hasSizeLessThanOrEqualTo(0);
    }

    private static boolean fires(Table.Row row, String column) {
        return reasons(row, column).stream().anyMatch(reason -> reason.rule().equals(row.get("rule")));
    }

    private static List<Reason> reasons(Table.Row row, String column) {
        return RULES.assess(new Report(row.get(column), Facts.NONE)).reasons();
    }

    private static String name(Table.Row row) {
        return row.get("rule") + " " + row.get("language");
    }
}
