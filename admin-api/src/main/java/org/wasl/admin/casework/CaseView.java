package org.wasl.admin.casework;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case opened for reading, and what the reader may do with it.
 *
 * @param held the case itself; marks and capsules in it are for the drain, never for a screen
 * @param card what one needs to know in ten seconds
 * @param acknowledgeBy end of the first clock; {@code null} once it stopped
 * @param actBy end of the second clock; {@code null} once it stopped
 * @param next the statuses it may go to from here
 * @param leaseHolder name of who holds it at this moment, if it is somebody else
 */
public record CaseView(
        Case held,
        Card card,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant actBy,
        Set<CaseStatus> next,
        @Nullable String ownerName,
        @Nullable String leaseHolder) {

    /** What If-Match has to name for a change. */
    public long edition() {
        return held.edition();
    }

    @Override
    public String toString() {
        return "CaseView[" + held.number() + ", redacted]";
    }
}
