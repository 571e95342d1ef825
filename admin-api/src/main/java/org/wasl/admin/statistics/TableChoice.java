package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which crosses of a population are told in one quarter. A cross of which most would be withheld says nothing, and what
 * has to be withheld for its sake is missing in the others: it is left out as a whole, the finest first, until every
 * cross that stays tells at least half of what it has.
 *
 * @param tally of the crosses that stay
 * @param withheld cells of it that are not told
 * @param leftOut how many crosses of the population's list are not told
 */
record TableChoice(Tally tally, Set<Cell> withheld, int leftOut) {

    static TableChoice of(Population population, Counted counted, Quarter quarter, Disclosure disclosure) {
        List<Set<Dimension>> tables = new ArrayList<>(population.tables());
        while (true) {
            Tally tally = population.tally(counted, quarter, tables);
            // What small counts alone make thin need not be worked out first.
            List<Set<Dimension>> thin = thin(tables, tally, disclosure.small(tally.counts()));
            if (thin.isEmpty()) {
                Set<Cell> withheld = disclosure.withheld(tally);
                thin = thin(tables, tally, withheld);
                if (thin.isEmpty()) {
                    int kept = kept(population, tally);
                    return new TableChoice(tally, withheld, population.tables().size() - kept);
                }
            }
            for (Set<Dimension> table : thin) {
                tables.remove(table);
                // What it was made of is told by itself, as far as it can be.
                table.forEach(one -> tables.add(Set.of(one)));
            }
        }
    }

    private static int kept(Population population, Tally tally) {
        return (int)
                population.tables().stream().filter(tally.tables()::contains).count();
    }

    /** The worse half of the finest crosses that tell less than half; single questions always stay. */
    private static List<Set<Dimension>> thin(List<Set<Dimension>> tables, Tally tally, Set<Cell> withheld) {
        Map<Set<Dimension>, int[]> shares = new java.util.HashMap<>();
        for (Cell cell : tally.counts().keySet()) {
            int[] share = shares.computeIfAbsent(Set.copyOf(cell.dimensions()), none -> new int[2]);
            share[withheld.contains(cell) ? 1 : 0]++;
        }
        Map<Integer, List<Set<Dimension>>> thin = new TreeMap<>(Comparator.reverseOrder());
        for (Set<Dimension> table : tables) {
            int[] share = shares.getOrDefault(table, new int[2]);
            if (table.size() > 1 && share[1] > share[0]) {
                thin.computeIfAbsent(table.size(), none -> new ArrayList<>()).add(table);
            }
        }
        if (thin.isEmpty()) {
            return List.of();
        }
        List<Set<Dimension>> finest = thin.values().iterator().next();
        return finest.stream()
                .sorted(Comparator.comparingDouble(
                                (Set<Dimension> table) -> toldShare(shares.getOrDefault(table, new int[2])))
                        .thenComparing(TableChoice::name))
                .limit((finest.size() + 1L) / 2)
                .toList();
    }

    /** {@code LEVEL*CATEGORY}: a set of its own has no order. */
    static String name(Set<Dimension> table) {
        return table.stream().sorted().map(Enum::name).collect(Collectors.joining("*"));
    }

    private static double toldShare(int[] share) {
        return (double) share[0] / Math.max(1, share[0] + share[1]);
    }
}
