package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history. Only ever appended.
 *
 * @param by a staff id, or {@link #SYSTEM}
 * @param text what a staff member wrote, or a short detail; {@code null} where the kind says all
 * @param once digest of the key the act was sent under, so that sending it again does nothing; {@code null} without one
 */
public record CaseEvent(
        Kind kind,
        Instant at,
        String by,
        @Nullable String text,
        @Nullable String once) {
    static final String SYSTEM = "system";

    /** What can happen to a case. */
    public enum Kind {
        OPENED,
        REPORT_ADDED,
        /** The person came back with their receipt and told more under a filing of its own. */
        REPORT_JOINED,
        /** The same report came with other content: both are kept and a human looks. */
        REPORT_DISPUTED,
        /** An input the bot could not work through came: a human looks now. */
        UNREAD_ADDED,
        /** A voice note was sent: a human listens now. */
        VOICE_ADDED,
        /** An attachment is here, whole. */
        ATTACHMENT_ARRIVED,
        /** An attachment that was announced did not arrive. */
        ATTACHMENT_MISSING,
        /** Somebody listened to a voice note and said how urgent it is. */
        VOICE_HEARD,
        /** Somebody who looked at a picture said that nobody may look at it. */
        ATTACHMENT_FLAGGED,
        /** The desk's assessment of the same words differs from the bot's. */
        ASSESSMENT_DIFFERS,
        LEVEL_RAISED,
        LOWERING_ASKED,
        LOWERING_REFUSED,
        LEVEL_LOWERED,
        CLAIMED,
        TAKEN_OVER_FROM,
        ASSIGNED,
        STATUS_CHANGED,
        NOTED,
        REPLY_WRITTEN,
        REPLY_DELIVERED,
        CHAT_TAKEN_OVER,
        CHAT_HANDED_BACK,
        PAGED,
        PAGE_SEEN,
        WITHDRAWAL_ASKED,
        /** One person recorded why a case that was taken back is not erased; two of them keep it. */
        WITHDRAWAL_KEPT,
        SIGNATURE_WRONG,
        /** The person changed when they may be written to, or the word agreed on. */
        CONTACT_CHANGED,
        /** The person took sentences out of what had arrived: they are shown no more, and counted as before. */
        STRUCK,
        /** Somebody in the person's chat did not know the agreed word: perhaps not the person. */
        DOUBTED,
        CLOSED,
        REOPENED,
        /** Somebody set when it is looked at next. */
        NEXT_SET,
        /** An urgent case that looks not real was put aside for an hour. */
        PARKED,
        /** It is no longer put aside: there are new words, or somebody took it back. */
        UNPARKED,
        /** It was given to somebody who has to say whether they take it. */
        OFFERED,
        OFFER_DECLINED,
        /** They did not say in time. */
        OFFER_LAPSED,
        /** Its owner gave it back: it is nobody's again. */
        GIVEN_BACK,
        /** One person wants to close it in a way that takes two. */
        CLOSURE_ASKED,
        CLOSURE_REFUSED,
        FOLLOWED_UP,
        MERGED,
        LINKED,
        /** Other reports point at the same account or number. */
        PATTERN_SEEN,
        /** Somebody who knows a party keeps away from it. */
        KEPT_APART,
        /** The person said that somebody else than they wished for may help. */
        AGREEMENT_RECORDED,
        /** A human said what it is about. */
        CODED,
        /** A call or a visit at the desk was entered. */
        ENTERED,
        /** A number to come back with was given to a caller. The number itself is nowhere. */
        RECEIPT_GIVEN,
        /** Somebody whom the person wished for writes with them now; before, others had to. */
        AS_WISHED_JOINED,
        /** A human said that a level which was only suspected is right. */
        LEVEL_CONFIRMED,
        /** The person wrote long after it was closed: it is a new need, and nobody holds it. */
        BEGUN_ANEW,
        /** Somebody printed its page. */
        PRINTED,
        /** Somebody put it before the daily meeting. */
        BROUGHT_TO_MEETING,
        /** The daily meeting decided what is done next. */
        MEETING_DECIDED,
        /** What somebody held went to who took the shift over from them. */
        HANDED_OVER,
        /** A consent or a refusal was asked for and written down. */
        CONSENT_RECORDED,
        REFERRAL_PROPOSED,
        /** A second person agreed that something leaves without consent. */
        OVERRIDE_CONFIRMED,
        REFERRAL_SENT,
        /** They accepted or refused, did not answer, or it is done. */
        REFERRAL_ANSWERED,
        REFERRAL_WITHDRAWN,
        /** The partner was told that the person no longer agrees. */
        PARTNER_TOLD,
        /** Something to hand over was put together. */
        BUNDLE_ASKED,
        BUNDLE_RELEASED,
        BUNDLE_GIVEN,
        TRANSFER_OFFERED,
        TRANSFER_ACCEPTED,
        TRANSFER_REFUSED,
        TRANSFER_REVOKED,
        VISIT_PLANNED,
        VISIT_APPROVED,
        VISIT_STARTED,
        /** Whoever went said that they are there. */
        VISIT_ARRIVED,
        VISIT_ENDED,
        VISIT_CANCELLED,
        /** Whoever is out there asked for help, or is missed and somebody looks for them. */
        VISIT_ALARM,
        /** Somebody made sure that they are safe. */
        VISIT_ALARM_ENDED,
        TASK_SET,
        TASK_DONE,
        TASK_DECLINED,
        SAFETY_PLANNED,
        /** A number for who called or came was asked for. */
        RECEIPT_ASKED,
        /** They lost the one they had: another was asked for, and will take its place. */
        RECEIPT_LOST,
        /** Its words may name a colleague: it is kept from them and from where they serve. */
        STAFF_NAMED,
        /** Somebody who serves where the accused may, or whom it names, asked for it by its number and was shown nothing. */
        REACHED_FOR,
        /** Staff recorded the first protective step. */
        STEP_RECORDED
    }

    @Override
    public String toString() {
        return "CaseEvent[" + kind + ", " + at + ", redacted]";
    }
}
