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
 */
public record AttachmentNews(
        AttachmentId id, @Nullable AttachmentSeal seal, AttachmentMissing.@Nullable Why missing, Instant at) {

    static AttachmentNews arrived(AttachmentId id, AttachmentSeal seal, Instant at) {
        return new AttachmentNews(id, seal, null, at);
    }

    static AttachmentNews missing(AttachmentId id, AttachmentMissing.Why why, Instant at) {
        return new AttachmentNews(id, null, why, at);
    }

    @Override
    public String toString() {
        return "AttachmentNews[" + (seal == null ? missing : "arrived") + ", redacted]";
    }
}
