package org.wasl.triage.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.seal.Bytes;

/** Everything that may travel from the desk to the bot. Closed: what is not here cannot cross. */
public sealed interface DeskNotice {

    /**
     * A reply for one mailbox.
     *
     * @param sealedReply a {@link org.wasl.triage.mailbox.Reply} sealed to the mailbox's reply key
     * @param capsule handed back so that the bot can find a live conversation; {@code null} once it was forgotten
     */
    record ReplyPublished(
            String replyId,
            String mailboxId,
            Bytes sealedReply,
            @Nullable Capsule capsule) implements DeskNotice {}

    /** The answer to {@link IntakeEntry.CapsuleAsked}; empty when there is none, at the same pace. */
    record CapsuleFound(String askId, List<Capsule> capsules) implements DeskNotice {}

    /** An operator speaks in a live conversation until the lease ends, unless renewed. {@code until} in the past hands back. */
    record TakenOver(IntakeId id, Capsule capsule, Instant until) implements DeskNotice {}

    /** A content-free line for an officer who linked an account. */
    record OfficerAlert(String officerLink, Capsule capsule, String onceValue, String url) implements DeskNotice {
        @Override
        public String toString() {
            return "OfficerAlert[" + officerLink + ", redacted]";
        }
    }

    /** The report was erased at the desk: empty its mailbox and forget its chat. */
    record Erased(
            IntakeId id,
            @Nullable String mailboxId,
            @Nullable Capsule capsule) implements DeskNotice {}

    /**
     * Somebody who called or came to the desk is to have a number to come back with: the bot mints one and answers with
     * {@link IntakeEntry.ReceiptMinted}. Which case it is for the bot is not told.
     *
     * @param pageKey public half of a key pair that a page of the console holds for this one answer
     * @param until afterwards nobody waits for it, and none is minted
     */
    record ReceiptAsked(String askId, Bytes pageKey, Instant until) implements DeskNotice {
        @Override
        public String toString() {
            return "ReceiptAsked[" + askId + "]";
        }
    }

    /** A receipt was lost, or nobody heard it: its mailbox is emptied and opens no more. */
    record ReceiptVoided(String mailboxId) implements DeskNotice {
        @Override
        public String toString() {
            return "ReceiptVoided[redacted]";
        }
    }

    /** The case was closed: it is no longer live. */
    record Closed(IntakeId id, @Nullable String mailboxId) implements DeskNotice {}
}
