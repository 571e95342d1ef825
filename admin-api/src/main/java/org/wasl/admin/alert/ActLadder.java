package org.wasl.admin.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wasl.admin.casework.ActClock;
import org.wasl.admin.casework.ActClocks;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Whom an acknowledged case goes to when its second clock ran out: its owner and the supervisors, once, and where none is
 * there the next rung above. An unacknowledged one stands on its ladder already.
 */
final class ActLadder {
    private static final List<Rung> RUNGS = List.of(Rung.SUPERVISOR, Rung.REGIONAL, Rung.DIRECTORATE);

    private final ActClocks clocks;
    private final LadderSettings settings;

    ActLadder(ActClocks clocks, LadderSettings settings) {
        this.clocks = clocks;
        this.settings = settings;
    }

    Map<StaffId, Rung> due(HotCase held, Roster roster, Instant now) {
        boolean quiet = held.needsAcknowledgement() || held.level().compareTo(Level.L3_URGENT) > 0;
        if (quiet || !missed(clocks.of(held, now), now) || paged(held)) {
            return Map.of();
        }
        Map<StaffId, Rung> called = new LinkedHashMap<>();
        StaffId owner = held.owner();
        if (owner != null) {
            called.put(owner, Rung.ON_SHIFT);
        }
        Standing standing = new Standing(roster);
        for (Rung rung : RUNGS) {
            if (rung.counted() && held.parked(now)) {
                return called;
            }
            List<StaffMember> there = standing.above(rung, held, roster.checkedIn());
            there.forEach(member -> called.putIfAbsent(member.id(), rung));
            if (!there.isEmpty()) {
                return called;
            }
        }
        return called;
    }

    private boolean missed(ActClock clock, Instant now) {
        Instant due = clock.due();
        return clock.state() == ActClock.State.MISSED
                && due != null
                && !now.isBefore(due.plus(settings.actSupervisor()));
    }

    private static boolean paged(HotCase held) {
        return held.pages().stream().anyMatch(page -> page.of(Page.Clock.ACT, held.clockFrom()));
    }
}
