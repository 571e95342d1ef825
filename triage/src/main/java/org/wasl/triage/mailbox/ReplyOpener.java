package org.wasl.triage.mailbox;

import org.wasl.triage.intake.Limits;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.MalformedBytes;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.Refusal;
import org.wasl.triage.seal.SignedOpener;
import org.wasl.triage.seal.Verifier;

/** Opens replies with a mailbox's reply key, and believes them only when the desk signed them. */
public final class ReplyOpener {

    private final Verifier deskVerifier;

    public ReplyOpener(Verifier deskVerifier) {
        this.deskVerifier = deskVerifier;
    }

    /** Never throws, whatever the bytes; one reply put in another's place is refused. */
    public Opening<Reply> open(Bytes sealed, Bytes privateReplyKey, String mailboxId, String replyId) {
        Opener opener;
        try {
            opener = Opener.ofRaw(privateReplyKey);
        } catch (IllegalArgumentException noKey) {
            return new Opening.Refused<>(Refusal.KEY_GONE);
        }
        return new SignedOpener(opener, deskVerifier)
                .open(sealed, ReplySealer.context(mailboxId, replyId), content -> decode(content, replyId));
    }

    private static Reply decode(Bytes content, String replyId) {
        BytesReader in = new BytesReader(content);
        int version = in.version();
        if (version != ReplySealer.VERSION) {
            throw MalformedBytes.unknownVersion(version);
        }
        Reply reply = new Reply(
                in.text(Limits.CODE),
                in.text(Limits.CODE),
                in.text(ReplySealer.LARGEST),
                in.optional(from -> from.text(Limits.CODE)),
                in.instant());
        in.end();
        if (!reply.replyId().equals(replyId)) {
            throw new MalformedBytes("another reply's id");
        }
        return reply;
    }
}
