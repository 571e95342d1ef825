package org.wasl.admin.retention;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The cases that ended on one day, each with its class and its first day of destruction. Both tell something of what a
 * case is about, so they stand under a seal; outside it stands the day of closing, which the case shows as well.
 */
record Shelf(Map<String, Place> cases) {
    static final Shelf EMPTY = new Shelf(Map.of());

    Shelf {
        cases = Map.copyOf(cases);
    }

    /** Where one case stands. */
    record Place(RetentionClass of, LocalDate due) {}

    Shelf with(String number, Place place) {
        Map<String, Place> more = new HashMap<>(cases);
        more.put(number, place);
        return new Shelf(more);
    }

    Shelf without(String number) {
        Map<String, Place> less = new HashMap<>(cases);
        less.remove(number);
        return new Shelf(less);
    }

    @Override
    public String toString() {
        return "Shelf[" + cases.size() + ", redacted]";
    }
}
