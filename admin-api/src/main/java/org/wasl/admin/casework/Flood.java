package org.wasl.admin.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands as one row while the flood switch is on: new reports alike in text whose senders answered no second
 * question and which nobody has taken. The rows' order only; no case is dropped, closed or slowed by it.
 */
final class Flood {
    static final Flood NONE = new Flood(Map.of(), Set.of());

    private final Map<CaseNumber, List<HotCase>> rows;
    private final Set<CaseNumber> behind;

    private Flood(Map<CaseNumber, List<HotCase>> rows, Set<CaseNumber> behind) {
        this.rows = rows;
        this.behind = behind;
    }

    /**
     * Folds what came since the switch was turned on. Its highest level stands for each row, the longest waiting first.
     *
     * @param cases what one reader may know of: nobody's row hides behind one they cannot see
     */
    static Flood of(Collection<HotCase> cases, Instant since) {
        List<Alike> groups = new ArrayList<>();
        cases.stream()
                .filter(held -> folds(held, since))
                .sorted(Comparator.comparing(HotCase::level)
                        .thenComparing(HotCase::clockFrom)
                        .thenComparing(held -> held.number().value()))
                .forEach(held -> place(groups, held));
        Map<CaseNumber, List<HotCase>> rows = new HashMap<>();
        Set<CaseNumber> behind = new HashSet<>();
        for (Alike group : groups) {
            if (group.cases.size() > 1) {
                rows.put(group.cases.getFirst().number(), List.copyOf(group.cases));
                group.cases.stream().skip(1).map(HotCase::number).forEach(behind::add);
            }
        }
        return new Flood(rows, behind);
    }

    private static boolean folds(HotCase held, Instant since) {
        return !held.opened().isBefore(since)
                && !held.answered()
                && held.owner() == null
                && !held.likeness().isEmpty()
                && held.likeness().getFirst() != 0;
    }

    private static void place(List<Alike> groups, HotCase held) {
        long key = held.likeness().getFirst();
        for (Alike group : groups) {
            if (Likeness.alike(group.key, key)) {
                group.cases.add(held);
                return;
            }
        }
        groups.add(new Alike(key, new ArrayList<>(List.of(held))));
    }

    private static final class Alike {
        private final long key;
        private final List<HotCase> cases;

        private Alike(long key, List<HotCase> cases) {
            this.key = key;
            this.cases = cases;
        }
    }

    /** Whether a case has no row of its own. */
    boolean hides(HotCase held) {
        return behind.contains(held.number());
    }

    /** Whether a row stands for more than itself: behind all others of its level. */
    boolean folded(HotCase held) {
        return rows.containsKey(held.number());
    }

    /** All that one row stands for, itself among them. */
    List<HotCase> behind(HotCase held) {
        return rows.getOrDefault(held.number(), List.of(held));
    }
}
