package org.wasl.admin.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether one may write to the person now, and what will become of it.
 *
 * @param opens when the next chosen window opens; only with {@link State#WINDOW_CLOSED}
 */
public record Reach(State state, @Nullable Instant opens) {

    /** How a reply would reach the person. */
    public enum State {
        /** They are in the chat. */
        IN_CHAT,
        /** A window they chose is open. */
        WINDOW_OPEN,
        /** None chosen, not in the chat: the reply waits in the mailbox until they come. Nothing is pushed. */
        WAITS,
        /** They chose windows and none is open: nothing is written now. */
        WINDOW_CLOSED,
        /** No receipt was derived yet, so there is no mailbox. */
        NO_MAILBOX,
        /** They took the report back: nobody writes. */
        WITHDRAWN,
        /** The case is closed. */
        CLOSED
    }

    public boolean mayWrite() {
        return switch (state) {
            case IN_CHAT, WINDOW_OPEN, WAITS -> true;
            case WINDOW_CLOSED, NO_MAILBOX, WITHDRAWN, CLOSED -> false;
        };
    }
}
