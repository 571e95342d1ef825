package org.wasl.admin.awareness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts of people as they may be shown: small ones are hidden, and one more where a total would give the only hidden one
 * away (domain 10.9).
 */
final class SmallCells {
    private final int smallest;

    SmallCells(int smallest) {
        this.smallest = smallest;
    }

    /** One count by itself; {@code null} when it is hidden. Nobody at all is no secret. */
    @Nullable
    Integer shown(int count) {
        return count > 0 && count < smallest ? null : Integer.valueOf(count);
    }

    /**
     * A count that goes on while people look at it: rounded down to a whole multiple of the smallest, so that no two
     * looks tell of one person; {@code null} below it, also for nobody, since the first would be seen coming.
     */
    @Nullable
    Integer growing(int count) {
        int floor = count / smallest * smallest;
        return floor == 0 ? null : Integer.valueOf(floor);
    }

    /** Counts that stand beside their total. */
    List<@Nullable Integer> besideTheirTotal(List<Integer> counts) {
        List<@Nullable Integer> shown = new ArrayList<>();
        counts.forEach(count -> shown.add(shown(count)));
        long hidden = shown.stream().filter(count -> count == null).count();
        if (hidden == 1) {
            IntStream.range(0, counts.size())
                    .filter(at -> shown.get(at) != null && counts.get(at) > 0)
                    .boxed()
                    .min(Comparator.comparing(counts::get))
                    .ifPresent(at -> shown.set(at, null));
        }
        return shown;
    }

    /** The total of counts as {@link #besideTheirTotal} shows them: hidden when it is all of a hidden one. */
    @Nullable
    Integer total(List<Integer> counts) {
        int sum = counts.stream().mapToInt(Integer::intValue).sum();
        long hidden =
                besideTheirTotal(counts).stream().filter(count -> count == null).count();
        return hidden == 1 ? null : shown(sum);
    }
}
