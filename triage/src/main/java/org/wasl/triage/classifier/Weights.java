package org.wasl.triage.classifier;

import java.util.Arrays;

/**
 * The learnt weights: a row for each known feature, a column for each question. Whole numbers times a scale per column,
 * so that sums do not depend on their order. Immutable.
 */
public final class Weights {

    /** How strongly a feature enters, beside its weight: for alarms by how much it tells, for topics by its rarity. */
    public enum View {
        ALARM(10),
        TOPIC(24);

        private final int steps;

        View(int steps) {
            this.steps = steps;
        }

        /** A strength is kept in this many steps to one. */
        public int steps() {
            return steps;
        }
    }

    /** Most steps of a strength. */
    public static final int STRONGEST = 255;

    /** Largest magnitude of a weight in its column's scale. */
    public static final int MOST = 127;

    private static final int ABSENT = -1;

    private final long[] hashes;
    private final byte[][] strengths;
    private final byte[] cells;
    private final int columns;
    private final int[] buckets;
    private final int mask;

    /**
     * @param hashes of the features, ascending, none twice
     * @param strengths for each view those of the features, in its steps
     * @param cells row after row
     */
    public Weights(long[] hashes, byte[][] strengths, byte[] cells, int columns) {
        if (cells.length != hashes.length * columns) {
            throw new IllegalArgumentException("weights: " + cells.length + " cells (expected: " + columns
                    + " for each of " + hashes.length + " features)");
        }
        this.hashes = hashes.clone();
        this.strengths = new byte[View.values().length][];
        for (View view : View.values()) {
            this.strengths[view.ordinal()] = strengths[view.ordinal()].clone();
        }
        this.cells = cells.clone();
        this.columns = columns;
        int size = Integer.highestOneBit(Math.max(4, hashes.length)) << 2;
        this.mask = size - 1;
        this.buckets = new int[size];
        Arrays.fill(buckets, ABSENT);
        for (int row = 0; row < hashes.length; row++) {
            if (row > 0 && hashes[row] <= hashes[row - 1]) {
                throw new IllegalArgumentException("weights: features out of order at " + row);
            }
            buckets[free((int) hashes[row] & mask)] = row;
        }
    }

    private int free(int from) {
        int bucket = from;
        while (buckets[bucket] != ABSENT) {
            bucket = (bucket + 1) & mask;
        }
        return bucket;
    }

    public int rows() {
        return hashes.length;
    }

    int columns() {
        return columns;
    }

    long hash(int row) {
        return hashes[row];
    }

    /** The row of a feature, or -1. */
    int row(long hash) {
        int bucket = (int) hash & mask;
        while (buckets[bucket] != ABSENT) {
            if (hashes[buckets[bucket]] == hash) {
                return buckets[bucket];
            }
            bucket = (bucket + 1) & mask;
        }
        return ABSENT;
    }

    /** How strongly the feature enters, in steps of the view. */
    int strength(View view, int row) {
        return strengths[view.ordinal()][row] & 0xFF;
    }

    public int cell(int row, int column) {
        return cells[row * columns + column];
    }

    /** Adds a row to the sums of its columns. */
    void addTo(int[] sums, int row) {
        int at = row * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] += cells[at + column];
        }
    }
}
