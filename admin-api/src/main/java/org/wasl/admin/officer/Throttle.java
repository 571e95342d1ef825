package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows tries that come from one place. A place is a device somebody signed in on before, or a name as tried from one
 * address: so nobody can slow the real one, who comes from another place, by trying often.
 */
final class Throttle {
    private static final int LARGEST_SHIFT = 20;

    private final int free;
    private final Duration slowest;
    private final int places;
    private final Clock clock;
    private final LinkedHashMap<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true);

    private record Tries(int count, Instant last) {}

    Throttle(int free, Duration slowest, int places, Clock clock) {
        this.free = free;
        this.slowest = slowest;
        this.places = places;
        this.clock = clock;
    }

    /** Counts a try and says how long it has to wait; zero means it may be made now. A try that must wait is not counted. */
    synchronized Duration admit(String place) {
        Instant now = clock.instant();
        Tries before = tries.get(place);
        if (before != null && now.isAfter(before.last().plus(slowest.multipliedBy(2)))) {
            before = null;
        }
        int count = before == null ? 0 : before.count();
        Duration wait = wait(count);
        if (before != null && now.isBefore(before.last().plus(wait))) {
            return Duration.between(now, before.last().plus(wait));
        }
        tries.put(place, new Tries(count + 1, now));
        forgetTheOldest();
        return Duration.ZERO;
    }

    /** The try was right: the place starts anew. */
    synchronized void clear(String place) {
        tries.remove(place);
    }

    private Duration wait(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, LARGEST_SHIFT));
        return doubled.compareTo(slowest) > 0 ? slowest : doubled;
    }

    private void forgetTheOldest() {
        if (tries.size() > places) {
            Map.Entry<String, Tries> oldest = tries.firstEntry();
            tries.remove(oldest.getKey());
        }
    }
}
