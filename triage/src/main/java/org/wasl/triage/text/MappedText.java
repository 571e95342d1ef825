package org.wasl.triage.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text that remembers where each of its UTF-16 units came from in the raw text. A ligature's letters all point to the
 * one raw character; letters that were joined point to all of them. Immutable.
 */
public final class MappedText implements CharSequence {

    private final String text;

    /** Both {@code null} for text that stands for itself. */
    private final int @Nullable [] starts;

    private final int @Nullable [] ends;

    private MappedText(String text, int @Nullable [] starts, int @Nullable [] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** Text that stands for itself. */
    static MappedText raw(String text) {
        return new MappedText(text, null, null);
    }

    /** Where the unit at this index begins in the raw text. */
    public int rawStart(int index) {
        return starts == null ? index : starts[index];
    }

    /** One past where the unit at this index ends in the raw text. */
    public int rawEnd(int index) {
        return ends == null ? index + 1 : ends[index];
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    /** The text without its map. A citizen's words: never for a log. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "MappedText[" + text.length() + " characters, redacted]";
    }

    /** Grows a mapped text unit by unit. */
    static final class Builder {
        private char[] units;
        private int[] starts;
        private int[] ends;
        private int length;

        private final boolean mapped;

        Builder(int expected) {
            this(expected, true);
        }

        private Builder(int expected, boolean mapped) {
            this.mapped = mapped;
            units = new char[Math.max(16, expected)];
            starts = new int[mapped ? units.length : 0];
            ends = new int[starts.length];
        }

        /** One that only {@link #text} is wanted of. */
        static Builder unmapped(int expected) {
            return new Builder(expected, false);
        }

        void add(char unit, int rawStart, int rawEnd) {
            if (length == units.length) {
                units = Arrays.copyOf(units, 2 * length);
                starts = Arrays.copyOf(starts, 2 * starts.length);
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            units[length] = unit;
            if (mapped) {
                starts[length] = rawStart;
                ends[length] = rawEnd;
            }
            length++;
        }

        int length() {
            return length;
        }

        char last() {
            return units[length - 1];
        }

        /** Takes the last unit's place with another that covers it and more. */
        void replaceLast(char unit, int rawEnd) {
            units[length - 1] = unit;
            stretchLast(rawEnd);
        }

        void stretchLast(int rawEnd) {
            if (mapped) {
                ends[length - 1] = Math.max(ends[length - 1], rawEnd);
            }
        }

        void cutTo(int shorter, int rawEnd) {
            length = shorter;
            stretchLast(rawEnd);
        }

        /** The text alone. */
        String text() {
            return new String(units, 0, length);
        }

        MappedText build() {
            return new MappedText(text(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
        }
    }
}
