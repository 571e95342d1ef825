package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * What somebody of the staff said of an attachment once they had listened or looked.
 *
 * @param level how urgent what they heard is; {@code null} where they said that nobody may look at it any more
 */
public record AttachmentLook(
        StaffId by, Instant at, @Nullable Level level) {}
