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
    /** A question was asked of the counts; the subject is the question. */
    STATISTICS_READ,
    /** A report was taken out as a file. */
    STATISTICS_EXPORTED,
    /** The counts were built anew from the cases. */
    STATISTICS_REBUILT,
    /** An awareness session was written down, planned, held or called off. */
    AWARENESS_CHANGED,
    /** A sheet with the code of a session was taken out of the desk. */
    POSTER_PRINTED,
    MEETING_BEGUN,
    /** A meeting, its minutes or the agenda of the next one was looked at. */
    MEETING_READ,
    MEETING_CHANGED,
    /** Its minutes were frozen; the digest is theirs. */
    MEETING_CLOSED,
    MEETING_CORRECTED,
    /** Minutes were taken out of the desk on paper. */
    MINUTES_PRINTED,
    HANDOVER_READ,
    /** Somebody signed their shift over. */
    HANDOVER_SIGNED,
    HANDOVER_CHANGED,
    /** Somebody took a shift over; the digest is of what they took. */
    HANDOVER_ACCEPTED,
    /** A consent taken by staff was written down. */
    CONSENT_RECORDED,
    /** A referral to a partner, or a transfer to another unit, was made, answered or taken back. */
    CASE_REFERRED,
    CASE_TRANSFERRED,
    /** Something of a case was put together, released or given out in a file. */
    CASE_EXPORTED,
    /** The directory of partners was read or changed; the subject is the partner. */
    PARTNERS_READ,
    PARTNER_CHANGED,
    VISIT_PLANNED,
    VISIT_APPROVED,
    /** Whoever goes set out, arrived, stayed longer or came back. */
    VISIT_REPORTED,
    VISIT_CANCELLED,
    /** Whoever is out there asked for help. */
    VISIT_HELP_ASKED,
    /** Somebody looks after an alarm; where the visit is was shown to them. */
    VISIT_ALARM_TAKEN,
    VISIT_ALARM_ENDED,
    TASK_CHANGED,
    /** Somebody said what was done first to protect the person. */
    STEP_RECORDED,
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
