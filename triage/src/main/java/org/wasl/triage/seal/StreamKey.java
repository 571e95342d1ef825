package org.wasl.triage.seal;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Seals what is too large to be held at once, segment by segment (AES-256-GCM, keys by HKDF-SHA256): each segment is
 * bound to its place and the last one is marked, so a stream that was cut, turned round or mixed with another does not
 * open. Made for one content and never used for another.
 */
public final class StreamKey {

    /** Bytes of the key itself. */
    public static final int SIZE = 32;

    /** Sealed bytes of one segment; the first holds a header of its own beside the content. */
    public static final int SEGMENT = 256 * 1024;

    private static final int HEADER = 1 + SIZE + 7;
    private static final int TAG = 16;

    private final Bytes key;
    private final StreamingAead aead;

    private StreamKey(Bytes key) {
        this.key = key;
        try {
            this.aead = Keysets.primitive(Keysets.rawStreaming(key.toArray(), SEGMENT), StreamingAead.class);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("stream key: " + key.size() + " bytes refused (expected: " + SIZE + ")");
        }
    }

    public static StreamKey fresh(SecureRandom random) {
        byte[] key = new byte[SIZE];
        random.nextBytes(key);
        return new StreamKey(Bytes.copyOf(key));
    }

    /** Throws when these are not 32 bytes. */
    public static StreamKey of(Bytes key) {
        return new StreamKey(key);
    }

    /** Most bytes of content in so many segments. */
    public static long room(int segments) {
        return (long) segments * (SEGMENT - TAG) - HEADER;
    }

    public Bytes bytes() {
        return key;
    }

    /** What is written comes out sealed; nothing of it opens before the stream was closed. */
    public OutputStream sealing(OutputStream to, Context context) throws IOException {
        try {
            return aead.newEncryptingStream(to, context.encoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cryptography library refused its own parameters", impossible);
        }
    }

    /**
     * Reading throws {@link IOException} at the first segment that is not in its place, and at an end that is not the
     * end. What was read before is as it was written; that it is all of it is known only once the stream has ended.
     */
    public InputStream opening(InputStream from, Context context) throws IOException {
        try {
            return aead.newDecryptingStream(from, context.encoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cryptography library refused its own parameters", impossible);
        }
    }

    @Override
    public String toString() {
        return "StreamKey[redacted]";
    }
}
