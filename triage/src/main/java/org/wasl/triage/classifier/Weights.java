package org.wasl.triage.classifier;

/**
 * The learnt weights: a row for each known feature, a column for each question. Whole numbers times a scale per column,
 * so that sums do not depend on their order. Immutable.
 */
public final class Weights {

    /** How strongly a feature enters, beside its weight: for alarms by how much it tells, for topics by its rarity. */
    public enum View {
        /**
         * On writers held out the two numbers cost no urgent text; of other people's everyday texts a third to a half
         * as many are called urgent with them. A word of ten known pieces is some 15,000 by itself.
         */
        ALARM(10, 25_000, 50_000),
        TOPIC(24, 0, 0);

        private final int steps;
        private final long unknownWord;
        private final long doubt;

        View(int steps, long unknownWord, long doubt) {
            this.steps = steps;
            this.unknownWord = unknownWord;
            this.doubt = doubt;
        }

        /** What a word not known adds to the squared length of a text's features. */
        public long unknownWord() {
            return unknownWord;
        }

        /** What is added to the squared length of every text: few words are to be believed less than many. */
        public long doubt() {
            return doubt;
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

    static final int ABSENT = -1;

    private static final int BYTES = Long.BYTES;
    private static final int PLACE_BITS = Long.SIZE - Hash.BITS;

    /** Weights are kept above zero, so that eight of them can be added up at once. */
    static final int ZERO = 128;

    private final long[] hashes;
    private final int columns;
    private final int stride;

    /**
     * At each place a feature's weights and then its strength in each view, eight to a number, the first lowest. The
     * commonest features come first: what is read most stays near.
     */
    private final long[] places;

    /** The hash of a feature above, its place and one below: one look at memory tells both. */
    private final long[] buckets;

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
        for (int row = 1; row < hashes.length; row++) {
            if (hashes[row] <= hashes[row - 1]) {
                throw new IllegalArgumentException("weights: features out of order at " + row);
            }
        }
        this.hashes = hashes.clone();
        this.columns = columns;
        this.stride = (columns + View.values().length + BYTES - 1) / BYTES;
        this.places = new long[hashes.length * stride];
        this.buckets = new long[size(hashes.length)];
        this.mask = buckets.length - 1;
        int place = 0;
        for (int row : commonestFirst(strengths[View.TOPIC.ordinal()])) {
            for (int column = 0; column < columns; column++) {
                put(place, column, cells[row * columns + column] + ZERO);
            }
            for (View view : View.values()) {
                put(place, columns + view.ordinal(), strengths[view.ordinal()][row] & 0xFF);
            }
            buckets[free(hashes[row])] = hashes[row] << PLACE_BITS | place + 1;
            place++;
        }
    }

    /** Four fifths full at most. */
    private static int size(int rows) {
        int size = 4;
        while (size * 4L < rows * 5L) {
            size *= 2;
        }
        return size;
    }

    /** Rarity is strength in the view of topics. */
    private static int[] commonestFirst(byte[] rarity) {
        int[] ends = new int[STRONGEST + 2];
        for (byte strength : rarity) {
            ends[(strength & 0xFF) + 1]++;
        }
        for (int strength = 1; strength < ends.length; strength++) {
            ends[strength] += ends[strength - 1];
        }
        int[] rows = new int[rarity.length];
        for (int row = 0; row < rows.length; row++) {
            rows[ends[rarity[row] & 0xFF]++] = row;
        }
        return rows;
    }

    private void put(int place, int at, int value) {
        places[place * stride + at / BYTES] |= (long) value << at % BYTES * Byte.SIZE;
    }

    private int get(int place, int at) {
        return (int) (places[place * stride + at / BYTES] >>> at % BYTES * Byte.SIZE) & 0xFF;
    }

    private int free(long hash) {
        int bucket = (int) hash & mask;
        while (buckets[bucket] != 0) {
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

    /** How strongly the feature of a row enters, in steps of the view. */
    int strength(View view, int row) {
        return get(place(hashes[row]), columns + view.ordinal());
    }

    public int cell(int row, int column) {
        return weight(place(hashes[row]), column);
    }

    /** Where a feature is found, or {@link #ABSENT}. */
    int place(long hash) {
        int bucket = (int) hash & mask;
        for (long held = buckets[bucket]; held != 0; held = buckets[bucket]) {
            if (held >>> PLACE_BITS == hash) {
                return (int) (held & (1L << PLACE_BITS) - 1) - 1;
            }
            bucket = (bucket + 1) & mask;
        }
        return ABSENT;
    }

    int weight(int place, int column) {
        return get(place, column) - ZERO;
    }

    int strengthAt(int place, View view) {
        return get(place, columns + view.ordinal());
    }

    /** How many numbers a place takes. */
    int stride() {
        return stride;
    }

    /** Eight weights of a place at once, each {@link #ZERO} too much. */
    long eight(int place, int nth) {
        return places[place * stride + nth];
    }
}
