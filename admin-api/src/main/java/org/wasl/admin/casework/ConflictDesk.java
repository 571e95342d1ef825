package org.wasl.admin.casework;

import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/**
 * "I know a party": whoever says it never opens the case again. Where they held it, it is offered to the one who fits
 * best, or is nobody's again and its clocks run anew. Their tasks are whoever's who holds the case; of their visits those
 * that have not begun go to the next who fits and are to be agreed to anew.
 */
final class ConflictDesk {
    private final CaseDecisions decisions;
    private final Assignments assignments;

    ConflictDesk(CaseDecisions decisions, Assignments assignments) {
        this.decisions = decisions;
        this.assignments = assignments;
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
}
