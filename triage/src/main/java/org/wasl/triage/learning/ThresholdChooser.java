package org.wasl.triage.learning;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.wasl.triage.classifier.Thresholds;
import org.wasl.triage.corpus.CorpusText;

/**
 * Chooses from which probability on the classifier speaks, on texts held out by writer. As many urgent texts as
 * possible are to be found while calm ones are called urgent no more often than the target allows; the levels below
 * follow by how many texts get a level that is right.
 */
final class ThresholdChooser {

    /**
     * Calm texts (L4 and L5) that the classifier may call urgent. Rules and classifier together are to stay under 0.05;
     * what the rules call urgent wrongly is theirs to mend, and throttling the classifier for it would cost far more
     * urgent texts than it saves calm ones.
     */
    static final double FALSE_URGENT = 0.04;

    /** Calm texts of which a human may be asked without their becoming urgent. */
    private static final double FALSE_ASK = 0.12;

    private static final double STEP = 0.005;

    private final List<Outcome> outcomes;

    ThresholdChooser(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    Thresholds choose() {
        double urgent = least(FALSE_URGENT);
        double ask = Math.min(urgent, least(FALSE_ASK));
        double harm = best(at -> new Thresholds(urgent, ask, at, 0));
        double report = best(at -> new Thresholds(urgent, ask, harm, at));
        return new Thresholds(urgent, ask, harm, report);
    }

    /** The least probability at which no more calm texts than this share are above it. */
    private double least(double share) {
        double calm = outcomes.stream().filter(outcome -> calm(outcome)).count();
        for (double at = 0; at < 1; at += STEP) {
            double from = at;
            double above = outcomes.stream()
                    .filter(outcome -> calm(outcome) && outcome.urgent() >= from)
                    .count();
            if (above <= share * calm) {
                return from;
            }
        }
        return 1;
    }

    private double accepted(Thresholds thresholds, boolean telling) {
        long of = 0;
        long hits = 0;
        for (Outcome outcome : outcomes) {
            CorpusText.Kind kind = outcome.example().text().kind();
            if (telling == (kind == CorpusText.Kind.PLAIN || kind == CorpusText.Kind.INDIRECT)) {
                of++;
                hits += outcome.accepted(thresholds) ? 1 : 0;
            }
        }
        return of == 0 ? 0 : (double) hits / of;
    }

    private static boolean calm(Outcome outcome) {
        return outcome.example().text().calm();
    }

    private double best(DoubleFunction<Thresholds> candidate) {
        ToDoubleFunction<Thresholds> right = thresholds -> outcomes.stream()
                .filter(outcome -> outcome.accepted(thresholds))
                .count();
        double best = 1;
        double most = -1;
        for (double at = 0; at <= 1; at += STEP) {
            double count = right.applyAsDouble(candidate.apply(at));
            if (count > most) {
                most = count;
                best = at;
            }
        }
        return best;
    }
}
