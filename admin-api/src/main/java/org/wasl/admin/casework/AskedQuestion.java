package org.wasl.admin.casework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.triage.intake.Line;
import org.wasl.triage.question.QuestionName;
import org.wasl.triage.question.QuestionWords;
import org.wasl.triage.question.Questions;

/**
 * What a line of a transcript answers, and what was chosen, for a reader who may not know the person's language. A "no"
 * alone says nothing.
 *
 * @param words the question in the person's language
 * @param asShown whether these are the very words that were shown; otherwise those of today, for a line that names none
 * @param reader the question in the reader's language
 * @param answer what was chosen, in the reader's language; {@code null} for the person's own words
 */
public record AskedQuestion(
        String words,
        boolean asShown,
        String reader,
        @Nullable String answer) {

    /** Empty for a story, for what staff said, and for a step no release ever asked. */
    public static Optional<AskedQuestion> of(CaseReport report, Line line, ConsoleLanguage reader) {
        String named = line.question();
        if (named == null) {
            return Optional.empty();
        }
        Questions questions = Questions.shipped();
        QuestionName name = QuestionName.read(named);
        String readers = locale(reader);
        return questions
                .best(name, report.locale())
                .map(asked -> new AskedQuestion(
                        asked.text(),
                        questions.shown(name).isPresent(),
                        questions
                                .today(name.id(), readers)
                                .map(QuestionWords::text)
                                .orElse(asked.text()),
                        questions.answer(name, report.locale(), line.text(), readers)));
    }

    /** As the chat names the languages of the console. */
    private static String locale(ConsoleLanguage language) {
        return switch (language) {
            case ARABIC -> "ar-IQ";
            case SORANI -> "ckb";
            case BADINI -> "kmr-Arab";
            case ENGLISH -> "en";
        };
    }

    /** Whether the reader reads the question in the person's own language. */
    public boolean sameWords() {
        return words.equals(reader);
    }

    /** What was chosen is the person's own. */
    @Override
    public String toString() {
        return "AskedQuestion[redacted]";
    }
}
