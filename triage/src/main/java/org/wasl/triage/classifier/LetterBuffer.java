package org.wasl.triage.classifier;

import java.util.Arrays;

/** Letters in a row that are written over and over again: what features are cut from, without a string for each. */
final class LetterBuffer {

    private char[] letters = new char[256];
    private int length;

    /** The letters themselves, valid up to {@link #length()} and until the next change. */
    char[] letters() {
        return letters;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void append(char letter) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, 2 * length);
        }
        letters[length++] = letter;
    }

    void append(String word) {
        room(word.length());
        word.getChars(0, word.length(), letters, length);
        length += word.length();
    }

    void append(LetterBuffer other, int from, int to) {
        room(to - from);
        System.arraycopy(other.letters, from, letters, length, to - from);
        length += to - from;
    }

    /** Takes letters at the end away. */
    void cutTo(int shorter) {
        length = Math.min(length, shorter);
    }

    boolean endsWith(char letter, int from) {
        return length > from && letters[length - 1] == letter;
    }

    private void room(int more) {
        if (length + more > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(2 * letters.length, length + more));
        }
    }

    @Override
    public String toString() {
        return "LetterBuffer[" + length + " letters, redacted]";
    }
}
