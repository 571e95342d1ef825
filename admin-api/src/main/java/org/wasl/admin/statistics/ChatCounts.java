package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of a bot node counted of conversations in one month so far: closed codes and numbers. No conversation is
 * in it, and none could be: they never crossed.
 *
 * @param quarter the month lies in
 */
record ChatCounts(Quarter quarter, List<Count> counts) {

    /**
     * So many with these values.
     *
     * @param of what was counted
     */
    record Count(Population of, Map<Dimension, String> codes, int times) {
        Count {
            codes = Map.copyOf(codes);
        }

        @Override
        public String toString() {
            return "Count[" + of + ", redacted]";
        }
    }

    private record Kind(Population of, Map<Dimension, String> codes) {}

    ChatCounts {
        counts = List.copyOf(counts);
    }

    /** Adds up counts of the same kind. */
    static ChatCounts summed(Quarter quarter, List<Count> counts) {
        Map<Kind, Integer> all = new LinkedHashMap<>();
        counts.stream()
                .filter(one -> one.times() > 0)
                .forEach(one -> all.merge(new Kind(one.of(), one.codes()), one.times(), Integer::sum));
        return of(quarter, all);
    }

    /** Told again, or told late, changes nothing: what a run counts in a month only grows. */
    ChatCounts told(ChatCounts later) {
        Map<Kind, Integer> all = new LinkedHashMap<>();
        counts.forEach(one -> all.put(new Kind(one.of(), one.codes()), one.times()));
        later.counts.forEach(one -> all.merge(new Kind(one.of(), one.codes()), one.times(), Math::max));
        return of(quarter, all);
    }

    private static ChatCounts of(Quarter quarter, Map<Kind, Integer> all) {
        List<Count> counts = new ArrayList<>();
        all.forEach((kind, times) -> counts.add(new Count(kind.of(), kind.codes(), times)));
        return new ChatCounts(quarter, counts);
    }

    @Override
    public String toString() {
        return "ChatCounts[" + quarter + ", redacted]";
    }
}
