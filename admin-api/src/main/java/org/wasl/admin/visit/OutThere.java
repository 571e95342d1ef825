package org.wasl.admin.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange.Why;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.fieldwork.Fieldwork;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.Visit.State;
import org.wasl.admin.fieldwork.VisitPlan;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/**
 * What those who go on a visit report. Only they do, and what they report is never refused for a rule that is not about
 * their own safety: whoever keeps away from the case since stays looked after until they are back. Reporting a thing twice
 * is reporting it once.
 */
final class OutThere {
    private final CaseBook book;
    private final AfterVisit after;
    private final AuditTrail trail;
    private final VisitSettings settings;
    private final Clock clock;

    OutThere(CaseBook book, AfterVisit after, AuditTrail trail, VisitSettings settings, Clock clock) {
        this.book = book;
        this.after = after;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** What can be reported with one thumb. */
    enum Report {
        DEPARTED,
        ARRIVED,
        STAYING,
        HELP
    }

    /** What came of it. */
    sealed interface Reported {
        record Done(Visit visit) implements Reported {}

        record Missing() implements Reported {}

        record Refused(Why why) implements Reported {}
    }

    /** One step of the case, or why not. */
    private sealed interface Next {
        record To(Case held, CaseEvent.Kind kind, @Nullable String text, Act act) implements Next {
            @Override
            public String toString() {
                return "To[" + kind + ", redacted]";
            }
        }

        record Same() implements Next {}

        record No(Why why) implements Next {}
    }

    private interface Going {
        Next on(Case held, Visit visit, Instant now);
    }

    /**
     * Reports where they are.
     *
     * @param minutes for how long they stay, counted from now; only for that
     */
    public Reported report(CurrentStaff staff, CaseNumber number, String id, Report what, int minutes) {
        return goes(staff, number, id, (held, visit, now) -> switch (what) {
            case DEPARTED -> departed(staff, held, visit, now);
            case ARRIVED -> arrived(held, visit, now);
            case STAYING -> staying(held, visit, minutes, now);
            case HELP -> help(staff, held, visit, now);
        });
    }

    /** They are out again, or never got there. */
    public Reported end(
            CurrentStaff staff,
            CaseNumber number,
            String id,
            Visit.Result result,
            Set<Visit.Check> checks,
            String words) {
        return goes(staff, number, id, (held, visit, now) -> {
            if (words.length() > settings.words()) {
                return new Next.No(Why.TOO_LONG);
            }
            if (!visit.state().out()) {
                return visit.state() == State.DONE ? new Next.Same() : new Next.No(Why.NOT_FROM_HERE);
            }
            Why why = ending(visit, result, checks);
            if (why != null) {
                return new Next.No(why);
            }
            Visit ended = visit.ended(State.DONE, new Visit.End(result, checks, words, staff.id(), now));
            Case next = after.of(held.worked(held.fieldwork().with(ended)), ended, now);
            return new Next.To(next, CaseEvent.Kind.VISIT_ENDED, result.name(), Act.VISIT_REPORTED);
        });
    }

    /** What was said before others, or without leaving nothing behind, is no talk with the person. */
    private static @Nullable Why ending(Visit visit, Visit.Result result, Set<Visit.Check> checks) {
        boolean met = switch (result) {
            case MET_SAFE, MET_NEEDS_MORE, TAKEN_TO_SAFETY, MET_NOT_ALONE -> true;
            case NOT_MET, BROKEN_OFF -> false;
        };
        if (met && visit.state() != State.THERE) {
            return Why.NOT_FROM_HERE;
        }
        boolean alone = result == Visit.Result.MET_SAFE || result == Visit.Result.MET_NEEDS_MORE;
        return alone && !checks.contains(Visit.Check.SPOKE_ALONE) ? Why.NOT_READY : null;
    }

    private static Next departed(CurrentStaff staff, Case held, Visit visit, Instant now) {
        if (visit.state() == State.ON_THE_WAY) {
            return new Next.Same();
        }
        if (visit.state() != State.APPROVED || !VisitRules.going(held)) {
            return new Next.No(Why.NOT_FROM_HERE);
        }
        if (held.ties().apart(staff.id())) {
            return new Next.No(Why.KEPT_APART);
        }
        // The person's last word counts, not the one of the day it was planned.
        Why ground = VisitRules.ground(held, visit.plan());
        if (ground != null) {
            return new Next.No(ground);
        }
        return now.isAfter(visit.plan().until())
                ? new Next.No(Why.DATE_WRONG)
                : to(held, visit.departed(now), CaseEvent.Kind.VISIT_STARTED, null);
    }

    /** Being there stops the second clock: it is the first protective step. */
    private static Next arrived(Case held, Visit visit, Instant now) {
        return switch (visit.state()) {
            case THERE -> new Next.Same();
            case ON_THE_WAY ->
                to(held.acted(now), visit.arrived(now), CaseEvent.Kind.VISIT_ARRIVED, outside(visit, now));
            case PLANNED, APPROVED, DONE, CANCELLED -> new Next.No(Why.NOT_FROM_HERE);
        };
    }

    /** Coming outside of what was agreed is written down, and refused to nobody who stands there. */
    private static @Nullable String outside(Visit visit, Instant now) {
        VisitPlan plan = visit.plan();
        return now.isBefore(plan.from()) || now.isAfter(plan.until()) ? "OUTSIDE_WINDOW" : null;
    }

    private Next staying(Case held, Visit visit, int minutes, Instant now) {
        if (visit.state() != State.THERE) {
            return new Next.No(Why.NOT_FROM_HERE);
        }
        return minutes < 1 || minutes > settings.prolong().toMinutes()
                ? new Next.No(Why.DATE_WRONG)
                : to(
                        held,
                        visit.staying(now.plusSeconds(60L * minutes)),
                        CaseEvent.Kind.VISIT_ARRIVED,
                        Integer.toString(minutes));
    }

    private static Next help(CurrentStaff staff, Case held, Visit visit, Instant now) {
        Visit.Help running = visit.help();
        if (running != null && running.endedBy() == null) {
            return new Next.Same();
        }
        if (visit.state() == State.PLANNED || visit.state().over()) {
            return new Next.No(Why.NOT_FROM_HERE);
        }
        Visit calling = visit.helped(new Visit.Help(staff.id(), now, null, null, ""));
        return new Next.To(
                held.worked(held.fieldwork().with(calling)), CaseEvent.Kind.VISIT_ALARM, "HELP", Act.VISIT_HELP_ASKED);
    }

    private static Next to(Case held, Visit visit, CaseEvent.Kind kind, @Nullable String text) {
        Fieldwork next = held.fieldwork().with(visit);
        return new Next.To(held.worked(next), kind, text, Act.VISIT_REPORTED);
    }

    private Reported goes(CurrentStaff staff, CaseNumber number, String id, Going step) {
        if (!staff.may(Permission.VISIT)) {
            return refused(staff, number, Why.NOT_ALLOWED);
        }
        Reported[] answer = {new Reported.Missing()};
        Case stored = book.change(number, held -> {
                    Visit visit = held.fieldwork().visit(id).orElse(null);
                    if (visit == null) {
                        return held;
                    }
                    if (!visit.plan().officers().contains(staff.id())) {
                        answer[0] = new Reported.Refused(Why.NOT_YOURS);
                        return held;
                    }
                    Instant now = clock.instant();
                    answer[0] = new Reported.Done(visit);
                    return switch (step.on(held, visit, now)) {
                        case Next.Same same -> held;
                        case Next.No no -> {
                            answer[0] = new Reported.Refused(no.why());
                            yield held;
                        }
                        case Next.To to ->
                            to.held()
                                    .edited()
                                    .happened(to.kind(), now, staff.id().value(), to.text())
                                    .audited(trail.done(staff.id().value(), to.act(), number.value()));
                    };
                })
                .orElse(null);
        return switch (answer[0]) {
            case Reported.Refused no -> refused(staff, number, no.why());
            case Reported.Done done -> stored == null ? new Reported.Missing() : latest(stored, id);
            case Reported.Missing missing -> missing;
        };
    }

    private static Reported latest(Case stored, String id) {
        Function<Visit, Reported> done = Reported.Done::new;
        return stored.fieldwork().visit(id).map(done).orElseGet(Reported.Missing::new);
    }

    private Reported refused(CurrentStaff staff, CaseNumber number, Why why) {
        trail.append(trail.refused(staff.id().value(), Act.VISIT_REPORTED, number.value()));
        return new Reported.Refused(why);
    }
}
