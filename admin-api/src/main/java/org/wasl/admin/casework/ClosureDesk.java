package org.wasl.admin.casework;

import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffId;

/** The second person's word on a closure, and the meeting's on what went wrong. */
final class ClosureDesk {
    private final CaseDecisions decisions;

    ClosureDesk(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    /** Closes the case as it was asked for, or leaves it open. Somebody else than who asked has to say it. */
    public CaseChange confirm(
            CurrentStaff staff, CaseNumber number, boolean agreed, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("closure/confirm " + agreed, key)
                .decide(staff, number, edition, Permission.LEVEL_LOWER, (held, now) -> {
                    ClosureRequest asked = held.agenda().closing();
                    if (asked == null || !held.status().open()) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    if (asked.by().equals(staff.id())) {
                        return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
                    }
                    if (!agreed) {
                        return Step.to(
                                held.planned(held.agenda().closing(null)),
                                CaseEvent.Kind.CLOSURE_REFUSED,
                                asked.how().name(),
                                Act.CASE_CHANGED);
                    }
                    return Step.to(
                            Closing.closed(held, asked.how(), now),
                            CaseEvent.Kind.CLOSED,
                            asked.reason(),
                            Act.CASE_CLOSED);
                });
    }

    /** The meeting has looked at how it ended. */
    public CaseChange reviewed(
            CurrentStaff staff, CaseNumber number, String finding, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("closure/reviewed", key)
                .decideWithReason(staff, number, edition, Permission.MEETING, finding, (held, now) -> {
                    StaffId owner = held.handling().owner();
                    if (!held.agenda().review()) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    // Who held the case does not judge alone how it ended.
                    return staff.id().equals(owner)
                            ? Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON)
                            : Step.to(
                                    held.planned(held.agenda().review(false)),
                                    CaseEvent.Kind.NOTED,
                                    finding,
                                    Act.CASE_CHANGED);
                });
    }
}
