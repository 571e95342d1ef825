package org.wasl.triage.learning;

import java.util.List;
import java.util.function.DoublePredicate;
import org.wasl.triage.classifier.Thresholds;
import org.wasl.triage.report.Level;

/**
 * Chooses from which probability on the classifier speaks, on texts held out by writer. As many urgent texts as
 * possible are to be found while calm ones are called urgent no more often than the target allows. The levels below are
 * as calm as is safe: bounds hold for how many urgent texts that were not recognised may sink to them.
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

    /** Urgent texts that may stay below L3, where nobody looks within hours. */
    static final double URGENT_BELOW_HARM = 0.04;

    /** Urgent texts that may be read as everyday talk. */
    static final double URGENT_AS_EVERYDAY = 0.015;

    private static final double STEP = 0.005;

    private final List<Outcome> outcomes;

    ThresholdChooser(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    Thresholds choose() {
        double urgent = least(FALSE_URGENT);
        double ask = Math.min(urgent, least(FALSE_ASK));
        double harm = most(at -> sunk(new Thresholds(urgent, ask, at, 0), Level.L4_STANDARD) <= URGENT_BELOW_HARM);
        double report = most(at -> sunk(new Thresholds(urgent, ask, harm, at), Level.L5_ADVICE) <= URGENT_AS_EVERYDAY);
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

    /** The share of urgent texts that get this level or a calmer one. */
    private double sunk(Thresholds thresholds, Level level) {
        long of = 0;
        long sunk = 0;
        for (Outcome outcome : outcomes) {
            if (outcome.example().text().level().urgent()) {
                of++;
                sunk += outcome.level(thresholds).compareTo(level) >= 0 ? 1 : 0;
            }
        }
        return of == 0 ? 0 : (double) sunk / of;
    }

    private static boolean calm(Outcome outcome) {
        return outcome.example().text().calm();
    }

    /** The highest probability that is safe. */
    private static double most(DoublePredicate safe) {
        double most = 0;
        for (double at = STEP; at < 1 && safe.test(at); at += STEP) {
            most = at;
        }
        return most;
    }
}
