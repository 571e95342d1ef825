package org.wasl.triage.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.MalformedBytes;
import org.wasl.triage.seal.StreamKey;
import org.wasl.triage.seal.Verifier;

/**
 * The desk's half: tells whether a chunk was made by a bot node, which needs no key of the desk, and opens an attachment
 * from its chunks with what came inside a seal. Thread-safe.
 */
public final class AttachmentOpener {

    private static final int STEP = 16 * 1024;

    private final Verifier botVerifier;

    public AttachmentOpener(Verifier botVerifier) {
        this.botVerifier = botVerifier;
    }

    /** Whether something out of intake says to be a chunk and not an entry. */
    public static boolean isChunk(Bytes wire) {
        return wire.size() > StreamKey.SEGMENT && wire.toArray()[0] == AttachmentChunk.MARK;
    }

    /** The chunk; empty for one that is malformed or was not signed by a bot node. Never throws. */
    public Optional<AttachmentChunk> chunk(Bytes wire) {
        try {
            AttachmentChunk.Signed signed = AttachmentChunk.read(wire);
            return botVerifier.verifies(signed.signature(), signed.chunk().statement())
                    ? Optional.of(signed.chunk())
                    : Optional.empty();
        } catch (MalformedBytes malformed) {
            return Optional.empty();
        }
    }

    /**
     * Whether all of it is there and is what was sealed. Reads every chunk once, one at a time.
     *
     * @param chunks the sealed bytes of the chunk at a place; {@code null} where there is none
     */
    public boolean whole(AttachmentSeal seal, AttachmentId id, IntFunction<@Nullable Bytes> chunks) {
        MessageDigest digest = AttachmentSealer.sha256();
        try (InputStream opened = stream(seal, id, chunks)) {
            long left = seal.size();
            byte[] step = new byte[STEP];
            for (int read = opened.read(step); read >= 0; read = opened.read(step)) {
                int content = (int) Math.min(left, read);
                digest.update(step, 0, content);
                left -= content;
            }
            return left == 0 && Bytes.copyOf(digest.digest()).equals(seal.digest());
        } catch (IOException refused) {
            return false;
        }
    }

    /**
     * The content, without its padding. Reading throws {@link IOException} where a chunk is missing or was changed.
     *
     * @param chunks as for {@link #whole}
     */
    public InputStream open(AttachmentSeal seal, AttachmentId id, IntFunction<@Nullable Bytes> chunks)
            throws IOException {
        return new WithoutPadding(stream(seal, id, chunks), seal.size());
    }

    private static InputStream stream(AttachmentSeal seal, AttachmentId id, IntFunction<@Nullable Bytes> chunks)
            throws IOException {
        return StreamKey.of(seal.key())
                .opening(new Joined(seal.chunks(), chunks), AttachmentChunk.content(id, seal.blob()));
    }

    @Override
    public String toString() {
        return "AttachmentOpener";
    }

    /** The chunks one behind the other, fetched when they are needed. */
    private static final class Joined extends InputStream {

        private final int count;
        private final IntFunction<@Nullable Bytes> chunks;
        private byte[] held = new byte[0];
        private int at;
        private int next;

        private Joined(int count, IntFunction<@Nullable Bytes> chunks) {
            this.count = count;
            this.chunks = chunks;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == held.length) {
                if (next == count) {
                    return -1;
                }
                Bytes chunk = chunks.apply(next++);
                if (chunk == null) {
                    throw new IOException("chunk " + (next - 1) + " missing");
                }
                held = chunk.toArray();
                at = 0;
            }
            int taken = Math.min(length, held.length - at);
            System.arraycopy(held, at, to, from, taken);
            at += taken;
            return taken;
        }
    }

    private static final class WithoutPadding extends InputStream {

        private final InputStream opened;
        private long left;

        private WithoutPadding(InputStream opened, long size) {
            this.opened = opened;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = opened.read(to, from, (int) Math.min(left, length));
            if (read < 0) {
                throw new IOException("ends too early");
            }
            left -= read;
            return read;
        }

        @Override
        public void close() throws IOException {
            opened.close();
        }
    }
}
