package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Guarded;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;

/**
 * "I know a party": whoever says it never opens the case again. Where they held it, it is offered to the one who fits
 * best, or is nobody's again and its clocks run anew. Their tasks are whoever's who holds the case; of their visits those
 * that have not begun go to the next who fits and are to be agreed to anew.
 */
final class ConflictDesk {
    private final CaseDecisions decisions;
    private final Assignments assignments;
    private final CaseBook book;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final Clock clock;

    ConflictDesk(
            CaseDecisions decisions,
            Assignments assignments,
            CaseBook book,
            StaffDirectory directory,
            AuditTrail trail,
            Clock clock) {
        this.decisions = decisions;
        this.assignments = assignments;
        this.book = book;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes somebody out of a case for good. The answer is no longer theirs to read: whoever calls shows none of it. */
    public CaseChange knows(CurrentStaff staff, CaseNumber number, @Nullable String key) {
        return decisions.keyed("conflict/knows", key).decide(staff, number, null, Permission.CASE_READ, (held, now) -> {
            boolean owner = staff.id().equals(held.handling().owner());
            Case apart = held.tied(held.ties().keeping(staff.id()))
                    .handled(held.handling().without(staff.id()))
                    .worked(held.fieldwork().without(staff.id()));
            Case next = owner && held.status().open() && held.status() != CaseStatus.WITHDRAWAL_ASKED
                    ? assignments.passedOn(apart, staff.id(), now)
                    : apart;
            return Step.to(assignments.visitsPassedOn(next), CaseEvent.Kind.KEPT_APART, null, Act.CONFLICT_DECLARED);
        });
    }

    /**
     * Takes those out of a case who serve where the accused of the security forces may serve too: it may have turned out
     * only later that it is about them. Read off the cases alone, so asked again it does nothing.
     */
    void settle() {
        for (HotCase held : book.hot()) {
            if (held.conflict()
                    && held.status().open()
                    && !away(held.team(), held.owner(), held.ties(), held.guarded())
                            .isEmpty()) {
                book.change(held.number(), this::without);
            }
        }
    }

    private Case without(Case held) {
        StaffId owner = held.handling().owner();
        Set<StaffId> home = held.conflict() && held.status().open()
                ? away(held.handling().team(), owner, held.ties(), held.guarded())
                : Set.of();
        if (home.isEmpty()) {
            return held;
        }
        Instant now = clock.instant();
        Case left = held;
        for (StaffId one : home) {
            left = left.handled(left.handling().without(one))
                    .worked(left.fieldwork().without(one))
                    .happened(CaseEvent.Kind.KEPT_APART, now, CaseEvent.SYSTEM, null)
                    .audited(trail.done(
                            AuditEntry.SYSTEM, Act.CASE_CHANGED, held.number().value()));
        }
        boolean works = held.status() != CaseStatus.WITHDRAWAL_ASKED;
        Case next = works && owner != null && home.contains(owner) ? assignments.passedOn(left, owner, now) : left;
        return assignments.visitsPassedOn(next).edited();
    }

    /** Those of the team whom it names, and who serve where the accused may. */
    private Set<StaffId> away(Set<StaffId> team, @Nullable StaffId owner, Ties ties, Guarded guarded) {
        return Stream.concat(team.stream(), Stream.ofNullable(owner))
                .filter(one -> ties.apart(one)
                        || directory
                                .find(one)
                                .filter(member -> member.scope().kept(guarded))
                                .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
