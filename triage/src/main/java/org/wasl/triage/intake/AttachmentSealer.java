package org.wasl.triage.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Signer;
import org.wasl.triage.seal.StreamKey;

/**
 * Seals an attachment while it is read: never more than one chunk of it is in memory, and nothing of it anywhere else.
 * The chunks may be handed over at once; what opens them is the {@link AttachmentSeal}, which exists only when the whole
 * was read and then travels inside the seal of an {@link IntakeEntry.AttachmentArrived}. Thread-safe.
 */
public final class AttachmentSealer {

    private static final int BLOB = 16;
    private static final int STEP = 16 * 1024;

    private final Signer signer;
    private final SecureRandom random;

    public AttachmentSealer(Signer botSigner, SecureRandom random) {
        this.signer = botSigner;
        this.random = random;
    }

    /** Takes the chunks, in order. */
    @FunctionalInterface
    public interface ChunkSink {
        void accept(Bytes chunk) throws IOException;
    }

    /** What came of it. */
    public sealed interface Sealing {

        /** All of it is handed over. */
        record Whole(AttachmentSeal seal) implements Sealing {}

        /** More than was allowed, or than can ever be. What was handed over of it opens never. */
        record TooLarge() implements Sealing {}

        /** There was nothing in it. */
        record Empty() implements Sealing {}
    }

    /**
     * Reads to the end. Whatever the source or the sink throws goes through; the chunks so far then open never.
     *
     * @param most bytes of content taken
     */
    public Sealing seal(InputStream content, AttachmentId id, long most, ChunkSink sink) throws IOException {
        String blob = HexFormat.of().formatHex(randomBytes());
        StreamKey key = StreamKey.fresh(random);
        Chunks chunks = new Chunks(blob, sink);
        MessageDigest digest = sha256();
        long size = 0;
        OutputStream sealing = key.sealing(chunks, AttachmentChunk.content(id, blob));
        DigestOutputStream digesting = new DigestOutputStream(sealing, digest);
        byte[] step = new byte[STEP];
        for (int read = content.read(step); read >= 0; read = content.read(step)) {
            size += read;
            if (size > Math.min(most, StreamKey.room(Limits.CHUNKS))) {
                return new Sealing.TooLarge();
            }
            digesting.write(step, 0, read);
        }
        if (size == 0) {
            return new Sealing.Empty();
        }
        int count = fill(sealing, size);
        sealing.close();
        return new Sealing.Whole(new AttachmentSeal(blob, key.bytes(), count, size, Bytes.copyOf(digest.digest())));
    }

    /** Zeros up to the end of the last chunk: a length in bytes would tell one voice note from another. */
    private static int fill(OutputStream sealing, long size) throws IOException {
        int count = 1;
        while (StreamKey.room(count) < size) {
            count++;
        }
        byte[] zeros = new byte[STEP];
        for (long left = StreamKey.room(count) - size; left > 0; left -= STEP) {
            sealing.write(zeros, 0, (int) Math.min(left, STEP));
        }
        return count;
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[BLOB];
        random.nextBytes(bytes);
        return bytes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256 in this Java", impossible);
        }
    }

    @Override
    public String toString() {
        return "AttachmentSealer";
    }

    /** Cuts the sealed stream where its segments end, and signs each. */
    private final class Chunks extends OutputStream {

        private final String blob;
        private final ChunkSink sink;
        private final byte[] held = new byte[StreamKey.SEGMENT];
        private int filled;
        private int index;

        private Chunks(String blob, ChunkSink sink) {
            this.blob = blob;
            this.sink = sink;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                int taken = Math.min(left, held.length - filled);
                System.arraycopy(bytes, at, held, filled, taken);
                filled += taken;
                at += taken;
                left -= taken;
                if (filled == held.length) {
                    AttachmentChunk chunk = new AttachmentChunk(blob, index++, Bytes.copyOf(held));
                    sink.accept(chunk.written(signer.sign(chunk.statement())));
                    filled = 0;
                }
            }
        }
    }
}
