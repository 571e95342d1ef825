package org.wasl.triage.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.wasl.triage.text.Normaliser;
import org.wasl.triage.text.WordTable;

/** Which of a data file's word classes a folded word belongs to. Immutable, safe for many threads. */
public final class WordIndex {

    private static final int SHORTEST_START = 2;
    private static final int LONGEST_START = 24;

    /** A key leaves letters out, so a beginning must be longer to be one word's. */
    private static final int SHORTEST_KEYED_START = 4;

    /** A word of fewer letters is not split into "and" and the rest. */
    private static final int SHORTEST_WITH_AND = 4;

    private final WordTable exact;
    private final WordTable starts;

    private WordIndex(WordTable exact, WordTable starts) {
        this.exact = exact;
        this.starts = starts;
    }

    /** The classes of a folded word; the work is bounded by the word's length. */
    public Classes of(String folded) {
        Classes found = from(0, folded);
        // Arabic "and" and "so" are written together with the next word.
        if (folded.length() >= SHORTEST_WITH_AND && (folded.charAt(0) == '\u0648' || folded.charAt(0) == '\u0641')) {
            found = found.and(from(1, folded));
        }
        return found;
    }

    /** Of the word from this letter on: as a whole, and by its beginnings. */
    private Classes from(int first, String word) {
        Classes found = Classes.NONE;
        int hash = WordTable.BEGUN;
        int most = Math.min(word.length(), first + starts.longest());
        int at = first;
        boolean goesOn = true;
        while (goesOn && at < most) {
            hash = WordTable.grown(hash, word.charAt(at));
            at++;
            goesOn = starts.goesOn(hash);
            if (goesOn && at - first >= starts.shortest()) {
                found = found.and(classes(starts, starts.find(hash, word, first, at)));
            }
        }
        if (word.length() - first > exact.longest()) {
            return found;
        }
        while (at < word.length()) {
            hash = WordTable.grown(hash, word.charAt(at));
            at++;
        }
        return found.and(classes(exact, exact.find(hash, word, first, at)));
    }

    private static Classes classes(WordTable table, int found) {
        if (found == WordTable.ABSENT) {
            return Classes.NONE;
        }
        int[] ids = new int[table.count(found)];
        for (int nth = 0; nth < ids.length; nth++) {
            ids[nth] = table.number(found, nth);
        }
        return Classes.ascending(ids);
    }

    /** Collects the words of all files. Not thread-safe. */
    public static final class Builder {

        private final Map<String, Classes> exact = new HashMap<>();
        private final Map<String, Classes> starts = new HashMap<>();

        /**
         * Adds every form a written word stands for, as {@code (ya|ta)drib(ni|na)} or {@code drib*}.
         *
         * @return the folded whole words among them
         * @throws IllegalArgumentException with a reason fit for the editor of the file
         */
        public List<String> add(String written, int id) {
            return add(written, id, (bare, folded) -> folded);
        }

        /**
         * The same under another key than the folded one. A form of which the key leaves too little is not added.
         */
        public List<String> add(String written, int id, UnaryOperator<String> key) {
            return add(written, id, (bare, folded) -> key.apply(bare));
        }

        /** @param key of the bare and the folded form */
        private List<String> add(String written, int id, BinaryOperator<String> key) {
            Classes own = Classes.of(id);
            List<String> whole = new ArrayList<>();
            for (String form : WordForms.expand(written)) {
                boolean start = form.endsWith("*");
                String bare = (start ? form.substring(0, form.length() - 1) : form).toLowerCase(Locale.ROOT);
                String folded = Normaliser.foldedWord(bare);
                if (folded.isBlank() || folded.indexOf(' ') >= 0 || folded.indexOf('*') >= 0) {
                    throw new IllegalArgumentException("'" + written + "' (expected: one word)");
                }
                if (start && (folded.length() < SHORTEST_START || folded.length() > LONGEST_START)) {
                    throw new IllegalArgumentException("'" + written + "' (expected: a beginning of " + SHORTEST_START
                            + " to " + LONGEST_START + " letters)");
                }
                String keyed = key.apply(bare, folded);
                if (keyed.isEmpty() || (start && !keyed.equals(folded) && keyed.length() < SHORTEST_KEYED_START)) {
                    continue;
                }
                (start ? starts : exact).merge(keyed, own, Classes::and);
                if (!start) {
                    whole.add(keyed);
                }
            }
            return whole;
        }

        public WordIndex build() {
            return new WordIndex(WordTable.of(laidOut(exact)), WordTable.ofBeginnings(laidOut(starts)));
        }

        private static Map<String, int[]> laidOut(Map<String, Classes> found) {
            Map<String, int[]> ids = HashMap.newHashMap(found.size());
            found.forEach((word, classes) -> ids.put(word, classes.ids()));
            return ids;
        }
    }
}
