package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * One look at how the person fares, after help was given or the case was closed.
 *
 * @param done when it was made; {@code null} while it is still to be made
 */
public record FollowUp(
        After after,
        Instant due,
        @Nullable Instant done,
        @Nullable StaffId by,
        @Nullable Result result) {

    /** Which of the fixed looks it is. */
    public enum After {
        TWO_DAYS,
        A_WEEK,
        A_MONTH
    }

    /** What it found. */
    public enum Result {
        /** The person said they are safe. */
        SAFE,
        /** They need more: the case goes on. */
        NEEDS_MORE,
        /** They did not answer inside their windows. */
        NO_ANSWER
    }

    boolean open() {
        return done == null;
    }

    FollowUp made(StaffId who, Instant when, Result what) {
        return new FollowUp(after, due, when, who, what);
    }
}
