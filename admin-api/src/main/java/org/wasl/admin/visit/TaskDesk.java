package org.wasl.admin.visit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.casework.Assignments;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Step;
import org.wasl.admin.fieldwork.SafetyPlan;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/** Tasks on a case, and the safety plan gone through with the person. */
final class TaskDesk {
    private final CaseDecisions decisions;
    private final Assignments assignments;
    private final StaffDirectory directory;
    private final VisitSettings settings;
    private final SecureRandom random;

    TaskDesk(
            CaseDecisions decisions,
            Assignments assignments,
            StaffDirectory directory,
            VisitSettings settings,
            SecureRandom random) {
        this.decisions = decisions;
        this.assignments = assignments;
        this.directory = directory;
        this.settings = settings;
        this.random = random;
    }

    /** Sets a task. Whoever it is for joins the case's team with that. */
    public CaseChange add(
            CurrentStaff staff,
            CaseNumber number,
            Task.Kind kind,
            StaffId owner,
            Instant due,
            String words,
            @Nullable Long edition,
            @Nullable String key) {
        return decisions.keyed("task/add", key).decide(staff, number, edition, Permission.CASE_NOTE, (held, now) -> {
            if (held.fieldwork().tasks().size() >= settings.tasks()) {
                return Step.no(CaseChange.Why.TOO_MANY);
            }
            if (words.length() > settings.words()) {
                return Step.no(CaseChange.Why.TOO_LONG);
            }
            if (kind == Task.Kind.OTHER && words.isBlank()) {
                return Step.no(CaseChange.Why.REASON_MISSING);
            }
            CaseChange.Why why = forbids(staff, held, kind, owner, due, now);
            if (why != null) {
                return Step.no(why);
            }
            Task task = new Task(VisitDesk.newId(random), kind, owner, due, words, staff.id(), now, List.of(), null);
            return Step.to(
                    held.joinedBy(Set.of(owner)).worked(held.fieldwork().with(task)),
                    CaseEvent.Kind.TASK_SET,
                    kind.name(),
                    Act.TASK_CHANGED);
        });
    }

    /** Gives it to somebody else, or to another date. Whoever holds the case may, and whoever assigns. */
    public CaseChange give(
            CurrentStaff staff, CaseNumber number, String id, StaffId to, Instant due, @Nullable Long edition) {
        return decisions.decide(staff, number, edition, Permission.CASE_NOTE, onTask(id, (held, task, now) -> {
            CaseChange.Why why =
                    leads(staff, held) ? forbids(staff, held, task.kind(), to, due, now) : CaseChange.Why.NOT_YOURS;
            return why != null
                    ? Step.no(why)
                    : Step.to(
                            held.joinedBy(Set.of(to)).worked(held.fieldwork().with(task.givenTo(to, due))),
                            CaseEvent.Kind.TASK_SET,
                            task.kind().name(),
                            Act.TASK_CHANGED);
        }));
    }

    /** It is done. Whoever does it says so, or whoever holds the case. */
    public CaseChange done(CurrentStaff staff, CaseNumber number, String id, String words, @Nullable Long edition) {
        return decisions.decide(staff, number, edition, Permission.CASE_NOTE, onTask(id, (held, task, now) -> {
            if (words.length() > settings.words()) {
                return Step.no(CaseChange.Why.TOO_LONG);
            }
            if (!staff.id().equals(task.owner()) && !leads(staff, held)) {
                return Step.no(CaseChange.Why.NOT_YOURS);
            }
            return Step.to(
                    held.worked(held.fieldwork().with(task.done(new Task.Told(staff.id(), now, words)))),
                    CaseEvent.Kind.TASK_DONE,
                    task.kind().name(),
                    Act.TASK_CHANGED);
        }));
    }

    /** They cannot: it is nobody's, and stays to be done. */
    public CaseChange decline(CurrentStaff staff, CaseNumber number, String id, String reason, @Nullable Long edition) {
        return decisions.decideWithReason(
                staff, number, edition, Permission.CASE_NOTE, reason, onTask(id, (held, task, now) -> {
                    if (!staff.id().equals(task.owner())) {
                        return Step.no(CaseChange.Why.NOT_YOURS);
                    }
                    Task.Told why = new Task.Told(staff.id(), now, reason);
                    return Step.to(
                            held.worked(held.fieldwork().with(task.declined(why))),
                            CaseEvent.Kind.TASK_DECLINED,
                            reason,
                            Act.TASK_CHANGED);
                }));
    }

    /** Writes down what of the safety plan was gone through with the person. The last word counts for each point. */
    public CaseChange planSafety(
            CurrentStaff staff,
            CaseNumber number,
            Map<SafetyPlan.Point, SafetyPlan.Answer> points,
            @Nullable Long edition) {
        return decisions.decide(
                staff,
                number,
                edition,
                Permission.CASE_NOTE,
                (held, now) -> held.takenBack()
                        ? Step.no(CaseChange.Why.NOT_FROM_HERE)
                        : Step.to(
                                held.worked(held.fieldwork().with(new SafetyPlan(points, staff.id(), now))),
                                CaseEvent.Kind.SAFETY_PLANNED,
                                null,
                                Act.CASE_CHANGED));
    }

    private CaseChange.@Nullable Why forbids(
            CurrentStaff staff, Case held, Task.Kind kind, StaffId owner, Instant due, Instant now) {
        if (!held.status().open() || held.status() == CaseStatus.WITHDRAWAL_ASKED) {
            return CaseChange.Why.NOT_FROM_HERE;
        }
        if (held.takenBack() && kind.withPerson()) {
            return CaseChange.Why.NOT_FROM_HERE;
        }
        if (due.isBefore(now) || due.isAfter(now.plus(settings.furthest()))) {
            return CaseChange.Why.DATE_WRONG;
        }
        StaffMember member = directory.find(owner).orElse(null);
        if (member == null) {
            return CaseChange.Why.UNKNOWN_STAFF;
        }
        // Whoever is not of the team learns what the case is about: only who leads it lets them in.
        boolean inside = held.handling().team().contains(owner) || owner.equals(staff.id());
        return inside || leads(staff, held)
                ? assignments.forbidsHelping(held, member, kind.withPerson())
                : CaseChange.Why.NOT_YOURS;
    }

    private static boolean leads(CurrentStaff staff, Case held) {
        return staff.id().equals(held.handling().owner()) || staff.may(Permission.CASE_ASSIGN);
    }

    private interface OnTask {
        Step apply(Case held, Task task, Instant now);
    }

    private static BiFunction<Case, Instant, Step> onTask(String id, OnTask step) {
        return (held, now) -> {
            Task task = held.fieldwork().task(id).orElse(null);
            if (task == null) {
                return Step.no(new CaseChange.Missing());
            }
            return task.open() ? step.apply(held, task, now) : Step.no(CaseChange.Why.NOT_FROM_HERE);
        };
    }
}
