package org.wasl.triage.classifier;

import java.util.Arrays;

/**
 * The weights of one sentence's features, added up, and the squared length of their vector in each view. Eight weights
 * are added at a time: each in two bytes, which hold {@link #MOST_PENDING} of them. Not thread-safe.
 */
final class Tally {

    private static final long EVERY_OTHER = 0x00FF00FF00FF00FFL;
    private static final int LANE = 2 * Byte.SIZE;
    private static final long LANE_MASK = (1L << LANE) - 1;

    /** Of weights up to 255. */
    private static final int MOST_PENDING = 257;

    private static final Weights.View[] VIEWS = Weights.View.values();

    private final Weights weights;
    private final long[] lanes;
    private final int[] columns;
    private final long[] squares = new long[VIEWS.length];
    private int pending;

    Tally(Weights weights) {
        this.weights = weights;
        this.lanes = new long[2 * weights.stride()];
        this.columns = new int[weights.columns()];
    }

    /** Adds the feature at a place of the weights. */
    void add(int place) {
        for (int nth = 0; nth < lanes.length / 2; nth++) {
            long eight = weights.eight(place, nth);
            lanes[2 * nth] += eight & EVERY_OTHER;
            lanes[2 * nth + 1] += (eight >>> Byte.SIZE) & EVERY_OTHER;
        }
        for (int view = 0; view < squares.length; view++) {
            long strength = weights.strengthAt(place, VIEWS[view]);
            squares[view] += strength * strength;
        }
        if (++pending == MOST_PENDING) {
            settle();
        }
    }

    /** Words nobody taught the model: they say nothing, and what the others say counts for less beside them. */
    void unknown(int words) {
        squares[Weights.View.ALARM.ordinal()] += words * Weights.View.ALARM.unknownWord();
    }

    private void settle() {
        for (int column = 0; column < columns.length; column++) {
            long lane = lanes[column / Long.BYTES * 2 + column % 2];
            int sum = (int) (lane >>> column % Long.BYTES / 2 * LANE & LANE_MASK);
            columns[column] += sum - pending * Weights.ZERO;
        }
        Arrays.fill(lanes, 0);
        pending = 0;
    }

    /** Everything is added: the sums can be read. */
    Tally done() {
        settle();
        return this;
    }

    int sum(int column) {
        return columns[column];
    }

    long square(Weights.View view) {
        return Math.max(1, squares[view.ordinal()]);
    }
}
