package org.wasl.triage.assessment;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.FactKey;

/**
 * Word sequences that say something, and what they say.
 *
 * @param targets the facts and signals; empty for a guard, whose words cannot begin or end another match
 * @param unless classes of words which, anywhere in the sentence, say that it was not meant so
 * @param needs classes of words of which one must stand in the sentence; empty for none
 * @param doubted whether calm talk says it too often: it counts only where the whole message asks for a look
 */
record Pattern(
        String id,
        String language,
        List<Sequence> sequences,
        List<Target> targets,
        BitSet unless,
        BitSet needs,
        boolean negatedDrops,
        boolean laughDrops,
        boolean doubted) {

    /** Words in order. */
    record Sequence(List<Element> elements) {}

    /**
     * One place of a sequence.
     *
     * @param gap how many words may stand before it
     * @param number whether a number may stand here
     */
    record Element(BitSet classes, boolean optional, int gap, boolean number) {}

    /** What a match says. */
    sealed interface Target {
        /** A fact, with its detail or hours where the pattern gives them. */
        record Stated(FactKey key, @Nullable String detail, Clock clock) implements Target {}

        /** A word for the categories; no fact. */
        record Signal(String name) implements Target {}
    }

    /** Where the hours of a fact come from. */
    sealed interface Clock {
        /** None. */
        record None() implements Clock {}

        record Hours(int hours) implements Clock {}

        /** The number matched, times so many hours. */
        record Counted(int hoursEach) implements Clock {}

        /** The number matched is an age. */
        record Age() implements Clock {}
    }

    boolean guard() {
        return targets.isEmpty();
    }
}
