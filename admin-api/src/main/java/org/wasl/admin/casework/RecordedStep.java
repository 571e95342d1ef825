package org.wasl.admin.casework;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * The first protective step as somebody recorded it.
 *
 * @param unit who took it over or was sent: a unit or a call sign, no citizen; {@code null} where nobody goes
 * @param done when it was done, as they say
 * @param at when they recorded it
 */
public record RecordedStep(ProtectiveStep step, @Nullable String unit, Instant done, StaffId by, Instant at) {
    private static final String UNSAID = "-";

    /** As it stands in the history, where the record before stays beside the next. */
    static String line(ProtectiveStep step, @Nullable String unit, @Nullable Instant done) {
        String when = done == null ? UNSAID : done.toString();
        return step.name() + " " + when + (unit == null ? "" : " " + unit);
    }

    /** A line of the history. */
    public record Line(
            ProtectiveStep step,
            @Nullable Instant done,
            @Nullable String unit) {
        @Override
        public String toString() {
            return "Line[" + step + ", redacted]";
        }
    }

    /** A line of the history, read again; {@code null} for what none of this wrote. */
    public static @Nullable Line read(@Nullable String line) {
        String[] parts = line == null ? new String[0] : line.split(" ", 3);
        if (parts.length < 2) {
            return null;
        }
        try {
            return new Line(
                    ProtectiveStep.valueOf(parts[0]),
                    parts[1].equals(UNSAID) ? null : Instant.parse(parts[1]),
                    parts.length > 2 ? parts[2] : null);
        } catch (IllegalArgumentException | DateTimeParseException other) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "RecordedStep[" + step + ", " + at + ", redacted]";
    }
}
