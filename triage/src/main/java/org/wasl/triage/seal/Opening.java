package org.wasl.triage.seal;

import java.util.Optional;

/** What came of opening something sealed. */
public sealed interface Opening<T> {

    /**
     * It opened, was signed by the right sender and is well formed.
     *
     * @param entry what was inside
     * @param digest SHA-256 of the content: the same content sealed twice has the same digest
     * @param envelope what the sender signed beside the content, by which a repeat is known
     */
    record Opened<T>(T entry, Bytes digest, Envelope envelope) implements Opening<T> {
        @Override
        public String toString() {
            return "Opened[redacted]";
        }
    }

    /** It did not. */
    record Refused<T>(Refusal reason) implements Opening<T> {}

    /** What was inside, or nothing. */
    default Optional<T> entryIfOpened() {
        return switch (this) {
            case Opened<T> opened -> Optional.of(opened.entry());
            case Refused<T> refused -> Optional.empty();
        };
    }
}
