package org.wasl.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wasl.triage.classifier.Calibration;

class CalibratorTest {

    @Test
    void findsTheShareBehindAScore() {
        Random random = new Random(1);
        List<Calibrator.Scored> scored = new ArrayList<>();
        for (int at = 0; at < 20_000; at++) {
            double score = random.nextDouble();
            scored.add(new Calibrator.Scored(score, random.nextDouble() < score * score));
        }

        Calibration calibration = Calibrator.of(scored);

        for (double score = 0.1; score < 1; score += 0.1) {
            assertThat(calibration.probability(score)).isCloseTo(score * score, within(0.06));
        }
    }

    @Test
    void neverFallsWithTheScore() {
        Random random = new Random(2);
        List<Calibrator.Scored> scored = new ArrayList<>();
        for (int at = 0; at < 3_000; at++) {
            scored.add(new Calibrator.Scored(random.nextGaussian(), random.nextBoolean()));
        }
        Calibration calibration = Calibrator.of(scored);
        double before = 0;
        for (double score = -4; score < 4; score += 0.01) {
            double probability = calibration.probability(score);
            assertThat(probability).isGreaterThanOrEqualTo(before).isBetween(0.0, 1.0);
            before = probability;
        }
    }

    @Test
    void isNeverQuiteSure() {
        List<Calibrator.Scored> scored = new ArrayList<>();
        for (int at = 0; at < 100; at++) {
            scored.add(new Calibrator.Scored(at, at >= 50));
        }
        Calibration calibration = Calibrator.of(scored);
        assertThat(calibration.probability(-100)).isGreaterThan(0);
        assertThat(calibration.probability(1000)).isLessThan(1);
    }
}
