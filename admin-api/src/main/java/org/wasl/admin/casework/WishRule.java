package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Who may take a case and write first where the person said whom they wish for: a hard rule, which never makes anybody
 * wait. An L1 may be taken and answered by whoever is there; so may what nobody as wished is there for, and what nobody
 * as wished took within its clock. Pages go to everybody as ever: the ladder knows nothing of wishes. What is done
 * against a wish stands in the history, and so does that somebody as wished joined.
 */
public final class WishRule {

    /** How somebody stands to a person's wish. */
    public enum Standing {
        /** Nothing was wished. */
        NO_WISH,
        MET,
        /** The person's own word against it is recorded. */
        AGREED,
        /** Danger now: whoever is there helps, and somebody as wished joins. */
        RESCUE,
        /** Nobody as wished is on duty who may take it. */
        NOBODY_AS_WISHED,
        /** Nobody as wished took it in time. */
        CLOCK_MISSED,
        NOT_MET;

        public boolean mayTake() {
            return this != NOT_MET;
        }

        /** Whether it is taken although the person wished for somebody else, and before they were asked. */
        public boolean fallback() {
            return this == RESCUE || this == NOBODY_AS_WISHED || this == CLOCK_MISSED;
        }
    }

    private final StaffDirectory directory;
    private final Assignments assignments;
    private final CaseworkSettings settings;

    WishRule(StaffDirectory directory, Assignments assignments, CaseworkSettings settings) {
        this.directory = directory;
        this.assignments = assignments;
        this.settings = settings;
    }

    public Standing of(CurrentStaff staff, Case held, Instant now) {
        Gender wished = Assignments.wished(held);
        if (wished == null) {
            return Standing.NO_WISH;
        }
        if (staff.gender() == wished) {
            return Standing.MET;
        }
        if (held.ties().agreement() != null) {
            return Standing.AGREED;
        }
        if (held.effectiveLevel() == Level.L1_IMMEDIATE) {
            return Standing.RESCUE;
        }
        if (asWished(held).isEmpty()) {
            return Standing.NOBODY_AS_WISHED;
        }
        return late(held, now) || tookLate(staff, held) ? Standing.CLOCK_MISSED : Standing.NOT_MET;
    }

    /** Whether they may write to the person: as they may take it, and on where they already wrote. */
    public boolean mayWrite(CurrentStaff staff, Case held, Instant now) {
        return of(staff, held, now).mayTake()
                || held.replies().stream().anyMatch(reply -> reply.by().equals(staff.id()));
    }

    /** Whether they are whom the person wished for while the one who holds the case is not: they may write beside. */
    public boolean joins(CurrentStaff staff, Case held) {
        Gender wished = Assignments.wished(held);
        StaffId owner = held.handling().owner();
        return wished != null
                && owner != null
                && staff.gender() == wished
                && directory.find(owner).map(one -> one.gender() != wished).orElse(false);
    }

    /** The case once they wrote: that somebody as wished joined is said once. */
    public Case joined(CurrentStaff staff, Case held, Instant now) {
        boolean told = held.events().stream().anyMatch(event -> event.kind() == CaseEvent.Kind.AS_WISHED_JOINED);
        boolean other = joins(staff, held) || against(held);
        boolean asWished = staff.gender() == Assignments.wished(held);
        return asWished && other && !told
                ? held.handled(held.handling().joinedBy(staff.id()))
                        .happened(
                                CaseEvent.Kind.AS_WISHED_JOINED, now, staff.id().value(), null)
                : held;
    }

    /** Those on duty whom the person wished for and who may take the case. */
    public List<StaffMember> asWished(Case held) {
        Gender wished = Assignments.wished(held);
        return directory.onDuty().stream()
                .filter(member -> member.gender() == wished)
                .filter(member -> member.role().may(Permission.CASE_REPLY))
                .filter(member -> assignments.forbids(held, member) == null)
                .toList();
    }

    private boolean late(Case held, Instant now) {
        Instant due =
                held.clockFrom().plus(settings.clock(held.effectiveLevel()).acknowledge());
        return held.needsAcknowledgement() && now.isAfter(due);
    }

    /** Whether they took it when its clock had run out and nobody as wished had. */
    private static boolean tookLate(CurrentStaff staff, Case held) {
        return staff.id().equals(held.handling().owner())
                && claims(held)
                        .filter(event -> event.by().equals(staff.id().value()))
                        .anyMatch(event -> Standing.CLOCK_MISSED.name().equals(event.text()));
    }

    private static boolean against(Case held) {
        return claims(held).anyMatch(event -> event.text() != null);
    }

    private static Stream<CaseEvent> claims(Case held) {
        return held.events().stream().filter(event -> event.kind() == CaseEvent.Kind.CLAIMED);
    }
}
