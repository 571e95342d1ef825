package org.wasl.triage.classifier;

/**
 * The number a feature is known by in the model file: 40 bits of a mixed FNV-1a over kind and characters. Among 100,000
 * features of a model a feature the model does not know is mistaken for a known one once in ten million.
 *
 * <p>It grows letter by letter, so that all pieces that begin at one letter cost one pass.
 */
final class Hash {

    static final int BITS = 40;

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(char kind, CharSequence text, int from, int to) {
        long state = begun(kind);
        for (int at = from; at < to; at++) {
            state = grown(state, text.charAt(at));
        }
        return finished(state);
    }

    /** The state before the first letter. */
    static long begun(char kind) {
        return (BASIS ^ kind) * PRIME;
    }

    /** The state one letter further. */
    static long grown(long state, char letter) {
        return (state ^ letter) * PRIME;
    }

    static long grown(long state, char[] letters, int from, int to) {
        long grown = state;
        for (int at = from; at < to; at++) {
            grown = grown(grown, letters[at]);
        }
        return grown;
    }

    /** The number of what was read so far. */
    static long finished(long state) {
        return ((state ^ (state >>> 32)) * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS);
    }
}
