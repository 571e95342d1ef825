package org.wasl.triage.seal;

/**
 * Signs, then seals: the reader knows who wrote it, nobody else does. The signature covers the context, the envelope and
 * the content's digest, and lies inside the seal.
 */
public final class SignedSealer {

    static final int VERSION = 1;

    static final int LONGEST_SIGNATURE = 128;

    /** Version, envelope and signature around the content. */
    private static final int AROUND = 512;

    private final Sealer sealer;
    private final Signer signer;

    public SignedSealer(Sealer sealer, Signer signer) {
        this.sealer = sealer;
        this.signer = signer;
    }

    /** The most content one seal takes, in bytes. */
    public static int largest() {
        return Sealer.largest() - AROUND;
    }

    /** Throws for content over {@link #largest()}. */
    public Bytes seal(Bytes content, Context context, Envelope envelope) {
        if (content.size() > largest()) {
            throw new IllegalArgumentException(
                    "content to seal: " + content.size() + " bytes (expected: at most " + largest() + ")");
        }
        Bytes signature = signer.sign(statement(context, envelope, Digest.of(content)));
        Bytes signed = new BytesWriter()
                .version(VERSION)
                .text(envelope.id(), Envelope.LONGEST_ID)
                .number(envelope.sequence())
                .instant(envelope.at())
                .bytes(signature, LONGEST_SIGNATURE)
                .bytes(content, largest())
                .written();
        return sealer.seal(signed, context);
    }

    static Context statement(Context context, Envelope envelope, Bytes digest) {
        return context.and(
                "signed/" + VERSION,
                envelope.id(),
                Long.toString(envelope.sequence()),
                Long.toString(envelope.at().getEpochSecond()),
                Integer.toString(envelope.at().getNano()),
                digest.toHex());
    }
}
