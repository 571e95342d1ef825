package org.wasl.triage.mailbox;

import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;

/**
 * A mailbox with the halves only its receipt gives.
 *
 * @param privateReplyKey X25519, opens replies
 * @param privateSignKey Ed25519 seed, signs withdraw and erase
 */
public record MailboxKeys(MailboxAddress address, Bytes privateReplyKey, Bytes privateSignKey) {

    @Override
    public String toString() {
        return "MailboxKeys[redacted]";
    }
}
