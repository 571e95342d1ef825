package org.wasl.triage.learning;

import org.wasl.triage.classifier.Question;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.report.Level;

/** The right answers. */
final class Questions {

    static final String YES = "yes";
    static final String NO = "no";

    private Questions() {}

    static boolean isYes(Question question, CorpusText text) {
        return switch (question) {
            case URGENT -> text.level().urgent();
            case HARM -> text.level().atLeastAsSevereAs(Level.L3_URGENT);
            case REPORT -> text.level().atLeastAsSevereAs(Level.L4_STANDARD);
        };
    }

    static String answer(Question question, CorpusText text) {
        return isYes(question, text) ? YES : NO;
    }
}
