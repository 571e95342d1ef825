package org.wasl.admin.casework;

import java.time.Instant;
import org.wasl.admin.officer.StaffId;

/**
 * An urgent case that looks not real, put aside by somebody who has looked and answered once. Its level stays, its
 * ladder ends at the supervisors, and it is back on top at the next word or when the time is over.
 */
public record Parking(StaffId by, String reason, Instant at, Instant until) {

    public boolean running(Instant now) {
        return now.isBefore(until);
    }

    @Override
    public String toString() {
        return "Parking[until " + until + ", redacted]";
    }
}
