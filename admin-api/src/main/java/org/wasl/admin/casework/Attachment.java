package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.IntakeEntry.AttachmentMissing;

/**
 * Something sent beside words, as staff see it: whole, or visibly not.
 *
 * @param question id of the step it answered; {@code null} for the story
 * @param missing why it did not arrive; {@code null} otherwise
 * @param heard who listened to it and said so; {@code null} while nobody has
 * @param flagged who said that nobody may look at it any more; {@code null} while nobody has
 */
public record Attachment(
        AttachmentId id,
        AttachmentPromise.Kind kind,
        @Nullable String question,
        Instant at,
        State state,
        AttachmentMissing.@Nullable Why missing,
        @Nullable AttachmentLook heard,
        @Nullable AttachmentLook flagged) {

    /** Where it stands. */
    public enum State {
        /** Announced with the report; not here yet. */
        COMING,
        HERE,
        /** It did not arrive and will not. */
        MISSING,
        /** Never fetched: it may show the abuse of a child. */
        WITHHELD,
        /** It is here, and somebody who looked said that it may show the abuse of a child: nobody looks again. */
        FLAGGED
    }

    static Attachment of(AttachmentPromise promise, @Nullable AttachmentNews news) {
        State state = promise.withheld() ? State.WITHHELD : news == null ? State.COMING : state(news);
        return new Attachment(
                promise.id(),
                promise.kind(),
                promise.question(),
                promise.at(),
                state,
                news == null ? null : news.missing(),
                news == null ? null : news.heard(),
                news == null ? null : news.flagged());
    }

    private static State state(AttachmentNews news) {
        if (news.flagged() != null) {
            return State.FLAGGED;
        }
        return news.seal() == null ? State.MISSING : State.HERE;
    }

    /** A voice note that no person has listened to yet; what did not arrive may have said anything as well. */
    public boolean unheard() {
        return kind == AttachmentPromise.Kind.VOICE && state != State.WITHHELD && heard == null;
    }
}
