package org.wasl.admin.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.DeskReply;

/** What comes of writing to a citizen. */
public sealed interface ReplyOutcome {

    /**
     * Kept durably and on its way.
     *
     * @param edition the case's edition now
     * @param again whether it had been written before under the same key; it is not sent twice
     */
    record Written(DeskReply reply, long edition, boolean again) implements ReplyOutcome {}

    /** It cannot be written now; the reach says why. */
    record Unreachable(Reach reach) implements ReplyOutcome {}

    /** The case moved on since it was read; nothing was written. */
    record Overtaken(long edition, List<CaseEvent.Kind> latest) implements ReplyOutcome {}

    record Missing() implements ReplyOutcome {}

    record Refused(Why why) implements ReplyOutcome {}

    /** Somebody else holds the case and their lease runs. */
    record Held(@Nullable String byName) implements ReplyOutcome {}

    /** Why it was refused. */
    enum Why {
        NOT_ALLOWED,
        NOT_YOURS,
        /** Nobody has claimed the case: one person speaks, and they have a name here. */
        CLAIM_FIRST,
        EMPTY,
        TOO_LONG,
        TOO_MANY,
        /** The same key came with another text. */
        KEY_REUSED,
        NO_SUCH_REPORT,
        /** The person wished for somebody else, who is there. */
        WISH_NOT_MET
    }
}
