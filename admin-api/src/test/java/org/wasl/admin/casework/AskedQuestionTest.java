package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.triage.intake.Line;
import org.wasl.triage.question.QuestionName;
import org.wasl.triage.question.QuestionWords;
import org.wasl.triage.question.Questions;

/** An answer is shown with its question, in the person's language and in the reader's. */
class AskedQuestionTest {
    private static final QuestionWords DANGER =
            Questions.shipped().today("danger", "kmr-Arab").orElseThrow();

    private final FreshCases cases = new FreshCases();
    private final CaseReport report =
            cases.opened(aFiledReport().in("kmr-Arab")).leading();

    @Test
    void aChosenAnswerReadsInTheReadersLanguage() {
        AskedQuestion asked =
                asked(DANGER.name(), Objects.requireNonNull(DANGER.options().get("calm")), ConsoleLanguage.ENGLISH);

        assertThat(asked.words()).isEqualTo(DANGER.text());
        assertThat(asked.asShown()).isTrue();
        assertThat(asked.reader()).startsWith("Is there danger now");
        assertThat(asked.answer()).isEqualTo("No");
    }

    @Test
    void wordsOfAPersonsOwnAreLeftAsTheyAre() {
        assertThat(asked(DANGER.name(), "own words", ConsoleLanguage.ARABIC).answer())
                .isNull();
    }

    @Test
    void aReportFromBeforeEditionsWereNamedIsReadWithTodaysWordsAndSaysSo() {
        AskedQuestion asked = asked(new QuestionName("danger", null), "x", ConsoleLanguage.BADINI);

        assertThat(asked.words()).isEqualTo(DANGER.text());
        assertThat(asked.asShown()).isFalse();
        assertThat(asked.sameWords()).isTrue();
    }

    @Test
    void whatNoReleaseAskedHasNoWordsAndNeitherHasAStory() {
        assertThat(AskedQuestion.of(report, line("planted-question", "x"), ConsoleLanguage.ARABIC))
                .isEmpty();
        assertThat(AskedQuestion.of(
                        report,
                        new Line(Line.Speaker.CITIZEN, "story", null, cases.clock.instant()),
                        ConsoleLanguage.ARABIC))
                .isEmpty();
    }

    private AskedQuestion asked(QuestionName name, String answer, ConsoleLanguage reader) {
        return AskedQuestion.of(report, line(name.wire(), answer), reader).orElseThrow();
    }

    private Line line(String question, String answer) {
        return new Line(Line.Speaker.CITIZEN, answer, question, cases.clock.instant());
    }
}
