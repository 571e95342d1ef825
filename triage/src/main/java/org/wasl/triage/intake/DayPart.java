package org.wasl.triage.intake;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** A part of the person's day, Baghdad time; the first hour and one past the last. */
public enum DayPart {
    MORNING(7, 12),
    NOON(12, 16),
    EVENING(16, 21),
    /** Belongs to the day on which it begins, the hour after midnight too. */
    NIGHT(21, 1);

    private final LocalTime from;
    private final LocalTime until;

    DayPart(int from, int until) {
        this.from = LocalTime.of(from, 0);
        this.until = LocalTime.of(until, 0);
    }

    public LocalTime from() {
        return from;
    }

    public LocalTime until() {
        return until;
    }

    boolean endsNextDay() {
        return until.isBefore(from);
    }

    /** As it stands on the wire and in flows. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a name this version does not know. */
    public static Optional<DayPart> ofWire(String wire) {
        for (DayPart part : values()) {
            if (part.wire().equals(wire)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
