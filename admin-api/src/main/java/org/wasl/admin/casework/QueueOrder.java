package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The one queue order: level, with the lane "to confirm" after the confirmed of its level and what is put aside after
 * both; then a hard deadline inside the ACT target, nearest first; then score with ageing; then age.
 *
 * <p>What is still unknown is no part of it: missing answers never push a frightened person down.
 */
final class QueueOrder {
    /** One point for each tenth of the ACT target that has passed, at most so many. */
    private static final int MOST_AGEING = 15;

    private final CaseworkSettings settings;

    QueueOrder(CaseworkSettings settings) {
        this.settings = settings;
    }

    /** Where a case stands in the order of one moment. */
    Place place(HotCase held, Instant now) {
        return place(held, false, now);
    }

    /** The same for a row that may stand for many alike: those of its level that stand for themselves come first. */
    Place place(HotCase held, boolean folded, Instant now) {
        return new Place(held, held.parked(now), folded, pressing(held, now), score(held, now));
    }

    /** A case with what orders it, worked out once. Total: no two cases are equal in it. */
    record Place(
            HotCase held,
            boolean parked,
            boolean folded,
            @Nullable Instant pressing,
            int score) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> place.held.level())
                .thenComparing(Place::parked)
                .thenComparing(Place::folded)
                .thenComparing(place -> place.held.toConfirm())
                .thenComparing(Place::pressing, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Comparator.comparingInt(Place::score).reversed())
                .thenComparing(place -> place.held.clockFrom())
                .thenComparing(place -> place.held.number().value());

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** The score with ageing, as it orders and as it is shown. */
    int score(HotCase held, Instant now) {
        Duration waited = Duration.between(held.clockFrom(), now);
        if (waited.isNegative() || held.acted() != null) {
            return held.score();
        }
        long tenths =
                waited.toMillis() * 10 / settings.clock(held.level()).act().toMillis();
        return held.score() + (int) Math.min(MOST_AGEING, tenths);
    }

    /** The deadline, when it comes before somebody starting now would have to have acted. */
    @Nullable
    Instant pressing(HotCase held, Instant now) {
        Instant deadline = held.deadline();
        Instant target = now.plus(settings.clock(held.level()).act());
        return deadline == null || deadline.isAfter(target) || deadline.isBefore(now) ? null : deadline;
    }
}
