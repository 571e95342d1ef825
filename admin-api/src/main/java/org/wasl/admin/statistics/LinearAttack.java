package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be worked out by adding and subtracting told counts, however many and in whatever order: the unknowns that
 * the system of all sums leaves a single solution for.
 *
 * <p>Worked out modulo a prime. An unknown that is determined over the rationals is determined here too, unless the prime
 * divides a minor of a matrix of zeros and ones, which for one of 31 bits does not happen by chance in a release's life.
 */
final class LinearAttack {
    private static final long PRIME = 2_147_483_647L;

    private LinearAttack() {}

    static Set<Cell> determined(List<Sum> sums, Set<Cell> unknown) {
        Set<Cell> determined = new HashSet<>();
        for (List<Sum> component : components(sums, unknown)) {
            determined.addAll(solved(component, unknown));
        }
        return determined;
    }

    /** Sums that share no unknown say nothing of each other. */
    private static List<List<Sum>> components(List<Sum> sums, Set<Cell> unknown) {
        Map<Cell, Cell> leader = new HashMap<>();
        List<Sum> asking = new ArrayList<>();
        for (Sum sum : sums) {
            List<Cell> cells = sum.members().filter(unknown::contains).toList();
            if (!cells.isEmpty()) {
                asking.add(sum);
                cells.forEach(cell -> leader.put(find(leader, cell), find(leader, cells.getFirst())));
            }
        }
        Map<Cell, List<Sum>> components = new LinkedHashMap<>();
        for (Sum sum : asking) {
            Cell any = sum.members().filter(unknown::contains).findFirst().orElseThrow();
            components
                    .computeIfAbsent(find(leader, any), one -> new ArrayList<>())
                    .add(sum);
        }
        return List.copyOf(components.values());
    }

    private static Cell find(Map<Cell, Cell> leader, Cell cell) {
        Cell at = cell;
        Cell next = leader.getOrDefault(at, at);
        while (!next.equals(at)) {
            leader.put(at, leader.getOrDefault(next, next));
            at = next;
            next = leader.getOrDefault(at, at);
        }
        return at;
    }

    private static Set<Cell> solved(List<Sum> sums, Set<Cell> unknown) {
        Map<Cell, Integer> column = new LinkedHashMap<>();
        sums.forEach(sum ->
                sum.members().filter(unknown::contains).forEach(cell -> column.putIfAbsent(cell, column.size())));
        long[][] rows = new long[sums.size()][column.size()];
        for (int row = 0; row < rows.length; row++) {
            Sum sum = sums.get(row);
            for (Cell part : sum.parts()) {
                Integer at = column.get(part);
                if (at != null) {
                    rows[row][at] = 1;
                }
            }
            Integer whole = column.get(sum.whole());
            if (whole != null) {
                rows[row][whole] = PRIME - 1;
            }
        }
        eliminate(rows);
        Set<Cell> solved = new HashSet<>();
        List<Cell> cells = List.copyOf(column.keySet());
        for (long[] row : rows) {
            int only = only(row);
            if (only >= 0) {
                solved.add(cells.get(only));
            }
        }
        return solved;
    }

    /** Gauss and Jordan: afterwards each row says one unknown by others, or alone. */
    private static void eliminate(long[][] rows) {
        int next = 0;
        for (int column = 0; next < rows.length && column < rows[0].length; column++) {
            int pivot = next;
            while (pivot < rows.length && rows[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == rows.length) {
                continue;
            }
            long[] chosen = rows[pivot];
            rows[pivot] = rows[next];
            rows[next] = chosen;
            scale(chosen, inverse(chosen[column]), column);
            for (int other = 0; other < rows.length; other++) {
                if (other != next && rows[other][column] != 0) {
                    subtract(rows[other], chosen, rows[other][column], column);
                }
            }
            next++;
        }
    }

    private static void scale(long[] row, long factor, int from) {
        if (factor != 1) {
            for (int column = from; column < row.length; column++) {
                row[column] = row[column] * factor % PRIME;
            }
        }
    }

    private static void subtract(long[] row, long[] chosen, long factor, int from) {
        long negative = PRIME - factor;
        for (int column = from; column < row.length; column++) {
            if (chosen[column] != 0) {
                row[column] = (row[column] + negative * chosen[column]) % PRIME;
            }
        }
    }

    /** By Fermat: to the power of the prime less two. */
    private static long inverse(long value) {
        long result = 1;
        long base = value;
        for (long power = PRIME - 2; power > 0; power >>= 1) {
            if ((power & 1) == 1) {
                result = result * base % PRIME;
            }
            base = base * base % PRIME;
        }
        return result;
    }

    /** The one unknown of a row; -1 for none and for several. */
    private static int only(long[] row) {
        int found = -1;
        for (int column = 0; column < row.length; column++) {
            if (row[column] != 0) {
                if (found >= 0) {
                    return -1;
                }
                found = column;
            }
        }
        return found;
    }
}
