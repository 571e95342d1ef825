package org.wasl.bot.conversation;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes what is stored between two turns small: raw DEFLATE (RFC 1951), with words known beforehand. Whether it came
 * back whole is for the seal around it to say, not for this. Nothing here is fit for anything that leaves the node.
 */
public final class Compact {

    /** A conversation is bounded far below this; more never came from here. */
    private static final int MOST = 1 << 20;

    private static final int CHUNK = 4_096;

    private final byte[] known;

    private Compact(byte[] known) {
        this.known = known;
    }

    /** Knows nothing beforehand. */
    public static Compact plain() {
        return new Compact(new byte[0]);
    }

    /**
     * @param known what is likely to stand in it, the likeliest last. What was made with it opens with the very same
     *     bytes only
     */
    static Compact knowing(byte[] known) {
        return new Compact(known.clone());
    }

    public byte[] make(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            if (known.length > 0) {
                deflater.setDictionary(known);
            }
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream made = new ByteArrayOutputStream(CHUNK);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                made.write(chunk, 0, deflater.deflate(chunk));
            }
            return made.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Throws {@link IllegalArgumentException}, without a word of what came, for what was not made by this. */
    public byte[] open(byte[] made, int from) {
        Inflater inflater = new Inflater(true);
        try {
            if (known.length > 0) {
                inflater.setDictionary(known);
            }
            inflater.setInput(made, from, made.length - from);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(CHUNK);
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                if (read == 0 || plain.size() > MOST) {
                    throw new IllegalArgumentException(
                            "compact form: cut off, or too large (expected: one whole, at most " + MOST + " bytes)");
                }
                plain.write(chunk, 0, read);
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("compact form: not readable (expected: raw DEFLATE)");
        } finally {
            inflater.end();
        }
    }
}
