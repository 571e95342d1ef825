package org.wasl.triage.mailbox;

import org.jspecify.annotations.Nullable;
import org.wasl.triage.seal.Bytes;

/**
 * What a capsule holds.
 *
 * @param replyKey the mailbox's private reply key, from which {@link ReceiptKeys#signKeyOf} makes the signing one;
 *     {@code null} for an officer, and while no receipt was derived
 */
public record CapsuleContent(
        ChannelAddressText address, @Nullable Bytes replyKey) {

    @Override
    public String toString() {
        return "CapsuleContent[redacted]";
    }
}
