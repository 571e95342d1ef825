package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/** When a case is looked at next, and what the follow-ups found. */
final class AgendaDesk {
    /** Nothing of a case may rest longer than this. */
    private static final Duration FURTHEST = Duration.ofDays(90);

    private final CaseDecisions decisions;

    AgendaDesk(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Sets what is done next and by when. Its owner may, and a supervisor. The clocks of the level run on beside it.
     */
    public CaseChange plan(
            CurrentStaff staff, CaseNumber number, NextAction.What what, Instant due, @Nullable Long edition) {
        return decisions.decide(staff, number, edition, Permission.CASE_CLAIM, (held, now) -> {
            boolean may = staff.id().equals(held.handling().owner()) || staff.may(Permission.LEVEL_LOWER);
            if (!may) {
                return Step.no(CaseChange.Why.NOT_YOURS);
            }
            if (!held.status().open() || held.status() == CaseStatus.WITHDRAWAL_ASKED) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            if (!what.byHand()) {
                return Step.no(CaseChange.Why.NOT_ALLOWED);
            }
            if (due.isBefore(now) || due.isAfter(now.plus(FURTHEST))) {
                return Step.no(CaseChange.Why.DATE_WRONG);
            }
            return Step.to(
                    held.planned(held.agenda().next(new NextAction(due, what, staff.id()))),
                    CaseEvent.Kind.NEXT_SET,
                    what.name(),
                    Act.CASE_CHANGED);
        });
    }

    /**
     * Records what the follow-up that is due found. Where the person needs more, a closed case is opened again; where
     * they are safe or gave no answer, the next follow-up stands.
     */
    public CaseChange followedUp(
            CurrentStaff staff,
            CaseNumber number,
            FollowUp.Result result,
            @Nullable Long edition,
            @Nullable String key) {
        return decisions
                .keyed("agenda/followed-up", key)
                .decide(staff, number, edition, Permission.CASE_CLAIM, (held, now) -> {
                    FollowUp made = held.agenda().nextFollowUp().orElse(null);
                    if (made == null) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    List<FollowUp> after = new ArrayList<>(held.agenda().followUps());
                    after.replaceAll(one -> one.equals(made) ? one.made(staff.id(), now, result) : one);
                    Case next = held.planned(held.agenda().followUps(after));
                    if (result == FollowUp.Result.NEEDS_MORE && held.status() == CaseStatus.CLOSED) {
                        next = next.handled(
                                        next.handling().in(CaseStatus.REOPENED).ended(null))
                                .levelled(held.level(), now);
                    }
                    return Step.to(next, CaseEvent.Kind.FOLLOWED_UP, result.name(), Act.CASE_CHANGED);
                });
    }
}
