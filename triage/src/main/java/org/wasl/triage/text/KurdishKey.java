package org.wasl.triage.text;

/**
 * Further keys for words of Kurdish lexicons, for what their writers type in place of letters the keyboard does not
 * have. In Arabic words the same letters are themselves, so other lexicons are not looked up by them.
 *
 * <ul>
 *   <li>Arabic letters: the layout of older Kurdish fonts, where five Arabic letters stand for Kurdish ones.
 *   <li>Latin letters: the short i is written or not, sh, ch, kh and zh stand for single letters, o, u and w are
 *       confused, a drawn-out letter is one. Arabic script does not write the short i either, so a word of the Arabic
 *       script has such a key too: who writes the dialect in Latin letters is read by the same patterns.
 * </ul>
 */
public final class KurdishKey {

    private static final char SILENT = 0;
    private static final String VOWELS = "aeu";

    /** After these a yeh is a consonant; after waw it may be a vowel, waw being the consonant. */
    private static final String OPEN_VOWELS = "ae";

    /** Letters that are written twice without meaning another word; of others the first may be a prefix. */
    private static final String DRAWN_OUT = "aeurl";

    private KurdishKey() {}

    /** Of a folded word as it stands in a text. */
    public static String of(String folded) {
        if (folded.isEmpty()) {
            return folded;
        }
        return Letters.isLatin(folded.charAt(0)) ? ofLatin(folded) : ofOldLayout(folded);
    }

    /** Of a word of a lexicon, for text in the same script. */
    public static String ofWritten(String word) {
        return of(Normaliser.foldedWord(word));
    }

    /** Of a lexicon's word in Kurdish Arabic letters, for text in Latin letters; empty for other scripts. */
    public static String inLatinLetters(String word) {
        StringBuilder key = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            char unit = word.charAt(at);
            if (!Letters.isArabicScript(unit)) {
                return "";
            }
            char latin = unit == '\u06CC' || unit == '\u064A' ? yeh(word, at) : toLatin(unit);
            append(latin, key);
        }
        return key.toString();
    }

    /** Between consonants it is the long i, which the key leaves out like the short one. */
    private static char yeh(String word, int at) {
        boolean afterVowel = at > 0 && OPEN_VOWELS.indexOf(toLatin(word.charAt(at - 1))) >= 0;
        boolean beforeVowel = at + 1 < word.length() && VOWELS.indexOf(toLatin(word.charAt(at + 1))) >= 0;
        return afterVowel || beforeVowel ? 'y' : SILENT;
    }

    private static char toLatin(char unit) {
        return switch (unit) {
            case '\u0627', '\u0622' -> 'a';
            case '\u06D5', '\u06CE', '\u0629' -> 'e';
            case '\u0648', '\u06C6', '\u06C7', '\u0624' -> 'u';
            case '\u0628' -> 'b';
            case '\u067E' -> 'p';
            case '\u062A', '\u0637' -> 't';
            case '\u062C', '\u0686' -> 'c';
            case '\u062D', '\u0647', '\u06BE' -> 'h';
            case '\u062E', '\u063A' -> 'x';
            case '\u062F' -> 'd';
            case '\u0631', '\u0695' -> 'r';
            case '\u0632', '\u0630', '\u0636', '\u0638' -> 'z';
            case '\u0698' -> 'j';
            case '\u0633', '\u0634', '\u0635', '\u062B' -> 's';
            case '\u0641' -> 'f';
            case '\u06A4' -> 'v';
            case '\u0642' -> 'q';
            case '\u06A9', '\u0643' -> 'k';
            case '\u06AF' -> 'g';
            case '\u0644', '\u06B5' -> 'l';
            case '\u0645' -> 'm';
            case '\u0646' -> 'n';
            default -> SILENT;
        };
    }

    private static String ofOldLayout(String folded) {
        int at = 0;
        while (at < folded.length() && oldLayout(folded.charAt(at)) == folded.charAt(at)) {
            at++;
        }
        if (at == folded.length()) {
            return folded;
        }
        StringBuilder key = new StringBuilder(folded.length());
        folded.chars().forEach(unit -> key.append(oldLayout((char) unit)));
        return key.toString();
    }

    private static char oldLayout(char unit) {
        return switch (unit) {
            case '\u0638' -> '\u0641';
            case '\u0630' -> '\u0632';
            case '\u0637' -> '\u0643';
            case '\u0636' -> '\u062C';
            case '\u062B' -> '\u0628';
            default -> unit;
        };
    }

    private static String ofLatin(String folded) {
        StringBuilder key = new StringBuilder(folded.length());
        for (int at = 0; at < folded.length(); at++) {
            char unit = folded.charAt(at);
            char pair = at + 1 < folded.length() && folded.charAt(at + 1) == 'h' ? withH(unit) : SILENT;
            char plain = pair == SILENT ? latin(unit) : pair;
            at += pair == SILENT ? 0 : 1;
            append(plain, key);
        }
        return key.toString();
    }

    private static void append(char unit, StringBuilder key) {
        boolean drawnOut = DRAWN_OUT.indexOf(unit) >= 0 && !key.isEmpty() && key.charAt(key.length() - 1) == unit;
        if (unit != SILENT && !drawnOut) {
            key.append(unit);
        }
    }

    private static char withH(char unit) {
        return switch (unit) {
            case 's', 'c' -> unit;
            case 'k', 'g' -> 'x';
            case 'z' -> 'j';
            default -> SILENT;
        };
    }

    private static char latin(char unit) {
        return switch (unit) {
            case 'i', '\'', '3' -> SILENT;
            case 'o', 'w' -> 'u';
            case '5' -> 'x';
            case '7' -> 'h';
            default -> unit;
        };
    }
}
