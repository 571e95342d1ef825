package org.wasl.triage.intake;

import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.SignedOpener;
import org.wasl.triage.seal.Verifier;

/** Opens the desk's presence. An old one put back opens too: {@link Presence#LIFE} is what makes it worthless. */
public final class PresenceOpener {

    private final SignedOpener opener;

    public PresenceOpener(Opener botOpener, Verifier deskVerifier) {
        this.opener = new SignedOpener(botOpener, deskVerifier);
    }

    /** Never throws, whatever the bytes. */
    public Opening<Presence> open(Bytes sealed) {
        return opener.open(sealed, SealedFormat.PRESENCE, PresenceCodec::decode);
    }
}
