package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * One alert to one person, kept in the case: who was paged, when, by which way.
 *
 * @param alertFrom since when the case has needed somebody; a case that is raised later alerts anew
 * @param rung index of the ladder's rung; pages of one rung go out together
 * @param onceValue 32 hex digits, good for one "seen"; {@code null} for the console
 * @param sent when it was handed on; {@code null} while it still waits
 * @param seen when the person tapped "seen"; never an acknowledgement
 */
public record Page(
        Instant alertFrom,
        int rung,
        StaffId staff,
        Way way,
        Instant at,
        @Nullable String onceValue,
        @Nullable Instant sent,
        @Nullable Instant seen) {

    /** How a page reaches a person. */
    public enum Way {
        CONSOLE,
        /** A message from the officers' own bot: one fixed line and a link. */
        MESSENGER
    }

    public Page sentAt(Instant when) {
        return new Page(alertFrom, rung, staff, way, at, onceValue, when, seen);
    }

    public Page seenAt(Instant when) {
        return new Page(alertFrom, rung, staff, way, at, onceValue, sent, when);
    }

    @Override
    public String toString() {
        return "Page[rung " + rung + ", " + way + ", " + at + "]";
    }
}
