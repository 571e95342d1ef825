package org.wasl.admin.casework;

/** What comes of entering a call. */
sealed interface CallOutcome {

    /**
     * It is a case.
     *
     * @param again whether it was one already: the same key was sent before
     */
    record Entered(CaseView view, boolean again) implements CallOutcome {}

    record Refused(Why why) implements CallOutcome {}

    /** Why a call was not taken in. */
    enum Why {
        NOT_ALLOWED,
        /** Neither words nor an answer. */
        EMPTY,
        TOO_LONG,
        /** What was sent under this key before was something else. */
        KEY_REUSED
    }
}
