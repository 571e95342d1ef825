package org.wasl.triage.classifier;

/**
 * The number a feature is known by in the model file: 40 bits of a mixed FNV-1a over kind and characters. Among 100,000
 * features of a model a feature the model does not know is mistaken for a known one once in ten million.
 */
final class Hash {

    static final int BITS = 40;

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(char kind, CharSequence text, int from, int to) {
        long hash = (BASIS ^ kind) * PRIME;
        for (int at = from; at < to; at++) {
            hash = (hash ^ text.charAt(at)) * PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash >>> (Long.SIZE - BITS);
    }
}
