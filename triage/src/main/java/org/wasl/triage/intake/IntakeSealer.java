package org.wasl.triage.intake;

import java.time.Instant;
import java.time.InstantSource;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Envelope;
import org.wasl.triage.seal.Sealer;
import org.wasl.triage.seal.SignedSealer;
import org.wasl.triage.seal.Signer;

/** Seals entries to the desk, signed by this bot node. Thread-safe, well under 5 ms an entry. */
public final class IntakeSealer {

    private final SignedSealer sealer;
    private final InstantSource clock;
    private final Sequence sequence = new Sequence();

    public IntakeSealer(Sealer toDesk, Signer botSigner, InstantSource clock) {
        this.sealer = new SignedSealer(toDesk, botSigner);
        this.clock = clock;
    }

    /**
     * The same entry has the same digest at the desk, however often it is sealed.
     *
     * @throws IllegalArgumentException when the entry is over a limit of {@link Limits} or over 64 KB in all: ask
     *     {@link #fits} first, and cut
     */
    public Bytes seal(IntakeEntry entry) {
        Instant now = clock.instant();
        String id = IntakeCodec.subject(entry);
        return sealer.seal(
                IntakeCodec.encode(entry),
                SealedFormat.INTAKE,
                new Envelope(id, IntakeCodec.sequence(entry).orElseGet(() -> sequence.next(now)), now));
    }

    /** Whether {@link #seal} takes it. */
    public static boolean fits(IntakeEntry entry) {
        try {
            return IntakeCodec.encode(entry).size() <= SignedSealer.largest();
        } catch (IllegalArgumentException overLimit) {
            return false;
        }
    }
}
