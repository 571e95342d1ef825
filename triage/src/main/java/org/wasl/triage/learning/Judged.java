package org.wasl.triage.learning;

import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.corpus.CorpusText;

/** A text with its right answers and what triage said of it. */
record Judged(CorpusText text, Assessment assessment) {

    boolean urgent() {
        return assessment.urgent();
    }

    boolean accepted() {
        return text.accepted().contains(assessment.level());
    }

    /** Urgent by the right answers, exactly or as one of those that are right too. */
    boolean mayBeUrgent() {
        return text.accepted().stream().anyMatch(level -> level.urgent());
    }

    boolean languageIsRight() {
        return assessment.language().wire().equals(text.language());
    }
}
