package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentSeal;
import org.wasl.triage.intake.IntakeEntry.AttachmentMissing;

/**
 * What became of something a person sent beside words. Lies inside the case's own seal, so erasing the case's key makes
 * the chunks unreadable with everything else.
 *
 * @param seal opens the chunks, which were all there and right when this was written; {@code null} when it did not arrive
 * @param missing why it did not arrive; {@code null} when it did
 * @param heard who listened to a voice note and said so; {@code null} while nobody has
 * @param flagged who said that it may show the abuse of a child; {@code null} while nobody has
 */
public record AttachmentNews(
        AttachmentId id,
        @Nullable AttachmentSeal seal,
        AttachmentMissing.@Nullable Why missing,
        Instant at,
        @Nullable AttachmentLook heard,
        @Nullable AttachmentLook flagged) {

    static AttachmentNews arrived(AttachmentId id, AttachmentSeal seal, Instant at) {
        return new AttachmentNews(id, seal, null, at, null, null);
    }

    static AttachmentNews missing(AttachmentId id, AttachmentMissing.Why why, Instant at) {
        return new AttachmentNews(id, null, why, at, null, null);
    }

    AttachmentNews heardBy(AttachmentLook look) {
        return new AttachmentNews(id, seal, missing, at, look, flagged);
    }

    AttachmentNews flaggedBy(AttachmentLook look) {
        return new AttachmentNews(id, seal, missing, at, heard, look);
    }

    @Override
    public String toString() {
        return "AttachmentNews[" + (seal == null ? missing : "arrived") + ", redacted]";
    }
}
