package org.wasl.bot.session;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackedWriter} wrote. Throws {@link IllegalArgumentException} for anything else, without quoting it. */
final class PackedReader {

    private final ByteBuffer in;

    PackedReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    long number() {
        return read(ByteBuffer::getLong);
    }

    int small() {
        return read(ByteBuffer::getInt);
    }

    double real() {
        return read(ByteBuffer::getDouble);
    }

    boolean flag() {
        return tag() == 1;
    }

    int tag() {
        return read(ByteBuffer::get);
    }

    Instant instant() {
        return Instant.ofEpochSecond(number(), small());
    }

    byte[] block() {
        byte[] value = new byte[length()];
        in.get(value);
        return value;
    }

    String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    @Nullable
    String maybe() {
        return flag() ? text() : null;
    }

    <T> List<T> list(Function<PackedReader, T> each) {
        int size = length();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.apply(this));
        }
        return values;
    }

    IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("stored form: unknown " + what);
    }

    /** A length is never more than what is left, so a damaged one asks for no memory. */
    private int length() {
        int size = small();
        if (size < 0 || size > in.remaining()) {
            throw unknown("length");
        }
        return size;
    }

    private <T> T read(Function<ByteBuffer, T> reading) {
        try {
            return reading.apply(in);
        } catch (BufferUnderflowException truncated) {
            throw new IllegalArgumentException("stored form: truncated", truncated);
        }
    }
}
