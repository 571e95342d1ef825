package org.wasl.triage.assessment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.concept.Concepts;
import org.wasl.triage.lexicon.WordIndex;
import org.wasl.triage.text.Skeleton;
import org.wasl.triage.text.Token;

/**
 * The lexicons of all languages, compiled: words to classes, classes to the patterns that begin with them. Immutable.
 *
 * @param words the classes of folded words
 * @param concepts what words are about, in any language
 * @param conceptClasses the classes of those concepts that patterns name
 * @param skeletons consonants of Arabic words, for text in Latin letters
 * @param numbers number words
 * @param byFirst patterns and sequences by the classes of their first word
 * @param classIds by "language:name"
 */
record Lexicons(
        String version,
        WordIndex words,
        Concepts concepts,
        Map<Integer, Integer> conceptClasses,
        Map<String, int[]> skeletons,
        Map<String, Integer> numbers,
        Map<Integer, List<Entry>> byFirst,
        Map<String, Integer> classIds,
        List<Entry> numberFirst) {

    private static final int[] NONE = {};

    record Entry(Pattern pattern, Pattern.Sequence sequence) {}

    /** From this many consonants on, a word in Latin letters is hardly another one. */
    private static final int SURE_SKELETON = 4;

    /** The classes of one token. */
    int[] classes(Token token, boolean arabizi) {
        return classes(token, arabizi ? Skeleton.SHORTEST : Integer.MAX_VALUE);
    }

    /** The classes of a word in Latin letters without those that so few consonants only suggest. */
    int[] sureClasses(Token token) {
        return classes(token, SURE_SKELETON);
    }

    private int[] classes(Token token, int shortestSkeleton) {
        BitSet found = new BitSet();
        words.find(token.folded(), found);
        for (int concept : concepts.of(token)) {
            Integer id = conceptClasses.get(concept);
            if (id != null) {
                found.set(id);
            }
        }
        for (String skeleton : token.skeletons()) {
            if (skeleton.length() >= shortestSkeleton) {
                set(skeletons.get(skeleton), found);
            }
        }
        return found.isEmpty() ? NONE : found.stream().toArray();
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
