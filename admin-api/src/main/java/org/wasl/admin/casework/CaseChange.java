package org.wasl.admin.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of a decision on a case. */
public sealed interface CaseChange {

    /** Done, durably. Also when it was done before by the same person: deciding twice is harmless. */
    record Done(CaseView view) implements CaseChange {}

    /** A lowering, or the keeping of what was taken back, that waits for a second person. */
    record WaitsForSecond(CaseView view) implements CaseChange {}

    /**
     * Somebody changed the case since it was read; nothing was written.
     *
     * @param edition the one it has now
     * @param latest the last things that happened to it, oldest first, without texts
     */
    record Overtaken(long edition, List<CaseEvent.Kind> latest) implements CaseChange {}

    /** Somebody else holds it and their lease runs. */
    record Held(@Nullable String byName) implements CaseChange {}

    record Missing() implements CaseChange {}

    record Refused(Why why) implements CaseChange {}

    /** Why a decision was refused. */
    enum Why {
        NOT_YOURS,
        NOT_ALLOWED,
        /** The status cannot follow the one it has. */
        NOT_FROM_HERE,
        REASON_MISSING,
        TOO_LONG,
        /** What was sent under this key before was something else. */
        KEY_REUSED,
        /** The case holds as many notes as it may. */
        TOO_MANY,
        /** A lowering, or the keeping of what was taken back, needs somebody else than who asked. */
        NEEDS_ANOTHER_PERSON,
        NOTHING_ASKED,
        /** Only who listened can say what was heard. */
        PLAY_FIRST,
        /** They have not looked at what they would let go. */
        LOOK_FIRST,
        /** It would not lower, or not raise. */
        WRONG_DIRECTION,
        UNKNOWN_STAFF,
        /** Nobody answers for it, and in this status somebody has to. */
        OWNER_MISSING,
        /** The date is past, or too far away. */
        DATE_WRONG,
        /** Only who holds the case and has answered the person once may put it aside. */
        ANSWER_FIRST,
        /** What is known of the danger forbids this end; a supervisor and a second person may, with their reason. */
        TOO_DANGEROUS,
        /** The person wished for somebody else, and has not agreed to this. */
        WISH_NOT_MET,
        /** They know a party. */
        KEPT_APART,
        /** What has to be recorded before was not. */
        NOT_READY,
        /** The person has not agreed to it, or no longer does. */
        NO_CONSENT,
        /** There is no such partner, referral, bundle or unit. */
        UNKNOWN_PARTY,
        /** Nobody goes there alone. */
        TWO_NEEDED,
        /** Who took it over and when has to be said, and of the other steps nobody is named. */
        STEP_INCOMPLETE,
        /** It would have been done after now, or before the clock began to run. */
        TIME_WRONG
    }
}
