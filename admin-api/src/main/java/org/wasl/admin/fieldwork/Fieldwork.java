package org.wasl.admin.fieldwork;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * What is done for a case outside the chat. Part of the case and sealed with it.
 *
 * @param safety {@code null} while nobody went through it with the person
 */
public record Fieldwork(
        List<Visit> visits, List<Task> tasks, @Nullable SafetyPlan safety) {

    public static final Fieldwork NONE = new Fieldwork(List.of(), List.of(), null);

    public Fieldwork {
        visits = List.copyOf(visits);
        tasks = List.copyOf(tasks);
    }

    /** A date on which something is done. */
    public record Due(Instant at, What what) {
        /** What is done then. */
        public enum What {
            VISIT,
            TASK
        }
    }

    public Optional<Visit> visit(String id) {
        return visits.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Task> task(String id) {
        return tasks.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** With a visit that is new or changed. */
    public Fieldwork with(Visit visit) {
        return new Fieldwork(replaced(visits, visit, visit(visit.id()).orElse(null)), tasks, safety);
    }

    /** With a task that is new or changed. */
    public Fieldwork with(Task task) {
        return new Fieldwork(visits, replaced(tasks, task, task(task.id()).orElse(null)), safety);
    }

    public Fieldwork with(SafetyPlan plan) {
        return new Fieldwork(visits, tasks, plan);
    }

    /** What calls out for somebody, or is looked after. */
    public List<Alarm> alarms(Instant now) {
        return visits.stream().flatMap(one -> one.alarm(now).stream()).toList();
    }

    /** Whether somebody is out there, or asked for help and nobody made sure that they are safe. */
    public boolean out() {
        return visits.stream()
                .anyMatch(one -> one.open() && (one.state().out() || one.state().over()));
    }

    /** The nearest date on which something is to be done. */
    public Optional<Due> next() {
        Stream<Due> goings = visits.stream().filter(one -> !one.state().over()).map(Fieldwork::due);
        Stream<Due> works = tasks.stream().filter(Task::open).map(one -> new Due(one.due(), Due.What.TASK));
        return Stream.concat(goings, works).min(Comparator.comparing(Due::at));
    }

    private static Due due(Visit visit) {
        Instant out = visit.stayUntil();
        return new Due(out == null ? visit.plan().from() : out, Due.What.VISIT);
    }

    /**
     * Without somebody who keeps away from the case. Who is out there already stays looked after; what has not begun
     * needs somebody else and is to be agreed to anew.
     */
    public Fieldwork without(StaffId who) {
        List<Visit> stay = visits.stream().map(one -> without(one, who)).toList();
        List<Task> left = tasks.stream()
                .map(one -> one.open() && who.equals(one.owner()) ? one.givenTo(null, one.due()) : one)
                .toList();
        return new Fieldwork(stay, left, safety);
    }

    private static Visit without(Visit visit, StaffId who) {
        VisitPlan plan = visit.plan();
        VisitPlan next = who.equals(plan.standby()) ? plan.withStandby(null) : plan;
        Set<StaffId> going = plan.officers();
        boolean waits = visit.state() == Visit.State.PLANNED || visit.state() == Visit.State.APPROVED;
        if (!waits || !going.contains(who)) {
            return visit.state().over() || next == plan ? visit : visit.planning(next);
        }
        going.remove(who);
        return visit.planned(next.going(going.stream().findFirst().orElse(null), null));
    }

    /** Nobody sets out any more. Who is out there is still looked after. */
    public Fieldwork calledOff(@Nullable StaffId by, Instant now) {
        List<Visit> next = visits.stream()
                .map(one -> one.state() == Visit.State.PLANNED || one.state() == Visit.State.APPROVED
                        ? one.ended(Visit.State.CANCELLED, new Visit.End(null, Set.of(), "", by, now))
                        : one)
                .toList();
        return new Fieldwork(next, tasks, safety);
    }

    /** Times, states and staff alone: what lists and the sweep need. No word of anybody is in it. */
    public Fieldwork outline() {
        return this == NONE
                ? NONE
                : new Fieldwork(
                        visits.stream().map(Visit::outline).toList(),
                        tasks.stream().map(Task::outline).toList(),
                        safety);
    }

    private static <T> List<T> replaced(List<T> all, T next, @Nullable T before) {
        List<T> more = new ArrayList<>(all);
        int place = before == null ? -1 : more.indexOf(before);
        if (place < 0) {
            more.add(next);
        } else {
            more.set(place, next);
        }
        return more;
    }

    @Override
    public String toString() {
        return "Fieldwork[" + visits.size() + " visits, " + tasks.size() + " tasks, redacted]";
    }
}
