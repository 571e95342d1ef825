package org.wasl.triage.intake;

import java.time.Instant;
import java.time.InstantSource;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Envelope;
import org.wasl.triage.seal.Sealer;
import org.wasl.triage.seal.SignedSealer;
import org.wasl.triage.seal.Signer;

/** Seals notices to the bot, signed by the desk. Thread-safe. */
public final class NoticeSealer {

    private final SignedSealer sealer;
    private final InstantSource clock;
    private final Sequence sequence = new Sequence();

    public NoticeSealer(Sealer toBot, Signer deskSigner, InstantSource clock) {
        this.sealer = new SignedSealer(toBot, deskSigner);
        this.clock = clock;
    }

    /** Throws when the notice is over a limit of {@link Limits} or too large in all. */
    public Bytes seal(DeskNotice notice) {
        Instant now = clock.instant();
        return sealer.seal(
                NoticeCodec.encode(notice),
                SealedFormat.NOTICE,
                new Envelope(NoticeCodec.subject(notice), sequence.next(now), now));
    }
}
