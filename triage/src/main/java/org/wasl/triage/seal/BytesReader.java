package org.wasl.triage.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link BytesWriter} wrote, and takes nothing for granted: the bytes may come from anybody. Whatever is not
 * as it should be is a {@link MalformedBytes}; nothing is reserved before its length was checked.
 */
public final class BytesReader {

    private final ByteBuffer in;

    public BytesReader(Bytes content) {
        this.in = ByteBuffer.wrap(content.toArray());
    }

    /** One byte, 0 to 255. */
    public int version() {
        return next();
    }

    public boolean flag() {
        return switch (next()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new MalformedBytes("flag neither 0 nor 1");
        };
    }

    public long number() {
        long raw = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = next();
            raw |= (long) (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw new MalformedBytes("number without end");
    }

    /** A number inside bounds, both included. */
    public int number(int least, int most) {
        long value = number();
        if (value < least || value > most) {
            throw new MalformedBytes("number out of bounds " + least + ".." + most);
        }
        return (int) value;
    }

    public String text(int longest) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw(longest)))
                    .toString();
        } catch (CharacterCodingException refused) {
            throw new MalformedBytes("text not UTF-8");
        }
    }

    public Bytes bytes(int longest) {
        return Bytes.copyOf(raw(longest));
    }

    public Instant instant() {
        long second = number();
        int nano = number(0, 999_999_999);
        try {
            return Instant.ofEpochSecond(second, nano);
        } catch (DateTimeException | ArithmeticException refused) {
            throw new MalformedBytes("time out of bounds");
        }
    }

    public <T> @Nullable T optional(Function<BytesReader, T> each) {
        return flag() ? each.apply(this) : null;
    }

    public <T> List<T> list(int most, Function<BytesReader, T> each) {
        int size = number(0, most);
        List<T> values = new ArrayList<>(Math.min(size, in.remaining()));
        for (int at = 0; at < size; at++) {
            values.add(each.apply(this));
        }
        return List.copyOf(values);
    }

    /** Throws when anything is left over. */
    public void end() {
        if (in.hasRemaining()) {
            throw new MalformedBytes("bytes left over");
        }
    }

    private byte[] raw(int longest) {
        int size = number(0, longest);
        if (size > in.remaining()) {
            throw new MalformedBytes("shorter than it says");
        }
        byte[] value = new byte[size];
        in.get(value);
        return value;
    }

    private int next() {
        if (!in.hasRemaining()) {
            throw new MalformedBytes("ends too early");
        }
        return in.get() & 0xFF;
    }
}
