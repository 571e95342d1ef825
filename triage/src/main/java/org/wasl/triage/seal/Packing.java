package org.wasl.triage.seal;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Deflates content that would not fit a seal as it is: a long story stands in a report up to three times. What fits is
 * never packed, so that a size tells no more of it than its bucket.
 */
final class Packing {

    private static final int STEP = 8 * 1024;

    private Packing() {}

    static byte[] pack(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(STEP);
            byte[] step = new byte[STEP];
            while (!deflater.finished()) {
                out.write(step, 0, deflater.deflate(step));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Empty for what was not packed by this, and as soon as it grows over the limit. */
    static Optional<byte[]> unpack(byte[] packed, int largest) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(STEP);
            byte[] step = new byte[STEP];
            while (!inflater.finished()) {
                int size = inflater.inflate(step);
                if (size == 0 && !inflater.finished()) {
                    return Optional.empty();
                }
                out.write(step, 0, size);
                if (out.size() > largest) {
                    return Optional.empty();
                }
            }
            return inflater.getRemaining() == 0 ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (DataFormatException refused) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
