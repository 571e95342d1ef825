package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.wasl.triage.report.Category;

/**
 * The mean of the F1 of each category that stands in the texts, rare ones counting like frequent ones, with the interval
 * in which it lies for 95 of 100 samples drawn from the texts with replacement.
 */
record MacroF1(double value, double lower, double upper, int texts) {

    private static final int SAMPLES = 300;
    private static final long SEED = 20261122L;

    static MacroF1 of(List<Judged> judged) {
        if (judged.isEmpty()) {
            return new MacroF1(0, 0, 1, 0);
        }
        Random random = new Random(SEED);
        double[] samples = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            List<Judged> drawn = new ArrayList<>(judged.size());
            for (int at = 0; at < judged.size(); at++) {
                drawn.add(judged.get(random.nextInt(judged.size())));
            }
            samples[sample] = value(drawn);
        }
        Arrays.sort(samples);
        return new MacroF1(value(judged), samples[SAMPLES / 40], samples[SAMPLES - 1 - SAMPLES / 40], judged.size());
    }

    private static final class Counts {
        private int right;
        private int given;
        private int meant;

        double f1() {
            return 2.0 * right / (given + meant);
        }
    }

    private static double value(List<Judged> judged) {
        Map<Category, Counts> counts = new EnumMap<>(Category.class);
        for (Judged one : judged) {
            Counts meant = counts.computeIfAbsent(one.text().category(), any -> new Counts());
            Counts given = counts.computeIfAbsent(one.assessment().category(), any -> new Counts());
            meant.meant++;
            given.given++;
            if (meant == given) {
                meant.right++;
            }
        }
        return counts.values().stream()
                .filter(count -> count.meant > 0)
                .mapToDouble(Counts::f1)
                .average()
                .orElse(0);
    }

    String shown() {
        return texts == 0 ? "-" : Rate.decimals(value) + " (" + Rate.decimals(lower) + "-" + Rate.decimals(upper) + ")";
    }
}
