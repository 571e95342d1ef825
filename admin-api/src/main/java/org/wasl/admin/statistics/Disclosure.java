package org.wasl.admin.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which counts are withheld, so that no small one can be worked out from those that are told.
 *
 * <p>Withheld is every count from 1 to below the threshold; and as many others, the smallest first, as it takes until
 * two attacks fail on <em>all</em> tables of a release together. {@link LinearAttack}: whatever can be had by adding and
 * subtracting told counts. {@link RangeAttack}: what follows beside from counts being whole and from knowing this very
 * rule (a withheld count is at least 1). After both a small count can be narrowed no further than the rule itself says:
 * as many values are possible as lie between nothing and the threshold.
 *
 * <p>Counts of nothing are told. The same counts always give the same answer.
 */
final class Disclosure {
    private final long threshold;

    Disclosure(long threshold) {
        if (threshold < 2) {
            throw new IllegalArgumentException("threshold: " + threshold + " (expected: > 1)");
        }
        this.threshold = threshold;
    }

    /** Which cells may not be told; all others may, all at once. */
    Set<Cell> withheld(Tally tally) {
        return withheld(tally.counts(), tally.sums());
    }

    Set<Cell> withheld(Map<Cell, Long> counts, List<Sum> sums) {
        Set<Cell> withheld = small(counts);
        if (withheld.isEmpty()) {
            return withheld;
        }
        Map<Cell, List<Sum>> sumsOf = new HashMap<>();
        sums.forEach(sum -> sum.members()
                .forEach(cell ->
                        sumsOf.computeIfAbsent(cell, one -> new ArrayList<>()).add(sum)));
        Set<Cell> exposed;
        do {
            cover(counts, sums, withheld);
            exposed = exposed(counts, sums, withheld);
            for (Cell cell : exposed) {
                nearest(cell, counts, sumsOf, withheld).ifPresent(withheld::add);
            }
        } while (!exposed.isEmpty() && withheld.size() < counts.size());
        return withheld;
    }

    /** The small counts an attacker works out; empty when the release is safe. */
    Set<Cell> exposed(Map<Cell, Long> counts, List<Sum> sums, Set<Cell> withheld) {
        Set<Cell> small = small(counts);
        Set<Cell> exposed = new TreeSet<>(small);
        exposed.removeAll(withheld);
        Set<Cell> found = LinearAttack.determined(sums, withheld);
        found.addAll(RangeAttack.narrowed(threshold - 2, counts, sums, withheld));
        found.retainAll(small);
        exposed.addAll(found);
        return exposed;
    }

    /** The counts that are withheld whatever stands beside them. */
    Set<Cell> small(Map<Cell, Long> counts) {
        Set<Cell> small = new TreeSet<>();
        counts.forEach((cell, count) -> {
            if (count > 0 && count < threshold) {
                small.add(cell);
            }
        });
        return small;
    }

    /** Every sum on its own: never one unknown alone, and room for each unknown to be large. */
    private void cover(Map<Cell, Long> counts, List<Sum> sums, Set<Cell> withheld) {
        boolean changed;
        do {
            changed = false;
            for (Sum sum : sums) {
                Optional<Cell> more = more(sum, counts, withheld);
                while (more.isPresent()) {
                    withheld.add(more.get());
                    changed = true;
                    more = more(sum, counts, withheld);
                }
            }
        } while (changed);
    }

    private Optional<Cell> more(Sum sum, Map<Cell, Long> counts, Set<Cell> withheld) {
        List<Cell> unknown = sum.members().filter(withheld::contains).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        boolean safe = unknown.size() > 1;
        if (!withheld.contains(sum.whole())) {
            long rest = unknown.stream().mapToLong(counts::get).sum();
            // All others at their least leave this to one of them; its least is 1.
            long most = rest - (unknown.size() - 1);
            safe &= most - 1 >= threshold - 2;
        }
        return safe ? Optional.empty() : candidate(sum, counts, withheld);
    }

    /** The smallest part that is still told; the whole only when no part is. */
    private static Optional<Cell> candidate(Sum sum, Map<Cell, Long> counts, Set<Cell> withheld) {
        Optional<Cell> part = part(sum, counts, withheld);
        return part.isPresent() || withheld.contains(sum.whole()) ? part : Optional.of(sum.whole());
    }

    private static Optional<Cell> part(Sum sum, Map<Cell, Long> counts, Set<Cell> withheld) {
        return sum.parts().stream()
                .filter(cell -> !withheld.contains(cell))
                .min(Comparator.comparingLong((Cell cell) -> counts.getOrDefault(cell, 0L))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * The nearest told count by way of sums: a part as long as there is one anywhere, since a part says less to a reader
     * than a whole.
     */
    private static Optional<Cell> nearest(
            Cell from, Map<Cell, Long> counts, Map<Cell, List<Sum>> sumsOf, Set<Cell> withheld) {
        Deque<Cell> waiting = new ArrayDeque<>(List.of(from));
        Set<Cell> seen = new HashSet<>(waiting);
        Set<Cell> wholes = new TreeSet<>();
        while (!waiting.isEmpty()) {
            for (Sum sum : sumsOf.getOrDefault(waiting.removeFirst(), List.of())) {
                Optional<Cell> found = part(sum, counts, withheld);
                if (found.isPresent()) {
                    return found;
                }
                if (!withheld.contains(sum.whole())) {
                    wholes.add(sum.whole());
                }
                sum.members().filter(withheld::contains).filter(seen::add).forEach(waiting::add);
            }
        }
        // The finest of them.
        return wholes.stream().reduce((coarser, finer) -> finer);
    }
}
