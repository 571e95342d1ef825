package org.wasl.triage.seal;

import java.util.Optional;
import java.util.function.Function;
import org.wasl.triage.seal.Opening.Opened;
import org.wasl.triage.seal.Opening.Refused;

/** Opens what a {@link SignedSealer} sealed, and believes it only when the right sender signed it. */
public final class SignedOpener {

    private final Opener opener;
    private final Verifier verifier;

    public SignedOpener(Opener opener, Verifier verifier) {
        this.opener = opener;
        this.verifier = verifier;
    }

    /**
     * Never throws, whatever the bytes: every failure is a refusal.
     *
     * @param decode reads the content, throwing {@link MalformedBytes} or {@link IllegalArgumentException} for what it
     *     does not allow; called only after the signature held
     */
    public <T> Opening<T> open(Bytes sealed, Context context, Function<Bytes, T> decode) {
        if (sealed.size() > Opener.LARGEST) {
            return new Refused<>(Refusal.TOO_LARGE);
        }
        Optional<Bytes> signed = opener.open(sealed, context);
        if (signed.isEmpty()) {
            return new Refused<>(Refusal.NOT_OPENED);
        }
        try {
            return verified(new BytesReader(signed.get()), context, decode);
        } catch (MalformedBytes malformed) {
            return new Refused<>(malformed.refusal());
        } catch (IllegalArgumentException malformed) {
            return new Refused<>(Refusal.MALFORMED);
        }
    }

    private <T> Opening<T> verified(BytesReader in, Context context, Function<Bytes, T> decode) {
        int version = in.version();
        if (version != SignedSealer.VERSION) {
            throw MalformedBytes.unknownVersion(version);
        }
        Envelope envelope = new Envelope(in.text(Envelope.LONGEST_ID), in.number(), in.instant());
        Bytes signature = in.bytes(SignedSealer.LONGEST_SIGNATURE);
        Bytes content = SignedSealer.readContent(in);
        in.end();
        Bytes digest = Digest.of(content);
        if (!verifier.verifies(signature, SignedSealer.statement(context, envelope, digest))) {
            return new Refused<>(Refusal.NOT_SIGNED);
        }
        return new Opened<>(decode.apply(content), digest, envelope);
    }
}
