package org.wasl.triage.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person sent that is not words: it is said with the report that it exists, and follows by itself, or a word
 * follows that it did not arrive.
 *
 * @param question id of the step that was open; {@code null} for the story itself
 * @param at when it was sent, by the platform's time
 * @param withheld it was not fetched and never will be: it may show the abuse of a child
 */
public record AttachmentPromise(
        AttachmentId id, Kind kind, @Nullable String question, Instant at, boolean withheld) {

    /** What it is, as far as the platform says. */
    public enum Kind {
        VOICE,
        PICTURE,
        VIDEO,
        FILE
    }
}
