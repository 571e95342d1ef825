package org.wasl.bot.session;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the stored forms: small, versioned by their first byte, without any type name. */
final class PackedWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(bytes);

    PackedWriter number(long value) {
        return write(() -> out.writeLong(value));
    }

    PackedWriter small(int value) {
        return write(() -> out.writeInt(value));
    }

    PackedWriter real(double value) {
        return write(() -> out.writeDouble(value));
    }

    PackedWriter flag(boolean value) {
        return write(() -> out.writeBoolean(value));
    }

    PackedWriter tag(int value) {
        return write(() -> out.writeByte(value));
    }

    PackedWriter instant(Instant value) {
        return number(value.getEpochSecond()).small(value.getNano());
    }

    PackedWriter block(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    PackedWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    PackedWriter maybe(@Nullable String value) {
        return value == null ? flag(false) : flag(true).text(value);
    }

    <T> PackedWriter list(Collection<T> values, BiConsumer<PackedWriter, T> each) {
        small(values.size());
        values.forEach(value -> each.accept(this, value));
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private PackedWriter write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
