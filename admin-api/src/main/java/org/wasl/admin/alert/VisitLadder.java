package org.wasl.admin.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.fieldwork.Alarm;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Whom the alarm of a visit goes to: whoever stayed reachable for it and the supervisors at once, then the region and the
 * directorate at the times of an L1, until somebody looks after it. Where a rung has nobody the next opens at once. Never
 * to those who are out there, nor to who keeps away from the case.
 */
final class VisitLadder {
    private static final List<Rung> RUNGS = List.of(Rung.SUPERVISOR, Rung.REGIONAL, Rung.DIRECTORATE);

    private final LadderSettings settings;
    private final StaffDirectory directory;

    VisitLadder(LadderSettings settings, StaffDirectory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    Map<StaffId, Rung> due(HotCase held, Alarm alarm, Roster roster, Instant now) {
        if (!alarm.calls()) {
            return Map.of();
        }
        List<Page> pages = held.pages().stream()
                .filter(page -> page.of(Page.Clock.VISIT, alarm.since()))
                .toList();
        Set<StaffId> reached = pages.stream().map(Page::staff).collect(Collectors.toSet());
        Map<StaffId, Rung> called = new LinkedHashMap<>();
        StaffId standby = alarm.standby();
        if (standby != null
                && !reached.contains(standby)
                && directory.find(standby).isPresent()) {
            called.put(standby, Rung.ON_SHIFT);
        }
        Standing standing = new Standing(roster);
        boolean passedOn = true;
        for (Rung rung : RUNGS) {
            if (!passedOn && now.isBefore(alarm.since().plus(settings.visitAfter(rung)))) {
                break;
            }
            List<StaffMember> there = standing.above(rung, held, roster.checkedIn()).stream()
                    .filter(member -> !alarm.officers().contains(member.id()))
                    .toList();
            there.stream()
                    .map(StaffMember::id)
                    .filter(member -> !reached.contains(member))
                    .forEach(member -> called.putIfAbsent(member, rung));
            passedOn = there.isEmpty();
        }
        return called;
    }

    /** What a page of this kind counts as: nobody's quiet hours hold it back. */
    static Level level() {
        return Level.L1_IMMEDIATE;
    }
}
