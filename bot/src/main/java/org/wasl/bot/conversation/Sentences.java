package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;

/** Cuts what was written into sentences, each the very words as they stand. */
final class Sentences {

    private static final String ENDS = ".!?؟۔…\n";

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean ends = ENDS.indexOf(text.charAt(at)) >= 0;
            boolean more = at + 1 < text.length() && ENDS.indexOf(text.charAt(at + 1)) >= 0;
            if (ends && !more) {
                add(text.substring(start, at + 1), sentences);
                start = at + 1;
            }
        }
        add(text.substring(start), sentences);
        return sentences;
    }

    private static void add(String piece, List<String> sentences) {
        String sentence = piece.strip();
        if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(sentence);
        }
    }
}
