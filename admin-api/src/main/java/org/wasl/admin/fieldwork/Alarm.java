package org.wasl.admin.fieldwork;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * Somebody who went to a visit is missed, or asked for help.
 *
 * @param visit its id
 * @param officers who is out there
 * @param standby who stayed reachable for it
 * @param began since when
 * @param since since when it has called out for somebody; later than {@code began} once whoever looked after it did not
 *     end it in time
 * @param takenBy who looks after it; {@code null} while it calls out
 */
public record Alarm(
        Kind kind,
        String visit,
        Set<StaffId> officers,
        @Nullable StaffId standby,
        Instant began,
        Instant since,
        @Nullable StaffId takenBy) {

    /** What happened. */
    public enum Kind {
        OVERDUE,
        HELP
    }

    public Alarm {
        officers = Set.copyOf(officers);
    }

    /** Whether it still has to find somebody. */
    public boolean calls() {
        return takenBy == null;
    }
}
