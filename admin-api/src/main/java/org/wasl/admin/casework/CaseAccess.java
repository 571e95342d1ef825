package org.wasl.admin.casework;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.report.Level;

/**
 * Who may read which case.
 *
 * <ul>
 *   <li>Until claimed, an L1 or L2 is open to every operator and supervisor on duty, whatever it is about.
 *   <li>Where the accused may be of the security forces, to supervisors and the team; unclaimed and urgent also to
 *       operators, but only while no supervisor is on duty, and that is break-glass.
 *   <li>A restricted category is its team's once claimed; before, the supervisors'. Others may claim it unread.
 *   <li>What was taken back and waits for two people's look is open to the supervisors, or a team of one would decide.
 *   <li>Anything else is open to operators and supervisors; an officer reads what they hold or were paged for.
 * </ul>
 */
public final class CaseAccess {
    private final StaffDirectory directory;

    CaseAccess(StaffDirectory directory) {
        this.directory = directory;
    }

    /** What the rules say to one person about one case. */
    public enum Decision {
        OPEN,
        /** Open because nobody cleared is there; audited as such. */
        BREAK_GLASS,
        /** That it exists may be known, and it may be claimed, but it is not read. */
        CLAIM_FIRST,
        CLOSED;

        /** Whether it may be read. */
        public boolean readable() {
            return this == OPEN || this == BREAK_GLASS;
        }
    }

    public Decision decide(CurrentStaff staff, Case held) {
        return decide(
                staff,
                new Door(
                        held.restricted(),
                        held.reports().stream()
                                .anyMatch(report -> report.assessment().tags().contains(Tag.COI_ROUTE)),
                        held.effectiveLevel(),
                        held.handling().owner(),
                        held.handling().team(),
                        held.status() == CaseStatus.WITHDRAWAL_ASKED,
                        held.pages()));
    }

    public Decision decide(CurrentStaff staff, HotCase held) {
        return decide(
                staff,
                new Door(
                        held.restricted(),
                        held.tags().contains(Tag.COI_ROUTE),
                        held.level(),
                        held.owner(),
                        held.team(),
                        held.status() == CaseStatus.WITHDRAWAL_ASKED,
                        held.pages()));
    }

    private Decision decide(CurrentStaff staff, Door door) {
        if (!staff.may(Permission.CASE_READ)) {
            return Decision.CLOSED;
        }
        if (door.team().contains(staff.id())) {
            return Decision.OPEN;
        }
        boolean supervisor = staff.role() == Role.SUPERVISOR;
        boolean unclaimed = door.owner() == null;
        boolean urgentNow = unclaimed && door.level().urgent() && onDuty(staff.id());
        if (door.conflict()) {
            if (staff.may(Permission.CONFLICT_READ)) {
                return Decision.OPEN;
            }
            return urgentNow && staff.role() == Role.OPERATOR && noSupervisorOnDuty()
                    ? Decision.BREAK_GLASS
                    : Decision.CLOSED;
        }
        if (!staff.role().browses()) {
            return door.paged(staff.id()) ? Decision.OPEN : Decision.CLOSED;
        }
        if (!door.restricted() || urgentNow) {
            return Decision.OPEN;
        }
        if (supervisor && door.withdrawn()) {
            return Decision.OPEN;
        }
        if (unclaimed) {
            return supervisor ? Decision.OPEN : Decision.CLAIM_FIRST;
        }
        return Decision.CLOSED;
    }

    private boolean onDuty(StaffId id) {
        return directory.onDuty().stream().map(StaffMember::id).anyMatch(id::equals);
    }

    private boolean noSupervisorOnDuty() {
        return directory.onDuty().stream().noneMatch(member -> member.role() == Role.SUPERVISOR);
    }

    private record Door(
            boolean restricted,
            boolean conflict,
            Level level,
            @Nullable StaffId owner,
            Set<StaffId> team,
            boolean withdrawn,
            Collection<Page> pages) {

        boolean paged(StaffId id) {
            return pages.stream().anyMatch(page -> page.staff().equals(id));
        }
    }
}
