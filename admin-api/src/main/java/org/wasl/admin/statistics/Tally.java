package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts in every table of a plan, and how they add up. Holds small counts too: it never leaves this package, and
 * {@link Disclosure} says what of it may be told.
 */
final class Tally {
    private final Set<Set<Dimension>> tables;
    private final Map<Cell, Long> counts = new TreeMap<>();

    /**
     * @param tables the crosses that are told; each with all that it adds up to
     */
    Tally(Collection<Set<Dimension>> tables) {
        this.tables = closed(tables);
    }

    /** With every table that can be had from a told one by adding up. */
    private static Set<Set<Dimension>> closed(Collection<Set<Dimension>> tables) {
        Set<Set<Dimension>> all = new HashSet<>();
        all.add(Set.of());
        tables.forEach(table -> add(table, all));
        return all;
    }

    private static void add(Set<Dimension> table, Set<Set<Dimension>> all) {
        if (all.add(Set.copyOf(table))) {
            for (Dimension left : table) {
                Set<Dimension> fewer = new HashSet<>(table);
                fewer.remove(left);
                add(fewer, all);
            }
        }
    }

    /** Counts one more of this kind. */
    void count(Map<Dimension, String> codes) {
        count(codes, 1);
    }

    void count(Map<Dimension, String> codes, long times) {
        for (Set<Dimension> table : tables) {
            counts.merge(Cell.of(codes, table), times, Long::sum);
        }
    }

    /** Every count above nothing. */
    Map<Cell, Long> counts() {
        return counts;
    }

    Set<Set<Dimension>> tables() {
        return tables;
    }

    /** How the counts add up, the finest tables first, always in the same order. */
    List<Sum> sums() {
        Map<Cell, Map<Dimension, Set<Cell>>> parts = new HashMap<>();
        for (Cell cell : counts.keySet()) {
            for (Dimension dimension : cell.dimensions()) {
                parts.computeIfAbsent(cell.without(dimension), whole -> new TreeMap<>())
                        .computeIfAbsent(dimension, one -> new TreeSet<>())
                        .add(cell);
            }
        }
        List<Sum> sums = new ArrayList<>();
        parts.forEach((whole, byDimension) ->
                byDimension.forEach((dimension, of) -> sums.add(new Sum(whole, List.copyOf(of)))));
        sums.sort(Comparator.comparingInt((Sum sum) -> -sum.whole().dimensions().size())
                .thenComparing(Sum::whole)
                .thenComparing(sum -> sum.parts().getFirst()));
        return sums;
    }
}
