package org.wasl.admin.casework;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Level;

/**
 * What part of the queue is wanted.
 *
 * @param levels only these; empty for all
 * @param list which of the short lists
 * @param language only cases of this triage language code; {@code null} for all
 * @param governorate only cases of this governorate; {@code null} for all
 */
public record QueueFilter(
        Set<Level> levels,
        Shortlist list,
        @Nullable String language,
        @Nullable String governorate) {

    public static final QueueFilter ALL = new QueueFilter(Set.of(), Shortlist.ALL, null, null);

    public QueueFilter {
        levels = Set.copyOf(levels);
    }

    /** The lists above the queue. */
    public enum Shortlist {
        ALL,
        /** Urgent and nobody's. */
        NOW,
        MINE,
        /** Urgent on suspicion only. */
        TO_CONFIRM,
        /** Waits for the daily meeting. */
        MEETING,
        /** A clock has run out. */
        BREACHED,
        /** What the reader holds, and what is to be done on it before the day is over in Baghdad. */
        MINE_TODAY,
        /** The date of the next action has passed. */
        OVERDUE,
        /** Put aside as not looking real. */
        PARKED,
        /** Follow-ups that are due, of closed cases too. */
        FOLLOW_UPS
    }
}
