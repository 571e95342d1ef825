package org.wasl.triage.learning;

import java.util.Map;
import org.wasl.triage.classifier.Question;

/** A text and what a model said of it that had learnt from none of its writer's texts. */
record HeldOut(Example example, Map<Question, Double> scores) {

    double score(Question question) {
        Double score = scores.get(question);
        if (score == null) {
            throw new IllegalStateException("no score for " + question);
        }
        return score;
    }
}
