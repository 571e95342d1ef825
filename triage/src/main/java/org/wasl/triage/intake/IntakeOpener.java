package org.wasl.triage.intake;

import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.Refusal;
import org.wasl.triage.seal.SignedOpener;
import org.wasl.triage.seal.Verifier;

/**
 * Opens what bot nodes sealed to the desk. What it returns was signed by a bot node and is inside its limits; it is
 * still only what a bot node says, so it is assessed again, and whether it came before is for the store to tell: by the
 * intake id and digest for reports, by the envelope's sequence for the rest.
 */
public final class IntakeOpener {

    private final SignedOpener opener;

    public IntakeOpener(Opener deskOpener, Verifier botVerifier) {
        this.opener = new SignedOpener(deskOpener, botVerifier);
    }

    /** Never throws, whatever the bytes. */
    public Opening<IntakeEntry> open(Bytes sealed) {
        return switch (opener.open(sealed, SealedFormat.INTAKE, IntakeCodec::decode)) {
            case Opening.Opened<IntakeEntry> opened
            when !fitsEnvelope(opened) -> new Opening.Refused<>(Refusal.MALFORMED);
            case Opening<IntakeEntry> opening -> opening;
        };
    }

    /** The envelope is what the store goes by, so it must not tell another tale than the entry. */
    private static boolean fitsEnvelope(Opening.Opened<IntakeEntry> opened) {
        return opened.envelope().id().equals(IntakeCodec.subject(opened.entry()))
                && IntakeCodec.sequence(opened.entry())
                        .map(place -> place == opened.envelope().sequence())
                        .orElse(true);
    }
}
