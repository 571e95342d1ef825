package org.wasl.admin.statistics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be narrowed down by knowing that counts are whole and that a withheld one is at least 1: each sum bounds its
 * unknowns by the bounds of the others, again and again until nothing moves.
 */
final class RangeAttack {
    /** No bound found yet; large enough, and far from overflowing. */
    private static final long OPEN = Long.MAX_VALUE / 1_000_000;

    private final Map<Cell, Long> counts;
    private final Set<Cell> unknown;
    private final Map<Cell, Long> least = new HashMap<>();
    private final Map<Cell, Long> most = new HashMap<>();

    private RangeAttack(Map<Cell, Long> counts, Set<Cell> unknown) {
        this.counts = counts;
        this.unknown = unknown;
    }

    /** The unknowns between whose least and most lies less than this. */
    static Set<Cell> narrowed(long room, Map<Cell, Long> counts, List<Sum> sums, Set<Cell> unknown) {
        RangeAttack attack = new RangeAttack(counts, unknown);
        List<Sum> asking = sums.stream()
                .filter(sum -> sum.members().anyMatch(unknown::contains))
                .toList();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Sum sum : asking) {
                moved |= attack.narrow(sum);
            }
        }
        Set<Cell> narrowed = new HashSet<>();
        for (Cell cell : unknown) {
            if (attack.most(cell) - attack.least(cell) < room) {
                narrowed.add(cell);
            }
        }
        return narrowed;
    }

    private boolean narrow(Sum sum) {
        long leastOfParts = 0;
        long bounded = 0;
        int unbounded = 0;
        for (Cell part : sum.parts()) {
            leastOfParts += least(part);
            if (most(part) >= OPEN) {
                unbounded++;
            } else {
                bounded += most(part);
            }
        }
        boolean moved = bound(sum.whole(), leastOfParts, unbounded > 0 ? OPEN : bounded);
        long leastOfWhole = least(sum.whole());
        long mostOfWhole = most(sum.whole());
        for (Cell part : sum.parts()) {
            boolean open = most(part) >= OPEN;
            boolean othersOpen = unbounded > (open ? 1 : 0);
            long othersMost = open ? bounded : bounded - most(part);
            long othersLeast = leastOfParts - least(part);
            moved |= bound(
                    part,
                    othersOpen ? 1 : leastOfWhole - othersMost,
                    mostOfWhole >= OPEN ? OPEN : mostOfWhole - othersLeast);
        }
        return moved;
    }

    private boolean bound(Cell cell, long lowest, long highest) {
        if (!unknown.contains(cell)) {
            return false;
        }
        boolean moved = false;
        if (lowest > least(cell)) {
            least.put(cell, lowest);
            moved = true;
        }
        if (highest < most(cell)) {
            most.put(cell, highest);
            moved = true;
        }
        return moved;
    }

    private long least(Cell cell) {
        return unknown.contains(cell) ? least.getOrDefault(cell, 1L) : counts.getOrDefault(cell, 0L);
    }

    private long most(Cell cell) {
        return unknown.contains(cell) ? most.getOrDefault(cell, OPEN) : counts.getOrDefault(cell, 0L);
    }
}
