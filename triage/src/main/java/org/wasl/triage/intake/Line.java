package org.wasl.triage.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the transcript as it reaches the desk.
 *
 * @param speaker who said it
 * @param text the citizen's words, or the label of what was chosen
 * @param question id of the step that was open; {@code null} for the story itself
 * @param at when it was said, by the platform's time
 */
public record Line(Speaker speaker, String text, @Nullable String question, Instant at) {

    /** Who speaks in a transcript. */
    public enum Speaker {
        CITIZEN,
        BOT,
        DESK
    }

    @Override
    public String toString() {
        return "Line[" + speaker + ", redacted]";
    }
}
