package org.wasl.triage.classifier;

import java.util.Arrays;
import java.util.List;
import org.wasl.triage.text.Token;

/** The features of a sentence that the model knows, each once. Not thread-safe; one may read many sentences. */
final class KnownFeatures implements Features.Sink {

    private static final int OF_THE_SENTENCE = -1;

    private final Weights weights;
    private final Features features = new Features(this);
    private final long[] seen;
    private int[] rows = new int[1024];
    private int[] firsts = new int[1024];
    private int[] lasts = new int[1024];
    private int count;

    KnownFeatures(Weights weights) {
        this.weights = weights;
        this.seen = new long[(weights.rows() + Long.SIZE - 1) / Long.SIZE];
    }

    /** Reads a sentence in place of the one before. */
    void read(List<Token> sentence) {
        for (int at = 0; at < count; at++) {
            seen[rows[at] / Long.SIZE] = 0;
        }
        count = 0;
        features.of(sentence);
    }

    @Override
    public void feature(Features.Kind kind, long hash, char[] letters, int from, int to, int first, int last) {
        int row = weights.row(hash);
        if (row < 0 || (seen[row / Long.SIZE] & 1L << row) != 0) {
            return;
        }
        seen[row / Long.SIZE] |= 1L << row;
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            firsts = Arrays.copyOf(firsts, 2 * count);
            lasts = Arrays.copyOf(lasts, 2 * count);
        }
        rows[count] = row;
        firsts[count] = kind.ofWholeSentence() ? OF_THE_SENTENCE : first;
        lasts[count] = last;
        count++;
    }

    int count() {
        return count;
    }

    int row(int at) {
        return rows[at];
    }

    /** Whether it is of single words: {@link #first} and {@link #last} say which. */
    boolean ofWords(int at) {
        return firsts[at] != OF_THE_SENTENCE;
    }

    int first(int at) {
        return firsts[at];
    }

    int last(int at) {
        return lasts[at];
    }
}
