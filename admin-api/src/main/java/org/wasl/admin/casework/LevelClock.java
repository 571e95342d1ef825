package org.wasl.admin.casework;

import java.time.Duration;
import java.util.List;

/**
 * The two clocks of one level, and who is called when the first runs on.
 *
 * @param acknowledge by when a named person holds the case
 * @param act by when the first protective step is done
 * @param ladder whom an unacknowledged case goes to, in order of time
 */
public record LevelClock(Duration acknowledge, Duration act, List<Rung> ladder) {

    public LevelClock {
        ladder = List.copyOf(ladder);
        Duration last = Duration.ofSeconds(-1);
        for (Rung rung : ladder) {
            if (rung.after().compareTo(last) <= 0) {
                throw new IllegalArgumentException(
                        "ladder: rung at " + rung.after() + " (expected: later than " + last + ")");
            }
            last = rung.after();
        }
    }

    /** Whom a case goes to when it was unacknowledged this long. */
    public record Rung(Duration after, Who who) {}

    /** Who stands on a rung. A rung on which nobody stands passes its pages on to the next at once. */
    public enum Who {
        /** The operator and the officer on duty who fit best: language first, then who holds fewest cases. */
        NEXT_ON_SHIFT,
        /** Everybody on duty who may take cases, and the supervisors on duty. */
        ALL_ON_SHIFT_AND_SUPERVISORS,
        SUPERVISORS,
        /** The supervisors of every territory. */
        REGIONAL_DUTY,
        /** Everybody who is on duty at all. */
        DIRECTORATE_DUTY
    }
}
