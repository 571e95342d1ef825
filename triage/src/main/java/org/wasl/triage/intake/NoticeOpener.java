package org.wasl.triage.intake;

import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.Refusal;
import org.wasl.triage.seal.SignedOpener;
import org.wasl.triage.seal.Verifier;

/**
 * Opens what the desk sealed to the bot. Whether it came before is for the store to tell: the envelope's sequence grows
 * with every notice about one id, so one not above the last is a repeat, or came too late.
 */
public final class NoticeOpener {

    private final SignedOpener opener;

    public NoticeOpener(Opener botOpener, Verifier deskVerifier) {
        this.opener = new SignedOpener(botOpener, deskVerifier);
    }

    /** Never throws, whatever the bytes. */
    public Opening<DeskNotice> open(Bytes sealed) {
        return switch (opener.open(sealed, SealedFormat.NOTICE, NoticeCodec::decode)) {
            case Opening.Opened<DeskNotice> opened
            when !opened.envelope().id().equals(NoticeCodec.subject(opened.entry())) ->
                new Opening.Refused<>(Refusal.MALFORMED);
            case Opening<DeskNotice> opening -> opening;
        };
    }
}
