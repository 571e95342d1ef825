package org.wasl.bot.conversation;

import java.util.EnumSet;
import java.util.Set;

/** What is so about a conversation beside its answers. The wire form in flows is the name in lower case with dashes. */
enum Flag {
    /** Nothing is sent to the team. */
    ONLY_ADVICE,
    /** Consent to send was given on the notice's button. */
    CONSENTED,
    /** Someone may read this phone. */
    SAFE_MODE,
    /** EXIT or duress was used: from now on a chat opens by its number only. */
    EXIT_USED,
    /** The emergency path was entered. */
    EMERGENCY,
    /** The person took a filing back: nothing is filed until they say so. */
    HELD_BACK,
    /** Danger after "only advice" was answered by asking once more. */
    ASKED_AGAIN,
    /** A stale tap was answered by asking the question again, once. */
    REPEATED,
    /** It stood on a revision that was retired, and has not seen the question it was moved to. */
    MOVED,
    /** Something was filed and not taken back; what duress filed counts only once the person has sent something. */
    FILED,
    /** What was filed was filed under duress and does not show here until the person sends something by themselves. */
    FILED_UNSEEN,
    /** Triage could not read what was written: it needs a human's eye, and is no sign of danger by itself. */
    UNREAD,
    /** The person who writes may be a child: the report is about one, and it was not said that it is another's. */
    CHILD,
    /** The person looks for somebody, or asks whether somebody wrote here. It is never said whether anybody did. */
    SEARCHING,
    /** Somebody is on duty. */
    STAFFED,
    /** The mailbox of the receipt is derived. */
    RECEIPT_READY,
    /** A short number opens this chat. */
    PIN_SET,
    /** A word was agreed on with staff. */
    WORD_SET,
    /** Somebody who came back has read an answer here. */
    ANSWERED,
    /** An operator is in the chat. */
    TAKEN_OVER;

    static Set<Flag> copyOf(Set<Flag> flags) {
        Set<Flag> copy = EnumSet.noneOf(Flag.class);
        copy.addAll(flags);
        return copy;
    }

    String wire() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Those the engine alone sets; the rest a flow may set. */
    boolean derived() {
        return this == FILED
                || this == MOVED
                || this == UNREAD
                || this == CHILD
                || this == SEARCHING
                || this == STAFFED
                || this == RECEIPT_READY
                || this == PIN_SET
                || this == WORD_SET
                || this == ANSWERED
                || this == TAKEN_OVER;
    }
}
