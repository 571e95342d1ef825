package org.wasl.admin.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wasl.admin.alert.LadderSettings.Step;
import org.wasl.admin.casework.ActClock;
import org.wasl.admin.casework.ActClocks;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Whom an acknowledged case goes to when its second clock ran out: its owner and the supervisors, and from there up the
 * rungs of the first ladder. An unacknowledged one stands on that already.
 *
 * <p>The time to the next rung runs from the first page of this alert, so that nobody is passed over because a case was
 * taken late. A rung opens at its time, and at once when nobody stands on the open one below. Each rung is paged once,
 * whoever comes to stand on it later; the shift's handover tells them. A case set aside as not real opens nothing above the
 * supervisors.
 */
final class ActLadder {
    private final ActClocks clocks;
    private final LadderSettings settings;

    ActLadder(ActClocks clocks, LadderSettings settings) {
        this.clocks = clocks;
        this.settings = settings;
    }

    /** Whom to page now, on which rung, from below. */
    Map<StaffId, Rung> due(HotCase held, Roster roster, Instant now) {
        boolean quiet = held.needsAcknowledgement() || held.level().compareTo(Level.L3_URGENT) > 0;
        Instant missed = quiet ? Instant.MAX : missed(clocks.of(held, now));
        return now.isBefore(missed) ? Map.of() : called(held, roster, missed, now);
    }

    /** The pages of the second clock that runs now; none once the step is done. */
    static List<Page> alert(HotCase held) {
        return !held.needsStep()
                ? List.of()
                : held.pages().stream()
                        .filter(page -> page.of(Page.Clock.ACT, held.clockFrom()))
                        .toList();
    }

    private Map<StaffId, Rung> called(HotCase held, Roster roster, Instant missed, Instant now) {
        List<Page> pages = alert(held);
        Standing standing = new Standing(roster);
        Instant first =
                pages.stream().map(Page::at).min(Comparator.naturalOrder()).orElse(now);
        Instant began = first.isBefore(missed) ? missed : first;
        Map<StaffId, Rung> called = new LinkedHashMap<>();
        StaffId owner = held.owner();
        if (owner != null && !paged(pages, Rung.ON_SHIFT)) {
            called.put(owner, Rung.ON_SHIFT);
        }
        boolean passedOn = true;
        for (Step step : settings.second(held.level(), held.toConfirm())) {
            boolean open = passedOn || !now.isBefore(began.plus(step.after()));
            if (!open || step.rung().counted() && held.parked(now)) {
                return called;
            }
            passedOn = false;
            if (!paged(pages, step.rung())) {
                List<StaffMember> there = standing.above(step.rung(), held, roster.checkedIn());
                there.stream()
                        .map(StaffMember::id)
                        .filter(member ->
                                pages.stream().noneMatch(page -> page.staff().equals(member)))
                        .forEach(member -> called.putIfAbsent(member, step.rung()));
                passedOn = there.isEmpty();
            }
        }
        return called;
    }

    private Instant missed(ActClock clock) {
        Instant due = clock.due();
        return clock.state() == ActClock.State.MISSED && due != null ? due.plus(settings.actSupervisor()) : Instant.MAX;
    }

    private static boolean paged(List<Page> pages, Rung rung) {
        return pages.stream().anyMatch(page -> page.rung() == rung.ordinal());
    }
}
