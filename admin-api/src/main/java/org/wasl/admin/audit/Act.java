package org.wasl.admin.audit;

/** What can stand in the chains. Closed: an act that is not here cannot be recorded, so add it. */
public enum Act {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    SESSION_REVOKED,
    ACCOUNT_CREATED,
    ACCOUNT_CHANGED,
    INVITATION_MADE,
    INVITATION_USED,
    DUTY_STARTED,
    DUTY_ENDED,
    LINK_CODE_MADE,
    OFFICER_LINKED,
    ROUTE_REFUSED,
    QUEUE_READ,
    CASE_OPENED,
    CASE_READ,
    /** A voice note was played, or a picture looked at. */
    ATTACHMENT_OPENED,
    CASE_CLAIMED,
    CASE_ASSIGNED,
    CASE_CHANGED,
    CASE_CLOSED,
    CASE_ERASED,
    LEVEL_RAISED,
    LEVEL_LOWERED,
    REPLY_WRITTEN,
    REPLY_DELIVERED,
    ALERT_RAISED,
    ALERT_SEEN,
    ALERT_ESCALATED,
    /** A shut case was read because nobody cleared was there, or because two people had opened it. */
    BREAK_GLASS,
    BREAK_GLASS_ASKED,
    BREAK_GLASS_CONFIRMED,
    BREAK_GLASS_REFUSED,
    BREAK_GLASS_ENDED,
    ROLE_PROPOSED,
    ROLE_GRANTED,
    ROLE_DECLINED,
    SCOPE_CHANGED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    RECOVERY_CODE_USED,
    SCREEN_LOCKED,
    SCREEN_UNLOCKED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    TOKEN_REFUSED,
    NOTICE_ACCEPTED,
    AUDIT_READ,
    /** What a client asked of the desk through a program's token; the subject is the token. */
    TOKEN_USED,
    AUDIT_VERIFIED,
    CASE_PARKED,
    /** A call or a walk-in was written down. */
    CALL_ENTERED,
    /** Somebody knows a party and keeps away from the case. */
    CONFLICT_DECLARED,
    /** Two cases were joined for staff, or linked. */
    CASE_MERGED,
    /** The ladder was tried out with a marked report. */
    DRILL_STARTED,
    FLOOD_SWITCHED,
    /** Somebody answered the test alert of their shift. */
    DUTY_ANSWERED,
    HOLD_ASKED,
    /** A case must not be destroyed: a second person agreed. */
    HOLD_SET,
    HOLD_REFUSED,
    HOLD_REVIEWED,
    HOLD_LIFT_ASKED,
    HOLD_LIFT_REFUSED,
    HOLD_LIFTED,
    /** The desk laid a list of cases before those who decide. */
    DESTRUCTION_PROPOSED,
    DESTRUCTION_AGREED,
    DESTRUCTION_DECLINED,
    /** What was on a list is gone; the digest is that of the record. */
    DESTRUCTION_RECORDED,
    DESTRUCTION_VERIFIED,
    RETENTION_READ,
    /** What became of a wish to erase was taken out of the desk. */
    ERASE_REQUEST_EXPORTED,
    /** The heads of all chains were taken out of the desk, or written where it cannot change them. */
    HEADS_EXPORTED,
    /** The chains were taken out of the desk, for somebody else to verify. */
    AUDIT_EXPORTED,
    /** The head of another chain, so that neither can be cut without the other showing it. */
    HEAD_NOTED
}
