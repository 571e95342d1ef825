package org.wasl.bot.conversation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Attachable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.report.Facts;
import org.wasl.triage.seal.Bytes;

/** What a turn asks for. All effects of a turn are committed in one atomic step, in their order. */
public sealed interface Effect {

    /**
     * A message to the person.
     *
     * @param text what is said
     * @param textWhenNobody said instead when nobody is on duty at the moment of sending; {@code null} when the text
     *     promises no person
     * @param choices buttons, already fitted to the channel
     * @param purpose what it is, which decides what may happen to it
     * @param replyId the reply it carries, reported delivered once really sent; {@code null} for the bot's own
     * @param deleteAfter deleted this long after it was sent, where the platform can; {@code null} for never
     * @param attachable what may be sent beside words once this was said
     */
    record Send(
            String text,
            @Nullable String textWhenNobody,
            List<Choice> choices,
            Purpose purpose,
            boolean silent,
            boolean protectedContent,
            String locale,
            @Nullable String replyId,
            @Nullable Duration deleteAfter,
            Attachable attachable)
            implements Effect {

        /** One behind which nothing but words is offered. */
        public Send(
                String text,
                @Nullable String textWhenNobody,
                List<Choice> choices,
                Purpose purpose,
                boolean silent,
                boolean protectedContent,
                String locale,
                @Nullable String replyId,
                @Nullable Duration deleteAfter) {
            this(
                    text,
                    textWhenNobody,
                    choices,
                    purpose,
                    silent,
                    protectedContent,
                    locale,
                    replyId,
                    deleteAfter,
                    Attachable.NOTHING);
        }

        /** The same where this may be sent beside words. */
        public Send offering(Attachable offered) {
            return new Send(
                    text,
                    textWhenNobody,
                    choices,
                    purpose,
                    silent,
                    protectedContent,
                    locale,
                    replyId,
                    deleteAfter,
                    offered);
        }

        @Override
        public String toString() {
            return "Send[" + purpose + ", redacted]";
        }
    }

    /** A button; the token is on the wire, at most 64 bytes. */
    record Choice(String token, String label) {
        @Override
        public String toString() {
            return "Choice[" + token + ", redacted]";
        }
    }

    /** What a message is for. */
    enum Purpose {
        /** Waits for an answer. */
        QUESTION,
        /** Waits for nothing. */
        INFORMATION,
        /** The harmless page shown at EXIT, or the one line that confirms an erasure: the only thing left in the outbox. */
        DECOY,
        /** Carries a receipt: never a dead letter. */
        RECEIPT,
        /** Carries words from staff. */
        REPLY,
        /** Says that there is something to read and nothing else: all that may arrive in a chosen window. */
        OPENER
    }

    /**
     * Hand a report over. The filing adds capsule and mark, seals it, and it stands in intake in the same atomic step.
     *
     * @param mailbox {@code null} while the receipt is not derived
     * @param privateReplyKey goes into the capsule; {@code null} with {@code mailbox}
     * @param terms how the chat may be spoken to and opened; goes into the capsule
     * @param reachable whether a capsule may be made at all: not after "forget this chat"
     * @param attachments what was sent beside words since the last filing
     * @param evidence what points at the one who threatens, all of it so far
     */
    record File(
            IntakeId id,
            int sequence,
            boolean unconfirmed,
            boolean drill,
            String locale,
            String story,
            List<Line> lines,
            Facts facts,
            Assessment assessment,
            List<Consent> consents,
            List<String> windows,
            @Nullable MailboxAddress mailbox,
            @Nullable Bytes privateReplyKey,
            ChatTerms terms,
            boolean reachable,
            List<AttachmentPromise> attachments,
            DigitalEvidence evidence)
            implements Effect {
        @Override
        public String toString() {
            return "File[" + id.value() + "#" + sequence + ", redacted]";
        }
    }

    /**
     * Tell the desk how the person may be reached from now on; the filing adds a new capsule and the mark.
     *
     * @param id the report, as far as this conversation has filed one
     * @param mailbox {@code null} while the receipt is not derived
     * @param reachable whether the chat may be found again at all
     */
    record Contact(
            IntakeId id,
            @Nullable MailboxAddress mailbox,
            @Nullable Bytes privateReplyKey,
            ChatTerms terms,
            boolean reachable)
            implements Effect {
        @Override
        public String toString() {
            return "Contact[" + id.value() + ", redacted]";
        }
    }

    /** Tell the desk something that is not a report: withdraw, erase, delivered. */
    record Tell(IntakeEntry entry) implements Effect {}

    /**
     * Set or replace a timer of this conversation.
     *
     * @param fromDelivery runs from the moment the last message of this turn was really sent
     */
    record SetTimer(String name, Duration after, boolean fromDelivery) implements Effect {}

    record CancelTimer(String name) implements Effect {}

    record Work(WorkRequest request) implements Effect {}

    /** EXIT, erase, pause: the outbox and its retries are purged before what follows in this turn is appended. */
    record EndInvitation() implements Effect {}

    /** What waits to be sent is dropped: it belongs to a conversation that is over. The person is here and invited. */
    record DropUnsent() implements Effect {}

    /** Delete one message where the platform can, at once. */
    record DeleteMessage(String messageRef) implements Effect {}

    /** Something sent beside words is not taken: where this node holds it already, nothing of it is kept. */
    record Discard(String promise) implements Effect {
        @Override
        public String toString() {
            return "Discard[redacted]";
        }
    }

    /**
     * Something may show the abuse of a child and is not fetched: the platform's name for it goes to the desk, sealed so
     * that only this side opens it.
     */
    record Withhold(IntakeId report, AttachmentId id, String promise) implements Effect {
        @Override
        public String toString() {
            return "Withhold[redacted]";
        }
    }

    /**
     * Delete this chat's messages, the bot's and the person's, where the platform can.
     *
     * @param keep how many of the last ones before this turn stay; 0 deletes all, otherwise what stays is deleted when
     *     nobody writes any more, before the platform's own limit
     */
    record DeleteMessages(int keep) implements Effect {

        /** All of them. */
        public DeleteMessages() {
            this(0);
        }
    }

    /** Ask the desk whether this chat has reports. The answer, or its absence, arrives as an input at the same pace. */
    record AskMark(String askId) implements Effect {}

    /** Take the buttons of the question just answered away, where the platform can. */
    record SettleButtons() implements Effect {}

    /** Nothing of this conversation is kept; the next word begins a new one. */
    record Forget() implements Effect {}

    /** A conversation is over; counts only. */
    record Ended(Ending ending) implements Effect {}

    /** One more of a drop-off counter; counts only. */
    record Count(String counter) implements Effect {}
}
