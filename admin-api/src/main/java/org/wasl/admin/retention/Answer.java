package org.wasl.admin.retention;

/** What becomes of a decision about keeping and destroying. */
enum Answer {
    DONE,
    /** Asked for; a second person has to agree. */
    WAITS_FOR_SECOND,
    NOT_ALLOWED,
    /** Who asked cannot be the second. */
    NEEDS_ANOTHER_PERSON,
    NOTHING_ASKED,
    NO_SUCH_CASE,
    /** It was destroyed, or is being destroyed. */
    TOO_LATE,
    REASON_MISSING,
    TOO_LONG,
    DATE_WRONG,
    /** Somebody changed it since it was read. */
    CHANGED
}
