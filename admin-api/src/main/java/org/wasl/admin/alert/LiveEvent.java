package org.wasl.admin.alert;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/** What a console hears while it is open. Codes and numbers, never a citizen's word; what it may show it asks for. */
public sealed interface LiveEvent {

    CaseNumber number();

    /**
     * A case is new or changed.
     *
     * @param fresh whether it was not open before
     */
    record CaseMoved(
            CaseNumber number,
            long edition,
            Level level,
            boolean toConfirm,
            CaseStatus status,
            boolean fresh,
            boolean needsAcknowledgement,
            @Nullable StaffId owner,
            Instant at)
            implements LiveEvent {}

    /**
     * A case needs somebody now.
     *
     * @param rung how far up the ladder it is; 0 is the alert itself
     * @param paged whom it is for; a console may sound for them, everybody sees it
     */
    record Alerted(CaseNumber number, Level level, int rung, Set<StaffId> paged, Instant at) implements LiveEvent {
        public Alerted {
            paged = Set.copyOf(paged);
        }
    }

    /** Somebody tapped "seen" under an alert. Not an acknowledgement. */
    record AlertSeen(CaseNumber number, StaffId by, Instant at) implements LiveEvent {}
}
