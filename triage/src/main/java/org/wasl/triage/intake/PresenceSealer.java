package org.wasl.triage.intake;

import java.time.Instant;
import java.time.InstantSource;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Envelope;
import org.wasl.triage.seal.Sealer;
import org.wasl.triage.seal.SignedSealer;
import org.wasl.triage.seal.Signer;

/** Seals presence to the bot, signed by the desk. Thread-safe. */
public final class PresenceSealer {

    private final SignedSealer sealer;
    private final InstantSource clock;
    private final Sequence sequence = new Sequence();

    public PresenceSealer(Sealer toBot, Signer deskSigner, InstantSource clock) {
        this.sealer = new SignedSealer(toBot, deskSigner);
        this.clock = clock;
    }

    public Bytes seal(Presence presence) {
        Instant now = clock.instant();
        return sealer.seal(
                PresenceCodec.encode(presence),
                SealedFormat.PRESENCE,
                new Envelope("presence", sequence.next(now), now));
    }
}
