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
    BREAK_GLASS,
    AUDIT_VERIFIED,
    CASE_PARKED,
    /** The head of another chain, so that neither can be cut without the other showing it. */
    HEAD_NOTED
}
