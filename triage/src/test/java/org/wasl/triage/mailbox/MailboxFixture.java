package org.wasl.triage.mailbox;

import java.util.Map;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Peppers;
import org.wasl.triage.seal.Signer;

/** Mailboxes for tests, without the price of deriving them from a receipt. */
public final class MailboxFixture {

    private MailboxFixture() {}

    /** A mailbox that is the same for the same number. */
    public static MailboxKeys aMailbox(int number) {
        Bytes replyKey = Bytes.ofHex(String.format("%02x", number).repeat(32));
        Bytes signKey = ReceiptKeys.signKeyOf(replyKey);
        MailboxAddress address = new MailboxAddress(
                String.format("%032x", number), Opener.publicKeyOf(replyKey), Signer.publicKeyOf(signKey), 1);
        return new MailboxKeys(address, replyKey, signKey);
    }

    /** One pepper, for trying real receipts. */
    public static Peppers onePepper() {
        return Peppers.of(Map.of(1, Bytes.ofHex("0a".repeat(32))));
    }
}
