package org.wasl.admin.alert;

import java.time.Instant;
import java.util.Set;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * What moved, for consoles that are open. It goes to every one of them, so whoever tells it on asks first whether that
 * reader may know of the case, and tells codes and numbers, never a citizen's word.
 */
public sealed interface LiveEvent {

    /** The case as it was in that moment. */
    HotCase about();

    /**
     * A case is new or changed.
     *
     * @param fresh whether it was not open before
     */
    record CaseMoved(HotCase about, boolean fresh, Instant at) implements LiveEvent {}

    /**
     * A case needs somebody now.
     *
     * @param rung how far up the ladder it is; 0 is the alert itself
     * @param paged whom it is for; a console may sound for them
     */
    record Alerted(HotCase about, Level level, int rung, Set<StaffId> paged, Instant at) implements LiveEvent {
        public Alerted {
            paged = Set.copyOf(paged);
        }
    }

    /** Somebody tapped "seen" under an alert. Not an acknowledgement. */
    record AlertSeen(HotCase about, StaffId by, Instant at) implements LiveEvent {}
}
