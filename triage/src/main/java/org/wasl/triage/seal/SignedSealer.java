package org.wasl.triage.seal;

/**
 * Signs, then seals: the reader knows who wrote it, nobody else does. The signature covers the context, the envelope and
 * the content's digest, and lies inside the seal.
 */
public final class SignedSealer {

    static final int VERSION = 1;

    static final int LONGEST_SIGNATURE = 128;

    /** The most content read back, in bytes; what goes into the seal must fit its largest bucket, packed if need be. */
    static final int LARGEST_CONTENT = 512 * 1024;

    /** Version, envelope and signature around the content. */
    private static final int AROUND = 512;

    private static final int LARGEST_AS_IT_IS = Sealer.largest() - AROUND;

    private final Sealer sealer;
    private final Signer signer;

    public SignedSealer(Sealer sealer, Signer signer) {
        this.sealer = sealer;
        this.signer = signer;
    }

    /** Whether {@link #seal} takes it: always up to 63 KB, beyond that as far as it can be packed. */
    public static boolean fits(Bytes content) {
        return content.size() <= LARGEST_AS_IT_IS
                || (content.size() <= LARGEST_CONTENT && packed(content).size() <= LARGEST_AS_IT_IS);
    }

    /** Throws for content that does not fit: nothing is ever cut here. */
    public Bytes seal(Bytes content, Context context, Envelope envelope) {
        boolean pack = content.size() > LARGEST_AS_IT_IS;
        Bytes carried = pack && content.size() <= LARGEST_CONTENT ? packed(content) : content;
        if (carried.size() > LARGEST_AS_IT_IS) {
            throw new IllegalArgumentException("content to seal: " + content.size() + " bytes, packed " + carried.size()
                    + " (expected: at most " + LARGEST_CONTENT + ", packed " + LARGEST_AS_IT_IS + ")");
        }
        Bytes signature = signer.sign(statement(context, envelope, Digest.of(content)));
        Bytes signed = new BytesWriter()
                .version(VERSION)
                .text(envelope.id(), Envelope.LONGEST_ID)
                .number(envelope.sequence())
                .instant(envelope.at())
                .bytes(signature, LONGEST_SIGNATURE)
                .flag(pack)
                .bytes(carried, LARGEST_AS_IT_IS)
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

    static Bytes readContent(BytesReader in) {
        boolean packed = in.flag();
        Bytes carried = in.bytes(LARGEST_AS_IT_IS);
        if (!packed) {
            return carried;
        }
        return Packing.unpack(carried.toArray(), LARGEST_CONTENT)
                .map(Bytes::copyOf)
                .orElseThrow(() -> new MalformedBytes("packed content does not unpack"));
    }

    private static Bytes packed(Bytes content) {
        return Bytes.copyOf(Packing.pack(content.toArray()));
    }
}
