package org.wasl.bot.conversation;

import java.util.List;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.seal.Bytes;

/** What slow work brought. */
public sealed interface WorkResult {

    /**
     * A receipt's mailbox.
     *
     * @param minted whether it is a new one
     * @param known whether a mailbox of it exists; always {@code false} for a minted one
     * @param privateReplyKey opens replies; kept in the sealed state until the receipt was confirmed, then in the capsule
     * @param privateSignKey signs withdraw and erase
     * @param replies those waiting, oldest first
     */
    record ReceiptDerived(
            boolean minted,
            boolean known,
            MailboxAddress mailbox,
            Bytes privateReplyKey,
            Bytes privateSignKey,
            List<Reply> replies)
            implements WorkResult {
        @Override
        public String toString() {
            return "ReceiptDerived[redacted]";
        }
    }

    /** A fetch ended; the desk was told already. */
    record AttachmentFetched(String report, String attachment, MediaKind kind, boolean arrived) implements WorkResult {}

    /** It could not be done now. */
    record Failed(String what) implements WorkResult {}
}
