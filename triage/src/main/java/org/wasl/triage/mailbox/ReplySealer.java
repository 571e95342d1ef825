package org.wasl.triage.mailbox;

import org.wasl.triage.intake.Limits;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.Context;
import org.wasl.triage.seal.Envelope;
import org.wasl.triage.seal.Sealer;
import org.wasl.triage.seal.SignedSealer;
import org.wasl.triage.seal.Signer;

/** Seals replies to one mailbox, signed by the desk: only who has the receipt or the capsule reads them. */
public final class ReplySealer {

    static final int VERSION = 1;

    /** A sealed reply travels inside a sealed notice, so it must stay inside the second largest padding bucket. */
    static final int LARGEST = 15 * 1024;

    private final Signer deskSigner;

    public ReplySealer(Signer deskSigner) {
        this.deskSigner = deskSigner;
    }

    /** Throws for a reply of more than 15 KB, and for a mailbox whose key nobody can hold. */
    public Bytes seal(Reply reply, MailboxAddress mailbox) {
        Bytes content = new BytesWriter()
                .version(VERSION)
                .text(reply.replyId(), Limits.CODE)
                .text(reply.role(), Limits.CODE)
                .text(reply.text(), LARGEST)
                .optional(reply.codeWord(), (out, word) -> out.text(word, Limits.CODE))
                .instant(reply.at())
                .written();
        if (content.size() > LARGEST) {
            throw new IllegalArgumentException(
                    "reply: " + content.size() + " bytes (expected: at most " + LARGEST + ")");
        }
        return new SignedSealer(Sealer.ofRaw(mailbox.replyKey()), deskSigner)
                .seal(content, context(mailbox.id(), reply.replyId()), new Envelope(mailbox.id(), 0, reply.at()));
    }

    static Context context(String mailboxId, String replyId) {
        return Context.of("wasl/reply/v1", "reply", mailboxId, replyId);
    }
}
