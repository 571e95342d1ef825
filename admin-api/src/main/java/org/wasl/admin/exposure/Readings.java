package org.wasl.admin.exposure;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person read on one day, and when they looked at the queue.
 *
 * @param read by case number, the latest reading of each
 * @param looking when they were last seen looking at the queue; {@code null} before the first look of the day
 * @param looked when the look before the present one ended
 */
record Readings(
        Map<String, Reading> read,
        @Nullable Instant looking,
        @Nullable Instant looked) {
    static final Readings NONE = new Readings(Map.of(), null, null);

    /** More in one day is no work anybody does; the oldest are kept. */
    private static final int MOST = 2_000;

    Readings {
        read = Map.copyOf(read);
    }

    /** One case, opened. */
    record Reading(Instant at, boolean immediate, boolean restricted) {
        boolean heavy() {
            return immediate || restricted;
        }
    }

    Readings with(String number, Reading reading) {
        if (read.size() >= MOST && !read.containsKey(number)) {
            return this;
        }
        Map<String, Reading> more = new HashMap<>(read);
        Reading before = read.get(number);
        // Once heavy, heavy: a level that was lowered later was read as it stood.
        more.put(
                number,
                before == null
                        ? reading
                        : new Reading(
                                reading.at(),
                                before.immediate() || reading.immediate(),
                                before.restricted() || reading.restricted()));
        return new Readings(more, looking, looked);
    }

    Readings without(String number) {
        Map<String, Reading> less = new HashMap<>(read);
        less.remove(number);
        return new Readings(less, looking, looked);
    }

    @Override
    public String toString() {
        return "Readings[" + read.size() + ", redacted]";
    }
}
