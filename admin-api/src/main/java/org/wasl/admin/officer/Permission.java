package org.wasl.admin.officer;

/** What a route may ask of the one who calls it. Which case within a permission is open is decided by the case's desk. */
public enum Permission {
    /** Own account: sessions, language, duty, linked account. */
    SELF,
    /** The live queue and the alerts in it, as far as the role's cases go. */
    QUEUE_READ,
    /** One case with its transcript, where the case's own rules allow it. */
    CASE_READ,
    /** Acknowledge a case: take it. */
    CASE_CLAIM,
    /** Write to the citizen. */
    CASE_REPLY,
    CASE_ASSIGN,
    LEVEL_RAISE,
    /** Ask for or confirm a lowering; L1 and L2 need two people. */
    LEVEL_LOWER,
    CASE_CLOSE,
    /** Who is on duty. */
    ROSTER_READ,
    /** Accounts, roles, invitations. */
    STAFF_MANAGE,
    AUDIT_VERIFY,
    /** Add a note to a case one may read. */
    CASE_NOTE,
    /** Enter a telephone call or a walk-in. */
    CALL_ENTER,
    /** Put a case aside until a time, with its owner. */
    CASE_PARK,
    /** Join duplicates; mailboxes are never joined. */
    CASE_MERGE,
    /** Change what a case is about. */
    CASE_RECODE,
    /** Ask that a shut case be opened for half an hour. */
    BREAK_GLASS,
    /** Be the second person of {@link #BREAK_GLASS}. */
    BREAK_GLASS_CONFIRM,
    /** Run the ladder with a marked report. */
    DRILL,
    /** Say that more comes in than can be answered. */
    FLOOD_SWITCH,
    /** Hold and record the daily review meeting. */
    MEETING,
    /** Sign a shift over. */
    HANDOVER,
    /** Plan, make and write down a visit. */
    VISIT,
    /** Offer a case to a partner, with consent. */
    REFER,
    /** The directory of partners. */
    PARTNER_MANAGE,
    /** Suppressed counts, never a case. */
    STATISTICS_READ,
    /** Awareness sessions. */
    AWARENESS,
    /** Make tokens for programs, with no more than one's own rights. */
    TOKEN_MANAGE,
    /** The screen on the wall. */
    WALLBOARD,
    /** Be the second person of a grant of a role. */
    ROLE_CONFIRM,
    /** Read the audit entries, not only check that they are whole. */
    AUDIT_READ,
    /** Cases in which the accused may be of the security forces. */
    CONFLICT_READ,
    /** Take case content out of the desk in a file. */
    EXPORT,
    /** How much of what is hard to read each colleague has read. */
    EXPOSURE_READ,
    /** What is kept how long, what was destroyed and what people took back. */
    RETENTION,
    /** Be one of the two who agree that what is on a list is destroyed. */
    RETENTION_CONFIRM,
    /** Be one of the two who forbid that a case is destroyed, or allow it again. */
    LEGAL_HOLD
}
