package org.wasl.admin.casework;

import java.time.Instant;
import org.wasl.admin.officer.StaffId;

/** One person wants to close a case in a way that takes two: another has to agree. */
public record ClosureRequest(Handling.Disposition how, String reason, StaffId by, Instant at) {
    @Override
    public String toString() {
        return "ClosureRequest[" + how + ", redacted]";
    }
}
