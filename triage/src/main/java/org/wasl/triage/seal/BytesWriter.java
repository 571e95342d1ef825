package org.wasl.triage.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a content field by field, in one order only, so that equal contents have equal bytes. Every limit of
 * {@link BytesReader} holds here too: what cannot be read again is not written.
 */
public final class BytesWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

    public BytesWriter version(int version) {
        out.write(version);
        return this;
    }

    public BytesWriter flag(boolean value) {
        out.write(value ? 1 : 0);
        return this;
    }

    /** Variable length, negative numbers included. */
    public BytesWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /**
     * Lone surrogates become question marks of the same length in UTF-16, so that a span into the text stays right.
     *
     * @param longest the most UTF-8 bytes it may take
     */
    public BytesWriter text(String value, int longest) {
        return bytes(value.getBytes(StandardCharsets.UTF_8), longest, "text");
    }

    public BytesWriter bytes(Bytes value, int longest) {
        return bytes(value.toArray(), longest, "bytes");
    }

    public BytesWriter instant(Instant value) {
        return number(value.getEpochSecond()).number(value.getNano());
    }

    /** A flag, and the value if there is one. */
    public <T> BytesWriter optional(@Nullable T value, BiConsumer<BytesWriter, T> each) {
        flag(value != null);
        if (value != null) {
            each.accept(this, value);
        }
        return this;
    }

    public <T> BytesWriter list(List<T> values, int most, BiConsumer<BytesWriter, T> each) {
        if (values.size() > most) {
            throw new IllegalArgumentException("list: " + values.size() + " entries (expected: at most " + most + ")");
        }
        number(values.size());
        values.forEach(value -> each.accept(this, value));
        return this;
    }

    public Bytes written() {
        return Bytes.copyOf(out.toByteArray());
    }

    private BytesWriter bytes(byte[] value, int longest, String what) {
        if (value.length > longest) {
            throw new IllegalArgumentException(
                    what + ": " + value.length + " bytes (expected: at most " + longest + ")");
        }
        number(value.length);
        out.writeBytes(value);
        return this;
    }
}
