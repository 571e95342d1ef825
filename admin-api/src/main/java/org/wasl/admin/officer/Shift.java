package org.wasl.admin.officer;

import java.time.LocalTime;

/** The hours somebody usually works, on Baghdad's clock. {@code from} after {@code to} runs over midnight. */
public record Shift(LocalTime from, LocalTime to) {
    public Shift {
        if (from.equals(to)) {
            throw new IllegalArgumentException("shift: " + from + " to " + to + " (expected: two different times)");
        }
    }

    /** Whether a time of day lies in it; its end does not. */
    public boolean covers(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean before = time.isBefore(to);
        return from.isBefore(to) ? begun && before : begun || before;
    }
}
