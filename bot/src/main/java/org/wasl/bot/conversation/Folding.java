package org.wasl.bot.conversation;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds a short answer so that two ways of typing it are equal. For matching labels, names and words of moves only;
 * what triage reads is never folded here.
 */
final class Folding {

    private Folding() {}

    /** Case, marks, joiners, punctuation, letter variants of Arabic and Kurdish keyboards, digits of three scripts. */
    static String fold(String written) {
        String composed = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> append(folded, point));
        return folded.toString().strip().replaceAll(" +", " ");
    }

    private static void append(StringBuilder folded, int point) {
        int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
        if (digit >= 0) {
            folded.append((char) ('0' + digit));
        } else if (Character.isLetter(point) && point != 'ـ') {
            folded.appendCodePoint(letter(point));
        } else if (Character.isWhitespace(point) || Character.isSpaceChar(point) || isPunctuation(point)) {
            folded.append(' ');
        }
    }

    private static boolean isPunctuation(int point) {
        return switch (Character.getType(point)) {
            case Character.DASH_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static int letter(int point) {
        return switch (point) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ي', 'ێ', 'ئ' -> 'ی';
            case 'ك' -> 'ک';
            case 'ة', 'ە', 'ھ', 'ہ' -> 'ه';
            case 'ۆ', 'ؤ' -> 'و';
            case 'ڕ' -> 'ر';
            case 'ڵ' -> 'ل';
            case 'ê' -> 'e';
            case 'î', 'ı' -> 'i';
            case 'û', 'ü' -> 'u';
            case 'ş' -> 's';
            case 'ç' -> 'c';
            default -> point;
        };
    }
}
