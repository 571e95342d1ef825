package org.wasl.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wasl.triage.report.Report;

/** The worked examples of the triage rules: facts in, level and rules out. */
class WorkedExamplesTest {

    private static final Triage TRIAGE = Triage.load();

    @TestFactory
    Stream<DynamicTest> comesToTheLevelOfTheExample() {
        return Table.read("/assessments/worked-examples.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row.get("number") + " " + row.get("said"), () -> check(row)));
    }

    private static void check(Table.Row row) {
        Assessment assessment = TRIAGE.assess(new Report("", FactNotation.read(row.get("facts"))));
        assertThat(assessment.level().wire()).as("%s", assessment.reasons()).isEqualTo(row.get("level"));
        assertThat(assessment.reasons()).extracting(Reason::rule).containsAll(words(row.get("rules")));
        assertThat(assessment.tags()).extracting(Tag::name).containsExactlyInAnyOrderElementsOf(words(row.get("tags")));
        assertThat(assessment.reasons()).isNotEmpty();
    }

    private static java.util.List<String> words(String cell) {
        return cell.isBlank() ? java.util.List.of() : Arrays.asList(cell.split(" "));
    }
}
