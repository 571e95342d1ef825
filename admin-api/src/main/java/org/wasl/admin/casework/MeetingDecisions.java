package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/** What the daily meeting does to a case: one is put before it, and what it decides is the case's next action. */
public final class MeetingDecisions {
    /** Nothing of a case may rest longer than this. */
    private static final Duration FURTHEST = Duration.ofDays(90);

    private final CaseDecisions decisions;
    private final Assignments assignments;
    private final StaffDirectory directory;

    MeetingDecisions(CaseDecisions decisions, Assignments assignments, StaffDirectory directory) {
        this.decisions = decisions;
        this.assignments = assignments;
        this.directory = directory;
    }

    /**
     * What was decided.
     *
     * @param owner who answers for it from now on; {@code null} leaves it with whom it is
     * @param due by when the step is done
     * @param words what the case's history says of it
     */
    public record Decided(@Nullable StaffId owner, NextAction.What what, Instant due, String words) {
        @Override
        public String toString() {
            return "Decided[" + what + ", redacted]";
        }
    }

    /** Puts a case before the next meeting. Its clocks and its status go on beside that. */
    public CaseChange bring(CurrentStaff staff, CaseNumber number, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("meeting/bring", key)
                .decide(staff, number, edition, Permission.CASE_CLAIM, (held, now) -> {
                    if (!held.status().open()) {
                        return Step.no(CaseChange.Why.NOT_FROM_HERE);
                    }
                    return held.agenda().brought() == null
                            ? Step.to(
                                    held.planned(held.agenda().brought(now)),
                                    CaseEvent.Kind.BROUGHT_TO_MEETING,
                                    null,
                                    Act.CASE_CHANGED)
                            : Step.to(held);
                });
    }

    /** Takes it off the list again. */
    public CaseChange takeBack(CurrentStaff staff, CaseNumber number, @Nullable Long edition) {
        return decisions.decide(
                staff,
                number,
                edition,
                Permission.CASE_CLAIM,
                (held, now) -> held.agenda().brought() == null
                        ? Step.to(held)
                        : Step.to(
                                held.planned(held.agenda().brought(null)),
                                CaseEvent.Kind.NEXT_SET,
                                NextAction.What.MEETING.name(),
                                Act.CASE_CHANGED));
    }

    /**
     * Writes the meeting's decision into the case. A new owner is offered the case as by any other assignment, and may
     * not be one whom its rules keep out. A closed case that had to be looked at is reviewed with that.
     */
    public CaseChange decided(
            CurrentStaff staff, CaseNumber number, Decided decided, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("meeting/decided", key)
                .decideWithReason(
                        staff,
                        number,
                        edition,
                        Permission.MEETING,
                        decided.words(),
                        (held, now) -> held.status().open()
                                ? onOpen(staff, held, decided, now)
                                : onClosed(staff, held, decided));
    }

    private Step onOpen(CurrentStaff staff, Case held, Decided decided, Instant now) {
        if (held.status() == CaseStatus.WITHDRAWAL_ASKED) {
            return Step.no(CaseChange.Why.NOT_FROM_HERE);
        }
        if (!decided.what().byHand()) {
            return Step.no(CaseChange.Why.NOT_ALLOWED);
        }
        if (decided.due().isBefore(now) || decided.due().isAfter(now.plus(FURTHEST))) {
            return Step.no(CaseChange.Why.DATE_WRONG);
        }
        StaffId owner = decided.owner();
        Case next = held;
        if (owner != null && !owner.equals(held.handling().owner())) {
            StaffMember member = directory.find(owner).orElse(null);
            if (member == null) {
                return Step.no(CaseChange.Why.UNKNOWN_STAFF);
            }
            CaseChange.Why forbidden = assignments.forbids(held, member);
            if (forbidden != null) {
                return Step.no(forbidden);
            }
            next = assignments.offered(held, owner, staff.id(), now);
        } else if (held.status() == CaseStatus.IN_REVIEW) {
            next = held.handled(held.handling().in(CaseStatus.ASSIGNED));
        }
        Agenda agenda = next.agenda().brought(null).next(new NextAction(decided.due(), decided.what(), staff.id()));
        return Step.to(next.planned(agenda), CaseEvent.Kind.MEETING_DECIDED, decided.words(), Act.CASE_CHANGED);
    }

    private static Step onClosed(CurrentStaff staff, Case held, Decided decided) {
        if (!held.agenda().review()) {
            return Step.no(CaseChange.Why.NOT_FROM_HERE);
        }
        // Who held the case does not judge alone how it ended.
        return staff.id().equals(held.handling().owner())
                ? Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON)
                : Step.to(
                        held.planned(held.agenda().review(false)),
                        CaseEvent.Kind.MEETING_DECIDED,
                        decided.words(),
                        Act.CASE_CHANGED);
    }
}
