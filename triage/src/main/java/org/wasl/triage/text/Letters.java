package org.wasl.triage.text;

/** What single characters count as. All of it is Unicode and keyboards; words are in the lexicons. */
final class Letters {

    static final char HEH = '\u0647';
    static final char AE = '\u06D5';
    private static final char ZWNJ = '\u200C';

    private Letters() {}

    /** Drops what is not seen, brings digits and punctuation into one form, lower-cases. */
    static MappedText clean(MappedText in) {
        MappedText.Builder out = new MappedText.Builder(in.length());
        for (int at = 0; at < in.length(); at++) {
            char unit = in.charAt(at);
            if (unit == ZWNJ && out.length() > 0 && out.last() == HEH) {
                // The way Sorani's short vowel is typed where the keyboard has no letter for it.
                out.replaceLast(AE, in.rawEnd(at));
            } else if (!isUnseen(unit)) {
                out.add(isLoneSurrogate(in, at) ? '\uFFFD' : plain(unit), in.rawStart(at), in.rawEnd(at));
            }
        }
        return out.build();
    }

    /** Whether cleaning leaves a letter as it is, wherever it stands. */
    static boolean isClean(char unit) {
        return !isUnseen(unit) && !Character.isSurrogate(unit) && plain(unit) == unit;
    }

    /** Direction marks, joiners, tatweel, vowel marks, variation selectors. */
    static boolean isUnseen(char unit) {
        return unit == '\u200C'
                || unit == '\u200D'
                || unit == '\u200E'
                || unit == '\u200F'
                || (unit >= '\u202A' && unit <= '\u202E')
                || (unit >= '\u2060' && unit <= '\u2069')
                || unit == '\u061C'
                || unit == '\uFEFF'
                || unit == '\u00AD'
                || unit == '\u0640'
                || (unit >= '\u0610' && unit <= '\u061A')
                || (unit >= '\u064B' && unit <= '\u065F')
                || unit == '\u0670'
                || (unit >= '\u06D6' && unit <= '\u06ED')
                || (unit >= '\uFE00' && unit <= '\uFE0F')
                || (unit >= '\u0300' && unit <= '\u036F');
    }

    private static char plain(char unit) {
        if (unit >= '\u0660' && unit <= '\u0669') {
            return (char) ('0' + unit - '\u0660');
        }
        if (unit >= '\u06F0' && unit <= '\u06F9') {
            return (char) ('0' + unit - '\u06F0');
        }
        return switch (unit) {
            case '\u060C' -> ',';
            case '\u061B' -> ';';
            case '\u061F' -> '?';
            case '\u06D4' -> '.';
            case '\u2018', '\u2019', '\u02BC', '`', '\u00B4' -> '\'';
            case '\r', '\u2028', '\u2029', '\u0085' -> '\n';
            case '\t', '\u00A0', '\u000B', '\f' -> ' ';
            // Character.toLowerCase knows no locale; dotted capital I becomes a plain i.
            default -> unit < 0x80 && !(unit >= 'A' && unit <= 'Z') ? unit : Character.toLowerCase(unit);
        };
    }

    private static boolean isLoneSurrogate(CharSequence text, int at) {
        char unit = text.charAt(at);
        if (Character.isHighSurrogate(unit)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(unit) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    static boolean isArabicScript(char unit) {
        return unit >= '\u0620' && unit <= '\u06FF' && Character.isLetter(unit);
    }

    static boolean isLatin(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= '\u00DF' && unit <= '\u024F');
    }
}
