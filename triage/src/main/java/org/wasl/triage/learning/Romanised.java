package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.report.Language;

/**
 * Copies of texts in Arabic letters as people type them in Latin ones, for learning only. Few texts were written in
 * Latin letters; these copies let them profit from the many that were not. The choice among spellings is drawn by the
 * text's id, so the same text always gives the same copy.
 */
final class Romanised {

    /** How often a vowel that Arabic leaves unwritten is put between two consonants. */
    private static final double VOWEL = 0.55;

    private static final int ONE_IN = 3;

    private final Random random;
    private final boolean kurdish;
    private final StringBuilder out = new StringBuilder();

    private Romanised(Random random, boolean kurdish) {
        this.random = random;
        this.kurdish = kurdish;
    }

    /** These texts and copies of one in three of those that are in Arabic letters: more would crowd the others out. */
    static List<Example> with(Collection<Example> examples) {
        List<Example> both = new ArrayList<>(examples);
        for (Example example : examples) {
            if (Math.floorMod(example.text().id().hashCode(), ONE_IN) == 0) {
                of(example.text()).map(Example::of).ifPresent(both::add);
            }
        }
        return List.copyOf(both);
    }

    /** The copy; none of a text that is in Latin letters already or in two languages. */
    static Optional<CorpusText> of(CorpusText text) {
        Language latin;
        if (text.language().equals(Language.ARABIC.wire())) {
            latin = Language.ARABIZI;
        } else if (text.language().equals(Language.SORANI.wire())) {
            latin = Language.SORANI_LATIN;
        } else if (text.language().equals(Language.BADINI.wire())) {
            latin = Language.KURMANJI_LATIN;
        } else {
            return Optional.empty();
        }
        Random random = new Random(text.id().hashCode());
        String copy = new Romanised(random, latin != Language.ARABIZI).copy(text.text());
        return Optional.of(new CorpusText(
                text.id() + "-latin",
                text.writer(),
                latin.wire(),
                text.category(),
                text.level(),
                text.accepted(),
                text.kind(),
                text.who(),
                copy));
    }

    private String copy(String text) {
        boolean wordStart = true;
        boolean consonant = false;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            String latin = kurdish ? kurdish(unit, next, wordStart) : arabic(unit, next, wordStart);
            boolean nowConsonant = !latin.isEmpty()
                    && "aeiouw".indexOf(latin.charAt(0)) < 0
                    && Character.isLetterOrDigit(latin.charAt(0));
            if (!kurdish && consonant && nowConsonant && random.nextDouble() < VOWEL) {
                out.append(random.nextInt(3) == 0 ? 'i' : 'a');
            }
            out.append(latin);
            consonant = nowConsonant;
            wordStart = !Character.isLetter(unit);
        }
        return out.toString();
    }

    private String either(String one, String other) {
        return random.nextInt(2) == 0 ? one : other;
    }

    private String kurdish(char unit, char next, boolean wordStart) {
        return switch (unit) {
            case '\u06D5', '\u0629' -> either("e", "a");
            case '\u0647' -> wordStart || isVowel(next) ? "h" : "e";
            case '\u06C6', '\u0624' -> "o";
            case '\u0648' -> wordStart || isVowel(next) ? "w" : next == '\u0648' ? "" : "u";
            case '\u06CC', '\u064A', '\u0649' -> wordStart || isVowel(next) ? "y" : "i";
            case '\u06CE' -> either("e", "ê");
            case '\u0626' -> "";
            case '\u062C' -> either("j", "c");
            case '\u0686' -> either("ch", "ç");
            case '\u0698' -> either("zh", "j");
            case '\u0634' -> either("sh", "ş");
            case '\u062E' -> "x";
            case '\u0639' -> "";
            case '\u0642' -> "q";
            default -> shared(unit);
        };
    }

    private String arabic(char unit, char next, boolean wordStart) {
        return switch (unit) {
            case '\u0629', '\u0649' -> "a";
            case '\u0648' -> wordStart || isVowel(next) ? "w" : either("o", "u");
            case '\u064A', '\u06CC' -> wordStart || isVowel(next) ? "y" : either("i", "ee");
            case '\u0647' -> "h";
            case '\u062D' -> either("7", "h");
            case '\u0639' -> either("3", "a");
            case '\u062E' -> either("kh", "5");
            case '\u0642' -> either("q", "g");
            case '\u0643', '\u06A9' -> "k";
            case '\u062B', '\u0630' -> "th";
            case '\u0636', '\u0638' -> either("dh", "th");
            case '\u062C' -> "j";
            case '\u0686' -> "ch";
            case '\u0634' -> "sh";
            case '\u0621', '\u0624', '\u0626' -> "";
            default -> shared(unit);
        };
    }

    private static String shared(char unit) {
        return switch (unit) {
            case '\u0627', '\u0622', '\u0623', '\u0625' -> "a";
            case '\u0628' -> "b";
            case '\u067E' -> "p";
            case '\u062A', '\u0637' -> "t";
            case '\u062F' -> "d";
            case '\u0631', '\u0695' -> "r";
            case '\u0632' -> "z";
            case '\u0633', '\u0635', '\u062B' -> "s";
            case '\u062D' -> "h";
            case '\u063A' -> "gh";
            case '\u0641' -> "f";
            case '\u06A4' -> "v";
            case '\u0643', '\u06A9' -> "k";
            case '\u06AF' -> "g";
            case '\u0644', '\u06B5' -> "l";
            case '\u0645' -> "m";
            case '\u0646' -> "n";
            case '\u060C' -> ",";
            case '\u061F' -> "?";
            case '\u200C', '\u0640' -> "";
            default -> String.valueOf(unit);
        };
    }

    private static boolean isVowel(char unit) {
        return "\u0627\u0648\u064A\u06CC\u06CE\u06C6\u06D5".indexOf(unit) >= 0;
    }
}
