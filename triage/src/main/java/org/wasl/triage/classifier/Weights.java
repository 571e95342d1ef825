package org.wasl.triage.classifier;

import java.util.Arrays;

/**
 * The learnt weights: a row for each known feature, a column for each question. Whole numbers times a scale per column,
 * so that sums do not depend on their order. Immutable.
 */
public final class Weights {

    /** A feature's rarity is kept in this many steps to one. */
    public static final int RARITY_STEPS = 24;

    /** Largest magnitude of a weight in its column's scale. */
    public static final int MOST = 127;

    private static final int ABSENT = -1;

    private final long[] hashes;
    private final byte[] rarities;
    private final byte[] cells;
    private final int columns;
    private final int[] buckets;
    private final int mask;

    /**
     * @param hashes of the features, ascending, none twice
     * @param rarities of the features, in steps
     * @param cells row after row
     */
    public Weights(long[] hashes, byte[] rarities, byte[] cells, int columns) {
        if (rarities.length != hashes.length || cells.length != hashes.length * columns) {
            throw new IllegalArgumentException("weights: " + cells.length + " cells and " + rarities.length
                    + " rarities (expected: " + columns + " and one for each of " + hashes.length + " features)");
        }
        this.hashes = hashes.clone();
        this.rarities = rarities.clone();
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

    /** How rare the feature is, in steps. */
    int rarity(int row) {
        return rarities[row] & 0xFF;
    }

    int cell(int row, int column) {
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
