package org.wasl.admin.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes of speaking in a chat oneself. */
public sealed interface TakeOverOutcome {

    /** The lease runs until then, unless renewed. */
    record Speaking(Instant until) implements TakeOverOutcome {}

    /** The bot goes on. */
    record HandedBack() implements TakeOverOutcome {}

    /** The person cannot be found in a chat. */
    record NoChat() implements TakeOverOutcome {}

    /** A colleague speaks there. */
    record Taken(@Nullable String byName) implements TakeOverOutcome {}

    record Missing() implements TakeOverOutcome {}

    /** Not theirs: they have to hold the case. */
    record Refused() implements TakeOverOutcome {}
}
