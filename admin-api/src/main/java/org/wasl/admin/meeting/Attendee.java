package org.wasl.admin.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * One of the staff, and when they were in the room. Who goes out and comes back stands twice.
 *
 * @param name as it was then: minutes do not change when an account does
 * @param left {@code null} while they are there
 */
record Attendee(
        StaffId who, String name, Instant came, @Nullable Instant left) {
    boolean there() {
        return left == null;
    }

    Attendee leaving(Instant when) {
        return new Attendee(who, name, came, when);
    }

    @Override
    public String toString() {
        return "Attendee[" + who + "]";
    }
}
