package org.wasl.triage.text;

import java.util.List;
import org.wasl.triage.report.Language;

/** Letters that only some languages have, and how Arabic keyboards and phone digits stand in for others. */
final class ScriptWitness implements LanguageIdentifier.Witness {

    private static final int KURDISH = 1;
    private static final int ARABIC = 1 << 1;
    private static final int KURMANJI = 1 << 2;
    private static final int TURKISH = 1 << 3;
    private static final int HAWAR_OR_TURKISH = 1 << 4;
    private static final int SORANI_LATIN = 1 << 5;
    private static final int PLAIN_LATIN = 1 << 6;
    private static final int ZHE_OR_PEH = 1 << 7;
    private static final int FARSI_YEH_OR_KEHEH = 1 << 8;
    private static final int VEH = 1 << 9;

    /** What each letter gives away, up to the last that does. */
    private static final int[] SIGNS = new int['\u06D6'];

    static {
        sign("\u06D5\u06CE\u06C6\u0695\u06B5\u0692", KURDISH);
        sign("\u062B\u0630\u0635\u0636\u0637\u0638\u0623\u0625\u0621", ARABIC);
        sign("\u00EA\u00EE\u00FB", KURMANJI);
        sign("\u0131\u011F\u00FC\u00F6", TURKISH);
        sign("\u015F\u00E7", HAWAR_OR_TURKISH);
        sign("\u0142\u0159", SORANI_LATIN);
        sign("abcdefghijklmnopqrstuvwxyz", PLAIN_LATIN);
        sign("\u0698\u067E", ZHE_OR_PEH);
        sign("\u06CC\u06A9", FARSI_YEH_OR_KEHEH);
        sign("\u06A4", VEH);
    }

    private static void sign(String letters, int sign) {
        for (int at = 0; at < letters.length(); at++) {
            SIGNS[letters.charAt(at)] |= sign;
        }
    }

    @Override
    public void testify(List<Token> sentence, LanguageIdentifier.Ballot ballot) {
        for (Token token : sentence) {
            if (token.kind() == Token.Kind.WORD) {
                word(token.light(), ballot);
            }
        }
    }

    private static void word(String word, LanguageIdentifier.Ballot ballot) {
        int signs = signs(word);
        if (Letters.isArabicScript(word.charAt(word.length() - 1)) || Letters.isArabicScript(word.charAt(0))) {
            arabicScript(word, signs, ballot);
        } else if ((signs & PLAIN_LATIN) != 0) {
            latin(word, signs, ballot);
        } else if ((signs & KURMANJI) != 0) {
            ballot.add(Language.KURMANJI_LATIN, 2);
        }
    }

    private static void arabicScript(String word, int signs, LanguageIdentifier.Ballot ballot) {
        ballot.add(Language.ARABIC, 1);
        if ((signs & KURDISH) != 0 || innerTehMarbuta(word)) {
            ballot.add(Language.SORANI, 4);
            ballot.add(Language.BADINI, 3);
        }
        if ((signs & ZHE_OR_PEH) != 0) {
            ballot.add(Language.SORANI, 1);
            ballot.add(Language.BADINI, 1);
            ballot.add(Language.PERSIAN, 1);
        }
        if ((signs & FARSI_YEH_OR_KEHEH) != 0) {
            // Letters of Persian and Kurdish keyboards; where Kurdish writes them, its own letters outweigh this.
            ballot.add(Language.PERSIAN, 1);
            ballot.add(Language.SORANI, 1);
            ballot.add(Language.BADINI, 1);
        }
        if ((signs & VEH) != 0) {
            ballot.add(Language.BADINI, 3);
            ballot.add(Language.SORANI, 2);
        }
        if ((signs & ARABIC) != 0) {
            ballot.add(Language.ARABIC, 2);
        }
    }

    private static void latin(String word, int signs, LanguageIdentifier.Ballot ballot) {
        if ((signs & KURMANJI) != 0) {
            ballot.add(Language.KURMANJI_LATIN, 2);
        }
        if ((signs & TURKISH) != 0) {
            ballot.add(Language.TURKISH, 3);
        }
        if ((signs & HAWAR_OR_TURKISH) != 0) {
            ballot.add(Language.KURMANJI_LATIN, 1);
            ballot.add(Language.TURKISH, 1);
        }
        if ((signs & SORANI_LATIN) != 0) {
            ballot.add(Language.SORANI_LATIN, 4);
        }
        if (digitForLetter(word)) {
            ballot.add(Language.ARABIZI, 4);
        }
    }

    /** The give-away of Sorani on Arabic keys: Arabic has this letter at the end of words only. */
    private static boolean innerTehMarbuta(String word) {
        int first = word.indexOf('\u0629');
        return first >= 0 && first < word.length() - 1;
    }

    /** A digit that stands for a letter has letters beside it and does not merely begin "3rd" or end "page2". */
    private static boolean digitForLetter(String word) {
        for (int at = 0; at < word.length(); at++) {
            if ("235679".indexOf(word.charAt(at)) >= 0) {
                boolean after = at + 1 < word.length() && Letters.isLatin(word.charAt(at + 1));
                boolean before = at > 0 && Letters.isLatin(word.charAt(at - 1));
                if (after && (before || word.length() >= 4 || word.charAt(at) == '3' || word.charAt(at) == '7')) {
                    return true;
                }
                if (before && at == word.length() - 1 && "37".indexOf(word.charAt(at)) >= 0 && word.length() >= 2) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int signs(String word) {
        int signs = 0;
        for (int at = 0; at < word.length(); at++) {
            char unit = word.charAt(at);
            signs |= unit < SIGNS.length ? SIGNS[unit] : 0;
        }
        return signs;
    }
}
