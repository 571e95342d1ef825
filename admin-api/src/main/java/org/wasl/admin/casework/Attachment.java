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
 */
public record Attachment(
        AttachmentId id,
        AttachmentPromise.Kind kind,
        @Nullable String question,
        Instant at,
        State state,
        AttachmentMissing.@Nullable Why missing) {

    /** Where it stands. */
    public enum State {
        /** Announced with the report; not here yet. */
        COMING,
        HERE,
        /** It did not arrive and will not. */
        MISSING,
        /** Never fetched: it may show the abuse of a child. */
        WITHHELD
    }

    static Attachment of(AttachmentPromise promise, @Nullable AttachmentNews news) {
        State state = promise.withheld()
                ? State.WITHHELD
                : news == null ? State.COMING : news.seal() == null ? State.MISSING : State.HERE;
        return new Attachment(
                promise.id(),
                promise.kind(),
                promise.question(),
                promise.at(),
                state,
                news == null ? null : news.missing());
    }
}
