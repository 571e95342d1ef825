package org.wasl.admin.handover;

import java.util.List;

/** What comes of signing, accepting or taking back a handover. */
sealed interface HandoverChange {

    /** Done, durably. Also when it was done before: doing it twice is harmless. */
    record Done(HandoverView view) implements HandoverChange {}

    /** One of this person's waits for its second signature already. */
    record Waiting(HandoverView view) implements HandoverChange {}

    /**
     * Urgent cases wait for somebody to take them: no shift ends before.
     *
     * @param cases their numbers, the most pressing first
     */
    record Blocked(List<String> cases) implements HandoverChange {}

    /** It was changed since it was read; nothing was written. */
    record Overtaken(long edition, Handover.State state) implements HandoverChange {}

    record Missing() implements HandoverChange {}

    record Refused(Why why) implements HandoverChange {}

    /** Why something was refused. */
    enum Why {
        NOT_ALLOWED,
        /** It is for somebody else to sign. */
        NOT_YOURS,
        /** Accepted or taken back: nothing changes any more. */
        OVER,
        UNKNOWN_STAFF,
        /** Nobody hands over to themselves. */
        YOURSELF,
        /** Who comes is not checked in. */
        NOT_ON_DUTY,
        TOO_LONG
    }
}
