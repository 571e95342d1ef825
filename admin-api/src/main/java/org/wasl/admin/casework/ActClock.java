package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the second clock of a case stands: by when the first protective step has to be done.
 *
 * @param due by when; {@code null} once it stopped, and while nobody can be reached
 * @param opens when the window it waits for begins; only with {@link State#WAITS_FOR_WINDOW}
 */
public record ActClock(
        State state, @Nullable Instant due, @Nullable Instant opens) {

    static final ActClock STOPPED = new ActClock(State.STOPPED, null, null);

    /** How it stands. */
    public enum State {
        /** Done, closed or taken back. */
        STOPPED,
        RUNNING,
        /** The person chose when they may be written to, and that is not now. To be prepared meanwhile. */
        WAITS_FOR_WINDOW,
        /** Nobody is in the chat and no window was chosen: the answer waits for the person. */
        CANNOT_REACH_YET,
        MISSED
    }
}
