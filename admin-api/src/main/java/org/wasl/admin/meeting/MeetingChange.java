package org.wasl.admin.meeting;

import java.util.List;
import org.wasl.admin.casework.CaseChange;

/** What comes of doing something in a meeting. */
sealed interface MeetingChange {

    /** Done, durably. Also when it was done before: doing it twice is harmless. */
    record Done(MeetingView view) implements MeetingChange {}

    /** One goes on already for this part of the country; nothing was begun. */
    record Running(MeetingView view) implements MeetingChange {}

    /**
     * Somebody changed the meeting since it was read; nothing was written.
     *
     * @param edition the one it has now
     * @param latest the last things done in it, the latest last
     */
    record Overtaken(long edition, List<Meeting.Happened> latest) implements MeetingChange {}

    record Missing() implements MeetingChange {}

    record Refused(Why why) implements MeetingChange {}

    /** The case itself did not take the decision: its own rules, or it moved on since it was read. */
    record CaseSaid(CaseChange answer) implements MeetingChange {}

    /**
     * Others are in the room who may not know of this case.
     *
     * @param names who goes out before it is spoken of
     */
    record NotBefore(List<String> names) implements MeetingChange {}

    /** Why something was refused. */
    enum Why {
        NOT_ALLOWED,
        /** The minutes stand; a correction is added to them. */
        FROZEN,
        /** Its minutes do not stand yet. */
        STILL_OPEN,
        /** Only who is in the room writes. */
        NOT_THERE,
        UNKNOWN_CASE,
        UNKNOWN_STAFF,
        TOO_MANY,
        REASON_MISSING,
        TOO_LONG,
        DATE_MISSING,
        OWNER_MISSING,
        /** Who holds the meeting stays to its end. */
        CHAIR_STAYS
    }
}
