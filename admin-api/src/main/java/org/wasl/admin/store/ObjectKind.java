package org.wasl.admin.store;

import java.util.function.Predicate;

/**
 * One sort of object a feature keeps.
 *
 * @param name what it is called in the store, for ever; no other feature has it
 * @param type a record of closed types: what is sealed is its JSON. A component added later is {@code null}, 0 or false
 *     in what was stored before
 * @param schema raised when what was stored before can no longer be read; a reader refuses any other
 * @param mostBytes of one object's JSON; more is a mistake of the feature, which has limits of its own
 * @param mostLive how many are held in memory; more stay out of lists and are counted
 * @param live whether it is still worked on. What is not is read by its id or its day only
 */
public record ObjectKind<T>(
        String name, Class<T> type, int schema, int mostBytes, int mostLive, Predicate<? super T> live) {

    /** What a case may take, so that one object cannot be larger than what the seal takes. */
    private static final int LARGEST = 4_000_000;

    public ObjectKind {
        if (!name.matches("[a-z][a-z-]{1,30}")) {
            throw new IllegalArgumentException("object kind: " + name + " (expected: small letters and hyphens)");
        }
        if (mostBytes < 1 || mostBytes > LARGEST) {
            throw new IllegalArgumentException(name + ": mostBytes " + mostBytes + " (expected: 1.." + LARGEST + ")");
        }
        if (mostLive < 1) {
            throw new IllegalArgumentException(name + ": mostLive " + mostLive + " (expected: > 0)");
        }
    }
}
