package org.wasl.triage.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import org.wasl.triage.report.Language;

/**
 * OpenNLP's language detector over {@link LetterRuns}, compiled for reading: a run of up to four letters is one number,
 * and what the model knows of it one row. Says what the library says, to a millionth, without making a string of every
 * run; a test compares the two. Immutable, safe for many threads.
 */
final class LetterRunModel {

    /** Runs a letter begins: as many as {@link LetterRuns#LONGEST}. */
    private static final int LONGEST = LetterRuns.LONGEST;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final List<Language> languages;

    /** In pairs: a run by its letters, the last one lowest, and where its row begins; a run of zero is free. */
    private final long[] runs;

    /** Row after row, the shortest runs first: what is read most stays near. */
    private final float[] weights;

    private final int shift;

    private LetterRunModel(List<Language> languages, Map<?, ?> known) {
        int size = Integer.highestOneBit(Math.max(4, known.size())) << 2;
        this.languages = languages;
        this.shift = Long.numberOfLeadingZeros(size) + 1;
        this.runs = new long[2 * size];
        this.weights = new float[known.size() * languages.size()];
        int row = 0;
        for (int length = 0; length <= LONGEST; length++) {
            for (Map.Entry<?, ?> entry : known.entrySet()) {
                if (run(entry).length() == length) {
                    put(number(run(entry)), row, entry.getValue());
                    row += languages.size();
                }
            }
        }
    }

    private static String run(Map.Entry<?, ?> entry) {
        if (!(entry.getKey() instanceof String run) || run.isEmpty() || run.length() > LONGEST || run.charAt(0) == 0) {
            throw new IllegalStateException("language model: not of runs of 1 to " + LONGEST + " letters");
        }
        return run;
    }

    private void put(long run, int row, Object weight) {
        if (!(weight instanceof Context context)) {
            throw new IllegalStateException("language model: laid out otherwise");
        }
        int bucket = bucket(run);
        runs[bucket] = run;
        runs[bucket + 1] = row;
        for (int at = 0; at < context.getOutcomes().length; at++) {
            weights[row + context.getOutcomes()[at]] += (float) context.getParameters()[at];
        }
    }

    /** Throws {@link IllegalStateException} for a model of another kind. */
    static LetterRunModel of(LanguageDetectorModel model) {
        if (!(model.getMaxentModel() instanceof QNModel trained)) {
            throw new IllegalStateException("language model: of another kind (expected: quasi-Newton)");
        }
        Object[] parts = trained.getDataStructures();
        if (!(parts[1] instanceof Map<?, ?> known) || !(parts[2] instanceof String[] codes)) {
            throw new IllegalStateException("language model: laid out otherwise");
        }
        return new LetterRunModel(Stream.of(codes).map(Language::ofWire).toList(), known);
    }

    /** The languages it tells apart, in the order of {@link #shares}. */
    List<Language> languages() {
        return languages;
    }

    /** How sure it is of each language for these words, summing to one. */
    double[] shares(List<String> words) {
        char[] letters = LearntWitness.sample(words).toCharArray();
        double[] sums = new double[languages.size()];
        int[] seen = new int[Integer.highestOneBit(letters.length * LONGEST) << 2];
        for (int from = 0; from < letters.length; from++) {
            long run = 0;
            for (int at = from; at < Math.min(letters.length, from + LONGEST); at++) {
                run = run << Character.SIZE | letters[at];
                int bucket = bucket(run);
                if (runs[bucket] == run && isNew(bucket, seen)) {
                    add((int) runs[bucket + 1], sums);
                }
            }
        }
        return normalised(sums);
    }

    private void add(int row, double[] sums) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += weights[row + at];
        }
    }

    /** A run counts once, however often it stands in the words. */
    private static boolean isNew(int bucket, int[] seen) {
        int place = (int) ((bucket * SPREAD) >>> Integer.SIZE) & seen.length - 1;
        while (seen[place] != 0) {
            if (seen[place] == bucket + 1) {
                return false;
            }
            place = (place + 1) & seen.length - 1;
        }
        seen[place] = bucket + 1;
        return true;
    }

    private static double[] normalised(double[] sums) {
        double most = Arrays.stream(sums).max().orElseThrow();
        double all = 0;
        for (double sum : sums) {
            all += StrictMath.exp(sum - most);
        }
        double whole = most + StrictMath.log(all);
        for (int at = 0; at < sums.length; at++) {
            sums[at] = StrictMath.exp(sums[at] - whole);
        }
        return sums;
    }

    private static long number(String run) {
        long number = 0;
        for (int at = 0; at < run.length(); at++) {
            number = number << Character.SIZE | run.charAt(at);
        }
        return number;
    }

    /** Where a run is, or would be. */
    private int bucket(long run) {
        int bucket = 2 * (int) (run * SPREAD >>> shift);
        while (runs[bucket] != 0 && runs[bucket] != run) {
            bucket = (bucket + 2) & runs.length - 1;
        }
        return bucket;
    }
}
