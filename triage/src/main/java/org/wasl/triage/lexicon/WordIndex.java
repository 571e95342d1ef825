package org.wasl.triage.lexicon;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.text.Normaliser;

/** Which of a data file's word classes a folded word belongs to. Immutable, safe for many threads. */
public final class WordIndex {

    private static final int SHORTEST_START = 2;
    private static final int LONGEST_START = 24;

    /** A word of fewer letters is not split into "and" and the rest. */
    private static final int SHORTEST_WITH_AND = 4;

    private final Map<String, int[]> exact;
    private final Map<String, int[]> starts;

    private WordIndex(Map<String, int[]> exact, Map<String, int[]> starts) {
        this.exact = exact;
        this.starts = starts;
    }

    /** Adds the classes of a folded word to {@code found}; the work is bounded by the word's length. */
    public void find(String folded, BitSet found) {
        add(folded, found);
        // Arabic "and" and "so" are written together with the next word.
        if (folded.length() >= SHORTEST_WITH_AND && (folded.charAt(0) == '\u0648' || folded.charAt(0) == '\u0641')) {
            add(folded.substring(1), found);
        }
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

    /** Collects the words of all files. Not thread-safe. */
    public static final class Builder {

        private final Map<String, Set<Integer>> exact = new HashMap<>();
        private final Map<String, Set<Integer>> starts = new HashMap<>();

        /**
         * Adds every form a written word stands for, as {@code (ya|ta)drib(ni|na)} or {@code drib*}.
         *
         * @return the folded whole words among them
         * @throws IllegalArgumentException with a reason fit for the editor of the file
         */
        public Set<String> add(String written, int id) {
            Set<String> whole = new TreeSet<>();
            for (String form : WordForms.expand(written)) {
                boolean start = form.endsWith("*");
                String bare = start ? form.substring(0, form.length() - 1) : form;
                String folded = Normaliser.foldedWord(bare.toLowerCase(Locale.ROOT));
                if (folded.isBlank() || folded.indexOf(' ') >= 0 || folded.indexOf('*') >= 0) {
                    throw new IllegalArgumentException("'" + written + "' (expected: one word)");
                }
                if (start && (folded.length() < SHORTEST_START || folded.length() > LONGEST_START)) {
                    throw new IllegalArgumentException("'" + written + "' (expected: a beginning of " + SHORTEST_START
                            + " to " + LONGEST_START + " letters)");
                }
                (start ? starts : exact)
                        .computeIfAbsent(folded, any -> new TreeSet<>())
                        .add(id);
                if (!start) {
                    whole.add(folded);
                }
            }
            return whole;
        }

        public WordIndex build() {
            return new WordIndex(arrays(exact), arrays(starts));
        }

        private static Map<String, int[]> arrays(Map<String, Set<Integer>> sets) {
            Map<String, int[]> arrays = new HashMap<>();
            sets.forEach((word, ids) ->
                    arrays.put(word, ids.stream().mapToInt(Integer::intValue).toArray()));
            return Map.copyOf(arrays);
        }
    }
}
