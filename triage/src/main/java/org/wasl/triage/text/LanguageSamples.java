package org.wasl.triage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a language detector learns of a text: its words as reading will show them, and as other keyboards have them. */
public final class LanguageSamples {

    private static final int PIECE = 10;

    /** Many messages are a few words; a piece of more has a part of so many words stand beside it. */
    private static final int FRAGMENT = 3;

    /** What a phone without a Kurdish keyboard puts for the letters it does not have. */
    private static final String[][] ARABIC_KEYS = {
        {"\u06D5", "\u0647"}, {"\u06CE", "\u064A"}, {"\u06C6", "\u0648"}, {"\u06B5", "\u0644"}, {"\u0695", "\u0631"},
        {"\u06A4", "\u0641"}, {"\u0686", "\u062C"}, {"\u067E", "\u0628"}, {"\u06AF", "\u0643"}, {"\u0698", "\u0632"},
        {"\u06A9", "\u0643"}, {"\u06CC", "\u064A"}
    };

    /** Many type the Arabic letter that looks like the Kurdish vowel. */
    private static final String[][] LOOK_ALIKES = {{"\u06D5", "\u0629"}};

    /** Some take the hamza for the sign over the vowels, and the yeh without dots. */
    private static final String[][] MORE_LOOK_ALIKES = {
        {"\u06D5", "\u0629"}, {"\u06CE", "\u0649"}, {"\u06C6", "\u0624"}, {"\u06CC", "\u0649"}
    };

    /** Where the letters of the fonts before Unicode's lay; older writers still type them so. */
    private static final String[][] OLD_FONTS = {
        {"\u06D5", "\u0629"},
        {"\u06CE", "\u0649"},
        {"\u06C6", "\u0624"},
        {"\u06CC", "\u0649"},
        {"\u06A4", "\u0638"},
        {"\u0686", "\u0636"},
        {"\u067E", "\u062B"},
        {"\u06AF", "\u0637"},
        {"\u0698", "\u0630"}
    };

    private static final List<String[][]> KEYBOARDS =
            List.of(new String[0][], LOOK_ALIKES, MORE_LOOK_ALIKES, OLD_FONTS);

    private static final String[][] PLAIN_LATIN = {
        {"\u00EA", "e"},
        {"\u00EE", "i"},
        {"\u00FB", "u"},
        {"\u015F", "sh"},
        {"\u00E7", "ch"},
        {"\u0142", "l"},
        {"\u0159", "r"},
        {"\u0131", "i"},
        {"\u011F", "g"},
        {"\u00FC", "u"},
        {"\u00F6", "o"}
    };

    private LanguageSamples() {}

    /** Each a piece of the text, in the form a detector is shown; never empty strings. */
    public static List<String> of(String raw) {
        return Stream.of(raw, onOtherKeys(raw), typed(raw, PLAIN_LATIN))
                .distinct()
                .flatMap(text -> pieces(text).stream())
                .toList();
    }

    /** Kurdish of the Arabic script, as it looks in the Latin alphabet. */
    public static List<String> latinised(String raw) {
        String hawar = KurdishLatin.of(raw);
        return Stream.of(hawar, typed(hawar, PLAIN_LATIN))
                .flatMap(text -> pieces(text).stream())
                .toList();
    }

    private static List<String> pieces(String raw) {
        List<String> pieces = new ArrayList<>();
        for (List<Token> sentence : NormalText.of(raw).sentences()) {
            List<String> words = LearntWitness.words(sentence);
            for (int from = 0; from < words.size(); from += PIECE) {
                List<String> piece = words.subList(from, Math.min(words.size(), from + PIECE));
                pieces.add(LearntWitness.sample(piece));
                if (piece.size() > FRAGMENT) {
                    int start = any(raw, piece.size() - FRAGMENT + 1);
                    pieces.add(LearntWitness.sample(piece.subList(start, start + FRAGMENT)));
                }
            }
        }
        return pieces;
    }

    /** As one of several keyboards would have it; which one is the text's chance, but always the same. */
    private static String onOtherKeys(String raw) {
        return typed(typed(raw, KEYBOARDS.get(any(raw, KEYBOARDS.size()))), ARABIC_KEYS);
    }

    private static int any(String raw, int choices) {
        return Math.floorMod(raw.hashCode(), choices);
    }

    private static String typed(String text, String[][] keys) {
        String typed = text;
        for (String[] key : keys) {
            typed = typed.replace(key[0], key[1]);
        }
        return typed;
    }
}
