package org.wasl.triage.classifier;

/**
 * Brings what is written in Latin letters near to what is written in Arabic ones, so that the few texts in Latin
 * letters profit from the many in Arabic letters.
 *
 * <p>Two coarse forms: Kurdish Latin letter by letter in folded Arabic letters, and the bare consonants of a word of
 * any language in either script. Both are lossy and only evidence among more.
 */
final class Script {

    private static final char NOTHING = 0;

    /** By letter, up to the last one that has a consonant. */
    private static final char[] CONSONANTS = new char['\u06CD'];

    static {
        for (char unit = 0; unit < CONSONANTS.length; unit++) {
            CONSONANTS[unit] = consonant(unit);
        }
    }

    private Script() {}

    static boolean isLatin(char[] word, int from, int to) {
        for (int at = from; at < to; at++) {
            char unit = word[at];
            if ((unit >= 'a' && unit <= 'z') || (unit >= '\u00C0' && unit <= '\u024F')) {
                return true;
            }
        }
        return false;
    }

    /** A word of Kurdish in Latin letters as the folded Arabic script has it: {@code naxwazim} becomes ناخوازم. */
    static void arabised(String light, LetterBuffer out) {
        int from = out.length();
        for (int at = 0; at < light.length(); at++) {
            char letter = arabic(light.charAt(at));
            if (letter != NOTHING && !(letter == '\u0648' && out.endsWith(letter, from))) {
                out.append(letter);
            }
        }
    }

    private static char arabic(char latin) {
        return switch (latin) {
            case 'a', '\u00E2' -> '\u0627';
            case 'b', 'p' -> '\u0628';
            case 'c', '\u00E7' -> '\u062C';
            case 'd' -> '\u062F';
            case 'e', 'h' -> '\u0647';
            case 'f', 'v' -> '\u0641';
            case 'g', 'k' -> '\u0643';
            case 'j', 'z' -> '\u0632';
            case 'l', '\u0142' -> '\u0644';
            case 'm' -> '\u0645';
            case 'n' -> '\u0646';
            case 'o', 'u', '\u00FB', 'w' -> '\u0648';
            case 'q' -> '\u0642';
            case 'r', '\u0159' -> '\u0631';
            case 's' -> '\u0633';
            case '\u015F' -> '\u0634';
            case 't' -> '\u062A';
            case 'x' -> '\u062E';
            case 'y', '\u00EE', '\u00EA' -> '\u064A';
            default -> NOTHING;
        };
    }

    /** The consonants of a word in either script; letters that keyboards and habits confuse are one. */
    static void consonants(String light, LetterBuffer out) {
        int from = out.length();
        for (int at = 0; at < light.length(); at++) {
            char unit = light.charAt(at);
            char next = at + 1 < light.length() ? light.charAt(at + 1) : NOTHING;
            char letter = pair(unit, next);
            if (letter != NOTHING) {
                at++;
            } else {
                letter = unit < CONSONANTS.length ? CONSONANTS[unit] : NOTHING;
            }
            if (letter != NOTHING && !out.endsWith(letter, from)) {
                out.append(letter);
            }
        }
    }

    private static char pair(char unit, char next) {
        if (next != 'h' && next != '\'') {
            return NOTHING;
        }
        return switch (unit) {
            case 's' -> 'S';
            case 'c' -> 'j';
            case 'k' -> 'x';
            case 't' -> 't';
            case 'd' -> 'd';
            case 'g', '3' -> 'G';
            case '7' -> 'x';
            case '6', '9' -> 'd';
            default -> NOTHING;
        };
    }

    private static char consonant(char unit) {
        return switch (unit) {
            case 'b', 'p', '\u0628', '\u067E' -> 'b';
            case 't', '6', '\u062A', '\u0637', '\u062B' -> 't';
            case 'j', 'c', '\u00E7', '\u062C', '\u0686', '\u0698' -> 'j';
            case '7', '\u062D' -> 'H';
            case 'x', '5', '\u062E' -> 'x';
            case 'd', '\u062F', '\u0630', '\u0636', '\u0638' -> 'd';
            case 'r', '\u0159', '\u0631', '\u0695' -> 'r';
            case 'z', '\u0632' -> 'z';
            case 's', '9', '\u0633', '\u0635' -> 's';
            case '\u015F', '4', '\u0634' -> 'S';
            case '3', '\u0639' -> '3';
            case '\u063A' -> 'G';
            case 'f', 'v', '\u0641', '\u06A4' -> 'f';
            case 'q', 'k', 'g', '8', '\u0642', '\u0643', '\u06A9', '\u06AF' -> 'k';
            case 'l', '\u0142', '\u0644', '\u06B5' -> 'l';
            case 'm', '\u0645' -> 'm';
            case 'n', '\u0646' -> 'n';
            default -> NOTHING;
        };
    }
}
