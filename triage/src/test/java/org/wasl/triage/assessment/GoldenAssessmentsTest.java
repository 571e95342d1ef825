package org.wasl.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;

/** Sentences of each language and what must be read from them, and near misses from which nothing urgent may be. */
class GoldenAssessmentsTest {

    private static final Triage TRIAGE = Triage.load();
    private static final Triage RULES = Triage.withoutClassifier();

    @TestFactory
    Stream<DynamicTest> readsTheDangerInEachLanguage() {
        return Table.read("/assessments/golden.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row.get("language") + " " + row.get("text"), () -> danger(row)));
    }

    @TestFactory
    Stream<DynamicTest> noRuleIsUrgentForNearMisses() {
        return Table.read("/assessments/quiet.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get("language") + " " + row.get("text"),
                        () -> NearMissesIT.checkByRules(row.get("text"), row.get("whole"))));
    }

    private static void danger(Table.Row row) {
        String text = row.get("text");
        Assessment assessment = RULES.assess(new Report(text, Facts.NONE));

        assertThat(assessment.level()).as("%s", assessment.reasons()).isEqualTo(Level.ofWire(row.get("level")));
        assertThat(assessment.reasons()).extracting(Reason::rule).contains(row.get("rule"));
        assertThat(assessment.facts().holds(FactKey.ofWire(row.get("fact")))).isTrue();
        assertThat(assessment.language()).isEqualTo(Language.ofWire(row.get("language")));
        for (Fact fact : assessment.facts()) {
            Evidence words = Objects.requireNonNull(fact.evidence());
            assertThat(text.substring(words.start(), words.end())).isEqualTo(words.text());
        }
        assertThat(assessment.suspectedOnly()).isEqualTo(assessment.urgent());

        Assessment raised = TRIAGE.assess(new Report(text, Facts.NONE));
        assertThat(raised.level()).isLessThanOrEqualTo(assessment.level());
    }
}
