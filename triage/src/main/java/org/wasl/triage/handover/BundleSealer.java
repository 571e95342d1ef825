package org.wasl.triage.handover;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Context;
import org.wasl.triage.seal.Envelope;
import org.wasl.triage.seal.Sealer;
import org.wasl.triage.seal.SignedSealer;
import org.wasl.triage.seal.Signer;

/**
 * Seals what is handed over to one partner's key (HPKE), signed by the desk inside the seal. Bound to its reference: one
 * file cannot be passed off as another. Its length says no more than one of four sizes.
 */
public final class BundleSealer {
    static final String FORMAT = "wasl/handover/v1";
    static final String FIRST_LINE = "wasl-handover-1";
    static final String REFERENCE = "[0-9a-z-]{1,64}";

    private final Signer signer;

    public BundleSealer(Signer signer) {
        this.signer = signer;
    }

    /**
     * The file. Throws for a key nobody can hold, and for content that does not fit.
     *
     * @param publicKey the partner's X25519 key, 32 bytes
     * @param reference by which the partner and the desk speak of it; stands in clear
     */
    public Bytes seal(Bytes content, Bytes publicKey, String reference, Instant at) {
        if (!reference.matches(REFERENCE)) {
            throw new IllegalArgumentException("reference: (expected: " + REFERENCE + ")");
        }
        Bytes sealed = new SignedSealer(Sealer.ofRaw(publicKey), signer)
                .seal(content, context(reference), new Envelope(reference, 0, at));
        byte[] head = (FIRST_LINE + "\n" + reference + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[head.length + sealed.size()];
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(sealed.toArray(), 0, file, head.length, sealed.size());
        return Bytes.copyOf(file);
    }

    static Context context(String reference) {
        return Context.of(FORMAT, "bundle", reference);
    }

    @Override
    public String toString() {
        return "BundleSealer";
    }
}
