package org.wasl.admin.print;

/**
 * Sets numbers, dates and Latin words apart from the letters around them. Left to the rules of Unicode, "2026-11-23" after
 * an Arabic word is read "23-11-2026", and a telephone number from its end.
 *
 * <p>Words of Latin letters stay together, and so do groups of digits with one space between them; two dates with a dash
 * between them do not: there the first one is the one a reader meets first.
 */
final class Numerals {

    /**
     * Left-to-right isolate (Unicode Annex 9), so that nothing outside turns it around, and an override in it, since the
     * parts of "٢٠٢٦-١١-٢٣" would still change places. None of the four signs is drawn.
     */
    private static final String BEGIN = "\u2066\u202D";

    private static final String END = "\u202C\u2069";

    /** What may stand before a number and belongs to it. */
    private static final String BEFORE = "+-#@/$€";

    private static final String BEHIND = "%/=";

    /** Arabic punctuation ends a number though it has no direction of its own. */
    private static final String STOPS = "\u060C\u061B\u061F\u06D4";

    /** Between two words that are set apart together. A bracket belongs to what is in it. */
    private static final int LONGEST_GAP = 4;

    private static final String BRACKETS = "()[]{}<>«»\"“”";

    private final String line;

    private Numerals(String line) {
        this.line = line;
    }

    /** One line of clean text, with its numbers and Latin words set apart. */
    static String isolated(String line) {
        return new Numerals(line).all();
    }

    static boolean begins(char c) {
        return BEGIN.indexOf(c) >= 0;
    }

    static boolean ends(char c) {
        return END.indexOf(c) >= 0;
    }

    /** As somebody would type it. */
    static String typed(String isolated) {
        StringBuilder typed = new StringBuilder(isolated.length());
        isolated.chars().filter(c -> !begins((char) c) && !ends((char) c)).forEach(c -> typed.append((char) c));
        return typed.toString().replace('\u00A0', ' ');
    }

    private String all() {
        StringBuilder all = new StringBuilder(line.length() + 16);
        int written = 0;
        for (int at = 0; at < line.length(); at++) {
            if (core(line.charAt(at))) {
                int from = start(at, written);
                int to = end(at);
                all.append(line, written, from)
                        .append(BEGIN)
                        .append(together(from, to))
                        .append(END);
                written = to;
                at = to - 1;
            }
        }
        return all.append(line, written, line.length()).toString();
    }

    /** Groups of digits are one number, on one line. */
    private String together(int from, int to) {
        StringBuilder word = new StringBuilder(line.substring(from, to));
        for (int at = 1; at < word.length() - 1; at++) {
            boolean between = Character.isDigit(word.charAt(at - 1)) && Character.isDigit(word.charAt(at + 1));
            if (word.charAt(at) == ' ' && between) {
                word.setCharAt(at, '\u00A0');
            }
        }
        return word.toString();
    }

    private int start(int at, int written) {
        int from = at;
        while (from > written && BEFORE.indexOf(line.charAt(from - 1)) >= 0) {
            from--;
        }
        return from;
    }

    /** Behind the word that begins here and those that stay with it. */
    private int end(int from) {
        int to = wordEnd(from);
        boolean latin = latinWithin(from, to);
        while (true) {
            int next = nextWord(to);
            if (next < 0) {
                return to;
            }
            int end = wordEnd(next);
            boolean nextLatin = latinWithin(next, end);
            boolean groups = next == to + 1 && Character.isSpaceChar(line.charAt(to));
            if (!latin && !nextLatin && !groups) {
                return to;
            }
            latin |= nextLatin;
            to = end;
        }
    }

    private int wordEnd(int from) {
        int last = from;
        for (int at = from; at < line.length() && within(line.charAt(at)); at++) {
            if (core(line.charAt(at))) {
                last = at;
            }
        }
        int to = last + 1;
        return to < line.length() && BEHIND.indexOf(line.charAt(to)) >= 0 ? to + 1 : to;
    }

    private int nextWord(int from) {
        for (int at = from; at < line.length() && at <= from + LONGEST_GAP; at++) {
            char c = line.charAt(at);
            if (core(c)) {
                return at;
            }
            if (letter(c) || BRACKETS.indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private boolean latinWithin(int from, int to) {
        return line.substring(from, to).chars().anyMatch(c -> Character.isLetter(c) && !rightToLeft((char) c));
    }

    private static boolean within(char c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !letter(c);
    }

    /** What a word read from left to right begins and ends with. */
    private static boolean core(char c) {
        return Character.isDigit(c) || Character.isLetter(c) && !rightToLeft(c);
    }

    /** What belongs to a right-to-left word. */
    private static boolean letter(char c) {
        return rightToLeft(c) || STOPS.indexOf(c) >= 0;
    }

    private static boolean rightToLeft(char c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
