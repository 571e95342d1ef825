package org.wasl.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classes as data: what ships is whole, and what is wrong is said at once. */
class RetentionPlanTest {
    private static final String LAST = "STANDARD: {keep: P1Y, source: proposal, why: all others}";

    @Test
    void whatShipsNamesEveryClassOnceWithWhereItsFigureIsFrom() {
        List<RetentionRule> rules = RetentionPlan.shipped().rules();

        assertThat(rules).extracting(RetentionRule::of).containsExactly(RetentionClass.values());
        assertThat(rules).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
        assertThat(rules).filteredOn(RetentionRule::proposed).hasSizeGreaterThan(4);
    }

    @Test
    void noShelfYoungerThanTheShortestPeriodIsLookedAt() {
        LocalDate today = LocalDate.of(2027, 3, 10);
        assertThat(RetentionPlan.shipped().newestDue(today)).isEqualTo(today.minusDays(7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HARM: {keep: P30D, source: s, why: w, when: {ended: [HARMED]}}       | HARM: keep P30D
                    HARM: {keep: P11Y, source: s, why: w, when: {ended: [HARMED]}}       | HARM: keep P11Y
                    HARM: {keep: soon, source: s, why: w, when: {ended: [HARMED]}}       | HARM: keep: (expected
                    HARM: {keep: P1Y, why: w, when: {ended: [HARMED]}}                   | HARM: source and why
                    HARM: {keep: P1Y, source: s, why: w, when: {ended: [GONE]}}          | HARM: GONE not known
                    HARM: {keep: P1Y, source: s, why: w, when: {}}                       | HARM: when: nothing in it
                    HARM: {keep: P1Y, source: s, why: w, until: later}                   | HARM: until not known
                    HARM: {keep: P1Y, source: s, why: w}                                 | that is not the last
                    OLD: {keep: P1Y, source: s, why: w}                                  | OLD: no class
                    """)
    void everyMistakeIsSaid(String wrong, String said) {
        String others = Arrays.stream(RetentionClass.values())
                .filter(one -> one != RetentionClass.STANDARD && !wrong.startsWith(one.name() + ":"))
                .map(one -> one + ": {keep: P1Y, source: s, why: w, when: {child: true}}")
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> PlanFile.parse(String.join("\n", wrong, others, LAST)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aClassLeftOutOrGivenTwiceAndNoClassOfAllOthersAreFound() {
        assertThatThrownBy(() -> PlanFile.parse(LAST)).hasMessageContaining("HARM: missing");
        assertThatThrownBy(() -> PlanFile.parse(LAST + "\n" + LAST)).hasMessageContaining("a key twice");
        String none = Stream.of(RetentionClass.values())
                .map(one -> one + ": {keep: P1Y, source: s, why: w, when: {child: true}}")
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> PlanFile.parse(none)).hasMessageContaining("no class of all others at the end");
        assertThatThrownBy(() -> PlanFile.parse("[]")).hasMessageContaining("no classes");
    }
}
