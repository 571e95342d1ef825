package org.wasl.triage.classifier;

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
    private static final int ROW_BITS = Long.SIZE - Hash.BITS;

    /** So many bits a feature: of six features the model does not know, five are told by looking at one bit. */
    private static final int HINTS = 8;

    private final long[] hashes;

    /** Row after row: its weights, then its strength in each view. */
    private final byte[] cells;

    private final int columns;
    private final int stride;

    /** The hash of a feature above, its row and one below: one look at memory tells both. */
    private final long[] buckets;

    private final int mask;
    private final long[] hints;
    private final int hintMask;

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
        this.columns = columns;
        this.stride = columns + View.values().length;
        this.cells = interleaved(strengths, cells);
        int size = Integer.highestOneBit(Math.max(4, hashes.length)) << 2;
        this.mask = size - 1;
        this.buckets = new long[size];
        this.hints = new long[size / 4 * HINTS / Long.SIZE + 1];
        this.hintMask = size / 4 * HINTS - 1;
        for (int row = 0; row < hashes.length; row++) {
            if (row > 0 && hashes[row] <= hashes[row - 1]) {
                throw new IllegalArgumentException("weights: features out of order at " + row);
            }
            buckets[free((int) hashes[row] & mask)] = hashes[row] << ROW_BITS | row + 1;
            int hint = hint(hashes[row]);
            hints[hint / Long.SIZE] |= 1L << hint;
        }
    }

    private byte[] interleaved(byte[][] strengths, byte[] weights) {
        byte[] all = new byte[hashes.length * stride];
        for (int row = 0; row < hashes.length; row++) {
            System.arraycopy(weights, row * columns, all, row * stride, columns);
            for (View view : View.values()) {
                all[row * stride + columns + view.ordinal()] = strengths[view.ordinal()][row];
            }
        }
        return all;
    }

    private int free(int from) {
        int bucket = from;
        while (buckets[bucket] != 0) {
            bucket = (bucket + 1) & mask;
        }
        return bucket;
    }

    /** Other bits of the hash than those of its bucket. */
    private int hint(long hash) {
        return (int) (hash >>> 14) & hintMask;
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
        int hint = hint(hash);
        if ((hints[hint / Long.SIZE] & 1L << hint) == 0) {
            return ABSENT;
        }
        int bucket = (int) hash & mask;
        for (long held = buckets[bucket]; held != 0; held = buckets[bucket]) {
            if (held >>> ROW_BITS == hash) {
                return (int) (held & (1L << ROW_BITS) - 1) - 1;
            }
            bucket = (bucket + 1) & mask;
        }
        return ABSENT;
    }

    /** How strongly the feature enters, in steps of the view. */
    int strength(View view, int row) {
        return cells[row * stride + columns + view.ordinal()] & 0xFF;
    }

    public int cell(int row, int column) {
        return cells[row * stride + column];
    }

    /** Adds a row to the sums of its columns. */
    void addTo(int[] sums, int row) {
        int at = row * stride;
        for (int column = 0; column < columns; column++) {
            sums[column] += cells[at + column];
        }
    }
}
