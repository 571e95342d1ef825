package org.wasl.triage.text;

import java.util.Arrays;

/**
 * Text that remembers where each of its UTF-16 units came from in the raw text. A ligature's letters all point to the
 * one raw character; letters that were joined point to all of them. Immutable.
 */
public final class MappedText implements CharSequence {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private MappedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** Text that stands for itself. */
    static MappedText raw(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        for (int at = 0; at < starts.length; at++) {
            starts[at] = at;
            ends[at] = at + 1;
        }
        return new MappedText(text, starts, ends);
    }

    /** Where the unit at this index begins in the raw text. */
    public int rawStart(int index) {
        return starts[index];
    }

    /** One past where the unit at this index ends in the raw text. */
    public int rawEnd(int index) {
        return ends[index];
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
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int expected) {
            text = new StringBuilder(expected);
            starts = new int[Math.max(16, expected)];
            ends = new int[Math.max(16, expected)];
        }

        void add(char unit, int rawStart, int rawEnd) {
            if (text.length() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            starts[text.length()] = rawStart;
            ends[text.length()] = rawEnd;
            text.append(unit);
        }

        int length() {
            return text.length();
        }

        char last() {
            return text.charAt(text.length() - 1);
        }

        /** Takes the last unit's place with another that covers it and more. */
        void replaceLast(char unit, int rawEnd) {
            text.setCharAt(text.length() - 1, unit);
            ends[text.length() - 1] = Math.max(ends[text.length() - 1], rawEnd);
        }

        void stretchLast(int rawEnd) {
            ends[text.length() - 1] = Math.max(ends[text.length() - 1], rawEnd);
        }

        void cutTo(int length, int rawEnd) {
            text.setLength(length);
            stretchLast(rawEnd);
        }

        MappedText build() {
            return new MappedText(
                    text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
        }
    }
}
