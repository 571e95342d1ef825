package org.wasl.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.wasl.triage.classifier.Thresholds;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

class ThresholdChooserTest {

    private final List<Outcome> outcomes = outcomes();
    private final Thresholds chosen = new ThresholdChooser(outcomes).choose();

    @Test
    void callsNoMoreCalmTextsUrgentThanAllowed() {
        assertThat(share(ThresholdChooserTest::calm, level -> level.urgent()))
                .isLessThanOrEqualTo(ThresholdChooser.FALSE_URGENT)
                .isGreaterThan(0);
    }

    @Test
    void letsFewUrgentTextsSink() {
        assertThat(share(ThresholdChooserTest::urgent, level -> level.compareTo(Level.L4_STANDARD) >= 0))
                .isLessThanOrEqualTo(ThresholdChooser.URGENT_BELOW_HARM)
                .isGreaterThan(0);
        assertThat(share(ThresholdChooserTest::urgent, level -> level == Level.L5_ADVICE))
                .isLessThanOrEqualTo(ThresholdChooser.URGENT_AS_EVERYDAY)
                .isGreaterThan(0);
    }

    @Test
    void isAsCalmAsItMayBe() {
        assertThat(share(ThresholdChooserTest::calm, level -> level == Level.L5_ADVICE))
                .isGreaterThan(0.4);
    }

    private double share(Predicate<Outcome> of, Predicate<Level> is) {
        List<Level> levels = outcomes.stream()
                .filter(of)
                .map(outcome -> outcome.level(chosen))
                .toList();
        return (double) levels.stream().filter(is).count() / levels.size();
    }

    private static boolean urgent(Outcome outcome) {
        return outcome.example().text().level().urgent();
    }

    private static boolean calm(Outcome outcome) {
        return outcome.example().text().calm();
    }

    /** Levels by chance, and probabilities that know them roughly. */
    private static List<Outcome> outcomes() {
        Random random = new Random(7);
        List<Outcome> outcomes = new ArrayList<>();
        for (int at = 0; at < 4_000; at++) {
            Level level = Level.values()[1 + random.nextInt(4)];
            double severity = (4 - level.ordinal()) / 3.0;
            CorpusText text = new CorpusText(
                    "t" + at, "t", "ar", Category.NONE, level, Set.of(level), CorpusText.Kind.PLAIN, "other", "نص");
            outcomes.add(new Outcome(
                    Example.of(text),
                    Level.L4_STANDARD,
                    blurred(severity, random),
                    blurred(severity + 0.2, random),
                    blurred(severity + 0.4, random)));
        }
        return outcomes;
    }

    private static double blurred(double probability, Random random) {
        return Math.clamp(probability + random.nextGaussian() * 0.2, 0.0, 0.999);
    }
}
