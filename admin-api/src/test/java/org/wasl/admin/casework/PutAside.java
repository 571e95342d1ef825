package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.wasl.admin.officer.StaffId;

/** A case that was put aside as not looking real, without the steps that lead there. */
public final class PutAside {
    private PutAside() {}

    public static UnaryOperator<Case> by(StaffId who, Instant now, Duration time) {
        return held ->
                held.planned(held.agenda().parking(new Parking(who, "a drawing, no danger", now, now.plus(time))));
    }
}
