package org.wasl.triage.text;

/**
 * The folded key: one form for what keyboards, dialect spelling and haste confuse. Arabic and Kurdish are folded the
 * same way, since a text may be either or both; lexicon words go through the same fold, so a letter lost by an Arabic
 * keyboard costs nothing.
 *
 * <p>Qaf and kaf are not merged (heart and dog), nor emphatic consonants: their variants stand in the lexicons.
 */
final class Fold {

    private static final char DROPPED = 0;

    /** By letter, up to the last that is folded; the rest stay as they are. */
    private static final char[] FOLDED = new char['\u06D6'];

    static {
        for (char unit = 0; unit < FOLDED.length; unit++) {
            FOLDED[unit] = folded(unit);
        }
    }

    private Fold() {}

    static MappedText text(MappedText in) {
        return fold(in, new MappedText.Builder(in.length())).build();
    }

    /** A word without the way back to where it came from. */
    static String word(String light) {
        return isFolded(light)
                ? light
                : fold(MappedText.raw(light), MappedText.Builder.unmapped(light.length()))
                        .text();
    }

    /** Whether folding would change nothing; may say no of a word that stays. */
    private static boolean isFolded(String light) {
        char before = 0;
        for (int at = 0; at < light.length(); at++) {
            char unit = light.charAt(at);
            if (unit == DROPPED || unit == before || letter(unit) != unit) {
                return false;
            }
            before = unit;
        }
        return true;
    }

    private static MappedText.Builder fold(MappedText in, MappedText.Builder out) {
        boolean wordStart = true;
        int run = 0;
        for (int at = 0; at < in.length(); at++) {
            char unit = in.charAt(at);
            boolean letter = Character.isLetter(unit) || Character.isSurrogate(unit);
            char folded = wordStart && unit == '\u0626' ? DROPPED : letter(unit);
            if (folded == DROPPED) {
                continue;
            }
            boolean again = out.length() > 0 && out.last() == folded && letter;
            run = again ? run + 1 : 1;
            if (again && folded == '\u0648') {
                // Kurdish long u is two waws, or one.
                out.stretchLast(in.rawEnd(at));
            } else if (again && run == 3) {
                // Letters drawn out for stress: the third says the first two were one.
                out.cutTo(out.length() - 1, in.rawEnd(at));
            } else if (again && run > 3) {
                out.stretchLast(in.rawEnd(at));
            } else {
                out.add(folded, in.rawStart(at), in.rawEnd(at));
            }
            wordStart = !letter && !Character.isDigit(unit);
        }
        return out;
    }

    private static char letter(char unit) {
        return unit < FOLDED.length ? FOLDED[unit] : unit;
    }

    private static char folded(char unit) {
        return switch (unit) {
            case '\u0623', '\u0625', '\u0622', '\u0671' -> '\u0627';
            case '\u0649', '\u0626', '\u06CC', '\u06CE', '\u06D0', '\u06D2' -> '\u064A';
            case '\u0624', '\u06C6', '\u06C7', '\u06C9', '\u06CB' -> '\u0648';
            case '\u0629', '\u06D5', '\u06BE', '\u06C1', '\u06C0', '\u06C3' -> '\u0647';
            case '\u06A9', '\u06AF', '\u06AA' -> '\u0643';
            case '\u0686' -> '\u062C';
            case '\u067E' -> '\u0628';
            case '\u06A4' -> '\u0641';
            case '\u0698' -> '\u0632';
            case '\u0695', '\u0692' -> '\u0631';
            case '\u06B5' -> '\u0644';
            case '\u0621' -> DROPPED;
            case '\u00EA', '\u00E9', '\u00E8', '\u00EB' -> 'e';
            case '\u00EE', '\u0131', '\u00ED', '\u00EF', '\u00EC' -> 'i';
            case '\u00FB', '\u00FC', '\u00F9', '\u00FA' -> 'u';
            case '\u015F', '\u0161' -> 's';
            case '\u00E7', '\u010D' -> 'c';
            case '\u011F' -> 'g';
            case '\u00F6', '\u00F4', '\u00F3', '\u00F2' -> 'o';
            case '\u00E2', '\u00E1', '\u00E0', '\u00E4' -> 'a';
            case '\u0142' -> 'l';
            case '\u0159' -> 'r';
            default -> unit;
        };
    }
}
