package org.wasl.triage.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.seal.Bytes;

/** Everything that may travel from the bot to the desk. Closed: what is not here cannot cross. */
public sealed interface IntakeEntry {

    /** A report or a follow-up. */
    record Filed(FiledReport report) implements IntakeEntry {}

    /** An input the bot could not work through: a human looks now. */
    record Unread(
            IntakeId id,
            int sequence,
            Instant at,
            String locale,
            String channel,
            String text,
            @Nullable Mark mark) implements IntakeEntry {
        @Override
        public String toString() {
            return "Unread[" + id.value() + ", redacted]";
        }
    }

    /** A reply was really sent, or picked up with the receipt. */
    record Delivered(String replyId, Instant at) implements IntakeEntry {}

    /** An officer tapped "seen" under an alert. Never an acknowledgement. */
    record Seen(String officerLink, String onceValue, Instant at) implements IntakeEntry {
        @Override
        public String toString() {
            return "Seen[" + officerLink + ", redacted]";
        }
    }

    /** An officer's account was linked with a one-time code; the capsule holds the address. */
    record OfficerLinked(String linkCode, String officerLink, Capsule capsule) implements IntakeEntry {
        @Override
        public String toString() {
            return "OfficerLinked[" + officerLink + ", redacted]";
        }
    }

    /** "I was here before": the bot asks for the capsule of a mark. The answer comes as a notice, or never. */
    record CapsuleAsked(Mark mark, String askId) implements IntakeEntry {}

    /** The person takes a report back before it was looked over, or withdraws it. Signed with the mailbox key if derived. */
    record WithdrawAsked(
            IntakeId id,
            @Nullable String mailboxId,
            Instant at,
            @Nullable Bytes signature) implements IntakeEntry {}

    /**
     * The person struck sentences out of what was filed already: the desk shows them no more. What was assessed stays
     * assessed, so that nobody who takes the phone can make a danger less.
     *
     * @param sentences the very words, as they stand in the story and its lines
     */
    record Struck(IntakeId id, List<String> sentences, Instant at) implements IntakeEntry {
        @Override
        public String toString() {
            return "Struck[" + id.value() + ", redacted]";
        }
    }

    /** The person erases what they sent. Signed with the mailbox key if derived. */
    record EraseAsked(
            IntakeId id,
            @Nullable String mailboxId,
            Instant at,
            @Nullable Bytes signature) implements IntakeEntry {}

    /** The person is in the chat now, or went: lets staff see "may I write now". */
    record ContactSeen(IntakeId id, boolean inChat, Instant at) implements IntakeEntry {}

    /**
     * How the person may be reached from now on, as they said last; it stands for all earlier words about it.
     *
     * @param mailboxId the mailbox it is about; {@code null} while no receipt was derived
     * @param windows day parts in which a message may arrive; empty for none
     * @param codeWord a word agreed on, by which the person knows staff and staff the person; {@code null} for none
     * @param capsule of the chat they are in now, in place of any other; {@code null} when the chat is to be forgotten
     * @param mark of that chat; {@code null} with the capsule
     */
    record ContactChosen(
            IntakeId id,
            @Nullable String mailboxId,
            List<String> windows,
            @Nullable String codeWord,
            @Nullable Capsule capsule,
            @Nullable Mark mark,
            Instant at)
            implements IntakeEntry {
        @Override
        public String toString() {
            return "ContactChosen[" + id.value() + ", redacted]";
        }
    }

    /**
     * How many chats were begun with a code from a poster, on one day so far. Told again it is the same or more.
     *
     * @param run of the node that counted: it begins from nothing when it starts anew, under another name
     * @param begun by code. A code comes from outside: it may be any that somebody made up
     */
    record CampaignsCounted(LocalDate day, String run, Map<String, Integer> begun) implements IntakeEntry {
        public CampaignsCounted {
            begun = Map.copyOf(begun);
        }

        @Override
        public String toString() {
            return "CampaignsCounted[" + day + ", redacted]";
        }
    }

    /**
     * How conversations ended on one bot node, and what was answered to the two questions about the help, in one month so
     * far. Told again each count is the same or more.
     *
     * @param month by the country's calendar
     * @param run of the node that counted: it begins from nothing when it starts anew, under another name
     * @param left conversations that ended before anything was sent
     * @param said what was answered; never by whom, and about no report
     */
    record ConversationsCounted(YearMonth month, String run, Map<Left, Integer> left, Map<Said, Integer> said)
            implements IntakeEntry {

        public ConversationsCounted {
            left = Map.copyOf(left);
            said = Map.copyOf(said);
        }

        /**
         * Where conversations were left.
         *
         * @param locale empty while no language was chosen
         */
        public record Left(Stage stage, String locale, String channel) {
            @Override
            public String toString() {
                return "Left[" + stage + ", redacted]";
            }
        }

        /**
         * What somebody who came back and read an answer said about the help.
         *
         * @param safe whether it felt safe here
         */
        public record Said(Tap helped, Tap safe, String locale) {}

        /** A tap, or none. */
        public enum Tap {
            YES,
            NO,
            NONE
        }

        @Override
        public String toString() {
            return "ConversationsCounted[" + month + ", redacted]";
        }
    }

    /**
     * A receipt for somebody who called or came to the desk, as {@link DeskNotice.ReceiptAsked} wanted one.
     *
     * @param mailbox stands open already
     * @param sealed the digits, sealed to the page that asked: the desk cannot open them
     */
    record ReceiptMinted(String askId, MailboxAddress mailbox, Bytes sealed, Instant at) implements IntakeEntry {
        @Override
        public String toString() {
            return "ReceiptMinted[" + askId + ", redacted]";
        }
    }

    /** Somebody was asked for the agreed word before a reply opened, and gave another: perhaps not the person. */
    record Doubted(String replyId, Instant at) implements IntakeEntry {}

    /** All chunks of an attachment were handed over before this; here is what opens them. */
    record AttachmentArrived(IntakeId report, AttachmentId id, AttachmentSeal seal, Instant at)
            implements IntakeEntry {}

    /** An attachment did not arrive and will not: staff see that it is missing. */
    record AttachmentMissing(IntakeId report, AttachmentId id, Why why, Instant at) implements IntakeEntry {

        /** Why it is missing. */
        public enum Why {
            /** The platform no longer has it. */
            GONE,
            TOO_LARGE,
            /** The platform could not be reached, however often it was tried. */
            NOT_REACHED,
            /** Not of a kind that is taken here, whatever it was called. */
            REFUSED,
            /** Announced, but not all of it came. Said by the desk itself. */
            NOT_WHOLE
        }
    }

    /**
     * Something that may show the abuse of a child was sent and not fetched. The platform's name for it is kept apart
     * from the case, sealed once more by the bot to itself: it is handed to the competent authority, by two people.
     */
    record AttachmentWithheld(IntakeId report, AttachmentId id, Capsule platformId, Instant at)
            implements IntakeEntry {}
}
