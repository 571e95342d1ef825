package org.wasl.triage.text;

/** Laughter as it is typed: a sign that a strong word was not meant. */
final class Laughter {

    private Laughter() {}

    static boolean isEmoji(String emoji) {
        return switch (emoji.codePointAt(0)) {
            case 0x1F602, 0x1F923, 0x1F606, 0x1F605, 0x1F639, 0x1F604, 0x1F601 -> true;
            default -> false;
        };
    }

    /** Hehs or khahs in a row, ha-ha in either script. */
    static boolean isWord(String word) {
        if (word.length() < 3) {
            return false;
        }
        if (only(word, '\u0647') || only(word, '\u062E') || only(word, 'h')) {
            return true;
        }
        return word.length() >= 4
                && (alternates(word, '\u0647', '\u0627')
                        || alternates(word, '\u0647', '\u06D5')
                        || alternates(word, 'h', 'a')
                        || alternates(word, 'h', 'e'));
    }

    private static boolean only(String word, char letter) {
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) != letter) {
                return false;
            }
        }
        return true;
    }

    private static boolean alternates(String word, char one, char other) {
        for (int at = 0; at + 1 < word.length(); at++) {
            char unit = word.charAt(at);
            char next = word.charAt(at + 1);
            boolean turn = (unit == one && next == other) || (unit == other && next == one);
            if (!turn) {
                return false;
            }
        }
        return true;
    }
}
