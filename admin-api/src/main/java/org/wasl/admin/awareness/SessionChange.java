package org.wasl.admin.awareness;

import org.wasl.admin.store.Stored;

/** What became of a decision about a session. */
sealed interface SessionChange {

    record Done(Stored<Session> stored) implements SessionChange {}

    /** Somebody else changed it since it was read. */
    record Overtaken(Stored<Session> stored) implements SessionChange {}

    record Refused(Why why) implements SessionChange {}

    enum Why {
        MISSING,
        NOT_ALLOWED,
        /** It is over, or not planned yet. */
        WRONG_STATE,
        UNKNOWN_STAFF,
        /** A number of people or pieces that cannot be, or the same group twice. */
        NUMBERS,
        TOO_LONG,
        /** A time before it was asked for, or years ahead. */
        DATE,
        KEY_REUSED,
        FULL
    }
}
