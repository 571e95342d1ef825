package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.List;

/**
 * Sequences that begin alike. Beside each stand the classes of which a sentence must hold one for the sequence to be
 * there at all: most are passed over by a look at those, without following the sequence. Immutable.
 */
final class Entries {

    /** For sequences that may be there whatever else stands in the sentence. */
    private static final int ALWAYS = 0;

    private final List<Lexicons.Entry> entries;

    /** For each entry how many classes, and these. */
    private final int[] awaited;

    private Entries(List<Lexicons.Entry> entries) {
        this.entries = List.copyOf(entries);
        List<Integer> numbers = new ArrayList<>();
        for (Lexicons.Entry entry : entries) {
            List<Integer> classes = awaited(entry.sequence());
            numbers.add(classes.size());
            numbers.addAll(classes);
        }
        this.awaited = numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    static Entries of(List<Lexicons.Entry> entries) {
        return new Entries(entries);
    }

    /** The classes of the rarest word that must follow the first: of fewest classes. */
    private static List<Integer> awaited(Pattern.Sequence sequence) {
        List<Integer> fewest = List.of();
        for (Pattern.Element element :
                sequence.elements().subList(1, sequence.elements().size())) {
            List<Integer> classes = element.classes().stream().boxed().toList();
            boolean must = !element.optional() && !element.number();
            if (must && (fewest.isEmpty() || classes.size() < fewest.size())) {
                fewest = classes;
            }
        }
        return fewest;
    }

    /** Takes an entry that may be there. */
    interface Taker {
        void take(Lexicons.Entry entry);
    }

    /**
     * Gives those that may be there.
     *
     * @param present the classes of the sentence, a bit each
     * @return how many comparisons it took
     */
    int possible(long[] present, Taker taker) {
        int at = 0;
        for (int nth = 0; nth < entries.size(); nth++) {
            int count = awaited[at++];
            boolean possible = count == ALWAYS;
            for (int end = at + count; at < end; at++) {
                possible |= (present[awaited[at] / Long.SIZE] & 1L << awaited[at]) != 0;
            }
            if (possible) {
                taker.take(entries.get(nth));
            }
        }
        return awaited.length;
    }
}
