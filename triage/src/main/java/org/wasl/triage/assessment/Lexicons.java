package org.wasl.triage.assessment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.text.Token;

/**
 * The lexicons of all languages, compiled: words to classes, classes to the patterns that begin with them. Immutable.
 *
 * @param exact whole folded words
 * @param starts beginnings of folded words
 * @param skeletons consonants of Arabic words, for text in Latin letters
 * @param numbers number words
 * @param byFirst patterns and sequences by the classes of their first word
 * @param classIds by "language:name"
 */
record Lexicons(
        String version,
        Map<String, int[]> exact,
        Map<String, int[]> starts,
        Map<String, int[]> skeletons,
        Map<String, Integer> numbers,
        Map<Integer, List<Entry>> byFirst,
        Map<String, Integer> classIds,
        List<Entry> numberFirst) {

    static final int SHORTEST_START = 2;
    static final int LONGEST_START = 24;

    private static final int[] NONE = {};

    record Entry(Pattern pattern, Pattern.Sequence sequence) {}

    /** The classes of one token. */
    int[] classes(Token token, boolean arabizi) {
        BitSet found = new BitSet();
        String word = token.folded();
        add(word, found);
        // Arabic "and" and "so" are written together with the next word.
        if (word.length() >= 4 && (word.charAt(0) == '\u0648' || word.charAt(0) == '\u0641')) {
            add(word.substring(1), found);
        }
        if (arabizi) {
            for (String skeleton : token.skeletons()) {
                set(skeletons.get(skeleton), found);
            }
        }
        return found.isEmpty() ? NONE : found.stream().toArray();
    }

    private void add(String word, BitSet found) {
        set(exact.get(word), found);
        int longest = Math.min(LONGEST_START, word.length());
        for (int length = SHORTEST_START; length <= longest; length++) {
            set(starts.get(word.substring(0, length)), found);
        }
    }

    private static void set(int @Nullable [] classes, BitSet found) {
        if (classes != null) {
            Arrays.stream(classes).forEach(found::set);
        }
    }

    /** The number a token stands for, or -1. */
    int number(Token token) {
        if (token.kind() == Token.Kind.NUMBER) {
            return token.folded().length() <= 3 ? Integer.parseInt(token.folded()) : -1;
        }
        return numbers.getOrDefault(token.folded(), -1);
    }
}
