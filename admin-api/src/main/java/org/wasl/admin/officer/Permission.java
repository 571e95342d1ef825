package org.wasl.admin.officer;

/** What a route may ask of the one who calls it. Which case within a permission is open is decided by the case's desk. */
public enum Permission {
    /** Own account: sessions, language, duty, linked account. */
    SELF,
    /** The live queue and the alerts in it. */
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
    AUDIT_VERIFY
}
