package org.wasl.triage.mailbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.seal.Bytes;

/**
 * What a capsule holds.
 *
 * @param replyKey the mailbox's private reply key, from which {@link ReceiptKeys#signKeyOf} makes the signing one;
 *     {@code null} for an officer, and while no receipt was derived
 * @param pepper version of the pepper the mailbox was derived under; 0 where it is not known
 * @param terms how the chat may be spoken to and opened
 */
public record CapsuleContent(
        ChannelAddressText address, @Nullable Bytes replyKey, int pepper, ChatTerms terms) {

    public CapsuleContent(ChannelAddressText address, @Nullable Bytes replyKey) {
        this(address, replyKey, 0, ChatTerms.NONE);
    }

    /** The mailbox the reply key opens; empty without a key, and for a capsule that does not know its pepper. */
    public Optional<MailboxKeys> mailbox(String mailboxId) {
        Bytes key = replyKey;
        return key == null || pepper == 0
                ? Optional.empty()
                : Optional.of(ReceiptKeys.ofReplyKey(mailboxId, key, pepper));
    }

    @Override
    public String toString() {
        return "CapsuleContent[redacted]";
    }
}
