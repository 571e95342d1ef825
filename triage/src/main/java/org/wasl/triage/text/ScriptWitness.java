package org.wasl.triage.text;

import java.util.List;
import org.wasl.triage.report.Language;

/** Letters that only some languages have, and how Arabic keyboards and phone digits stand in for others. */
final class ScriptWitness implements LanguageIdentifier.Witness {

    private static final String KURDISH = "\u06D5\u06CE\u06C6\u0695\u06B5\u0692";
    private static final String ARABIC = "\u062B\u0630\u0635\u0636\u0637\u0638\u0623\u0625\u0621";
    private static final String KURMANJI = "\u00EA\u00EE\u00FB";
    private static final String TURKISH = "\u0131\u011F\u00FC\u00F6";

    @Override
    public void testify(List<Token> sentence, LanguageIdentifier.Ballot ballot) {
        for (Token token : sentence) {
            if (token.kind() == Token.Kind.WORD) {
                word(token.light(), ballot);
            }
        }
    }

    private static void word(String word, LanguageIdentifier.Ballot ballot) {
        if (Letters.isArabicScript(word.charAt(word.length() - 1)) || Letters.isArabicScript(word.charAt(0))) {
            arabicScript(word, ballot);
        } else if (holds(word, "abcdefghijklmnopqrstuvwxyz")) {
            latin(word, ballot);
        } else if (holds(word, KURMANJI)) {
            ballot.add(Language.KURMANJI_LATIN, 2);
        }
    }

    private static void arabicScript(String word, LanguageIdentifier.Ballot ballot) {
        ballot.add(Language.ARABIC, 1);
        if (holds(word, KURDISH) || innerTehMarbuta(word)) {
            ballot.add(Language.SORANI, 4);
            ballot.add(Language.BADINI, 3);
        }
        if (word.indexOf('\u0698') >= 0 || word.indexOf('\u067E') >= 0) {
            ballot.add(Language.SORANI, 1);
            ballot.add(Language.BADINI, 1);
            ballot.add(Language.PERSIAN, 1);
        }
        if (word.indexOf('\u06CC') >= 0 || word.indexOf('\u06A9') >= 0) {
            // Letters of Persian and Kurdish keyboards; where Kurdish writes them, its own letters outweigh this.
            ballot.add(Language.PERSIAN, 1);
            ballot.add(Language.SORANI, 1);
            ballot.add(Language.BADINI, 1);
        }
        if (word.indexOf('\u06A4') >= 0) {
            ballot.add(Language.BADINI, 3);
            ballot.add(Language.SORANI, 2);
        }
        if (holds(word, ARABIC)) {
            ballot.add(Language.ARABIC, 2);
        }
    }

    private static void latin(String word, LanguageIdentifier.Ballot ballot) {
        if (holds(word, KURMANJI)) {
            ballot.add(Language.KURMANJI_LATIN, 2);
        }
        if (holds(word, TURKISH)) {
            ballot.add(Language.TURKISH, 3);
        }
        if (holds(word, "\u015F\u00E7")) {
            ballot.add(Language.KURMANJI_LATIN, 1);
            ballot.add(Language.TURKISH, 1);
        }
        if (holds(word, "\u0142\u0159")) {
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

    private static boolean holds(String word, String letters) {
        for (int at = 0; at < word.length(); at++) {
            if (letters.indexOf(word.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
