package org.wasl.admin.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why one case must not be destroyed, for as long as two people do not say otherwise.
 *
 * @param asked who wants it held, and why
 * @param review by when somebody looks whether it is still needed. It holds on after that day, and is shown as overdue
 * @param agreed the second person; {@code null} while it is only asked for and holds nothing
 * @param lifting who wants it lifted, and why; {@code null} while nobody does
 */
record Hold(
        Word asked,
        LocalDate review,
        @Nullable Word agreed,
        @Nullable Word lifting) {

    /** What one person said. */
    record Word(String by, String reason, Instant at) {
        @Override
        public String toString() {
            return "Word[" + by + ", redacted]";
        }
    }

    boolean stands() {
        return agreed != null;
    }

    boolean overdue(LocalDate today) {
        return stands() && review.isBefore(today);
    }

    Hold agreed(Word second) {
        return new Hold(asked, review, second, null);
    }

    Hold lifting(@Nullable Word wish) {
        return new Hold(asked, review, agreed, wish);
    }

    Hold reviewed(LocalDate next) {
        return new Hold(asked, next, agreed, lifting);
    }
}
