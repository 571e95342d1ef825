package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * What is to be done next on a case and by when. Every open case has one.
 *
 * @param by who set the date; {@code null} where it follows from the clocks of the level
 */
public record NextAction(Instant due, What what, @Nullable StaffId by) {

    /** What is to be done. */
    public enum What {
        /** Somebody takes the case. */
        ACKNOWLEDGE,
        /** The first protective step. */
        ACT,
        /** The next look at it by its owner. */
        LOOK,
        /** The person is written to, or looked for in their window. */
        WRITE,
        /** An officer goes there. */
        VISIT,
        /** The other service is asked whether it took the case on. */
        ASK_PARTNER,
        /** A partner is told that the person no longer agrees. */
        TELL_PARTNER,
        /** The other unit is asked whether it takes the case. */
        ASK_UNIT,
        /** The follow-up that is due. */
        FOLLOW_UP,
        /** The daily meeting. */
        MEETING,
        /** What was parked is looked at again. */
        LOOK_AGAIN,
        /** Two people look at what was taken back. */
        DECIDE,
        /** Somebody's task. */
        TASK;

        /** Whether staff may set it; the others follow from what happened. */
        public boolean byHand() {
            return switch (this) {
                case LOOK, WRITE, VISIT, ASK_PARTNER -> true;
                case ACKNOWLEDGE, ACT, TELL_PARTNER, ASK_UNIT, FOLLOW_UP, MEETING, LOOK_AGAIN, DECIDE, TASK -> false;
            };
        }
    }
}
