package org.wasl.admin.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange.Why;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.fieldwork.Alarm;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.Visit.State;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/**
 * Looks after somebody who is missed on a visit or asked for help. Whoever was called for it may, and every supervisor who
 * may know that there is such a case: they learn where to send help and who is there, and nothing of what the case is about.
 * Whoever is out there never ends their own call for help: somebody may stand beside them.
 */
final class AlarmDesk {
    private final CaseBook book;
    private final CaseAccess access;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final VisitSettings settings;
    private final Clock clock;

    AlarmDesk(
            CaseBook book,
            CaseAccess access,
            StaffDirectory directory,
            AuditTrail trail,
            VisitSettings settings,
            Clock clock) {
        this.book = book;
        this.access = access;
        this.directory = directory;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Answer {
        /** Taken, or ended; {@code alarm} is {@code null} once it ended. */
        record Done(Visit visit, @Nullable Alarm alarm) implements Answer {}

        /** Somebody else looks after it already. */
        record Taken(String byName) implements Answer {}

        record Missing() implements Answer {}

        record Refused(Why why) implements Answer {}
    }

    /** Whether an alarm is this person's to look after. */
    static boolean callsFor(CaseAccess access, CurrentStaff staff, HotCase held, Alarm alarm) {
        boolean paged = held.pages().stream()
                .anyMatch(page -> page.staff().equals(staff.id())
                        && page.of(Page.Clock.VISIT, page.alertFrom())
                        && !page.alertFrom().isBefore(alarm.began()));
        boolean supervises = staff.role() == Role.SUPERVISOR && access.mayKnow(staff, held);
        return !held.ties().apart(staff.id())
                && !alarm.officers().contains(staff.id())
                && (paged || staff.id().equals(alarm.standby()) || supervises);
    }

    /** Says that they look after it. It calls nobody else until their time is over. */
    public Answer take(CurrentStaff staff, CaseNumber number, String id) {
        return decide(staff, number, id, (held, visit, alarm, now) -> {
            StaffId other = alarm.takenBy();
            if (other != null && !other.equals(staff.id())) {
                return new Next(null, new Answer.Taken(name(other)));
            }
            Visit taken = visit.cared(new Visit.Care(staff.id(), now, now.plus(settings.care())));
            Case next = held.worked(held.fieldwork().with(taken))
                    .happened(
                            CaseEvent.Kind.VISIT_ALARM,
                            now,
                            staff.id().value(),
                            alarm.kind().name())
                    .audited(trail.done(staff.id().value(), Act.VISIT_ALARM_TAKEN, number.value()));
            return new Next(next, new Answer.Done(taken, taken.alarm(now).orElse(null)));
        });
    }

    /**
     * They made sure that those who are out there are safe.
     *
     * @param stillThere whether the visit goes on; {@code false} ends it as broken off
     * @param words how they made sure
     */
    public Answer end(CurrentStaff staff, CaseNumber number, String id, boolean stillThere, String words) {
        if (words.isBlank() || words.length() > settings.words()) {
            return refused(staff, number, words.isBlank() ? Why.REASON_MISSING : Why.TOO_LONG);
        }
        return decide(staff, number, id, (held, visit, alarm, now) -> {
            if (!staff.id().equals(alarm.takenBy())) {
                return new Next(null, new Answer.Refused(Why.NOTHING_ASKED));
            }
            Visit safe = safe(staff, visit, stillThere, words, now);
            Case next = held.worked(held.fieldwork().with(safe))
                    .happened(CaseEvent.Kind.VISIT_ALARM_ENDED, now, staff.id().value(), words)
                    .audited(trail.done(staff.id().value(), Act.VISIT_ALARM_ENDED, number.value()));
            return new Next(next, new Answer.Done(safe, safe.alarm(now).orElse(null)));
        });
    }

    private static Visit safe(CurrentStaff staff, Visit visit, boolean stillThere, String words, Instant now) {
        Visit.Help help = visit.help();
        Visit quiet = help != null && help.endedBy() == null
                ? visit.helped(new Visit.Help(help.by(), help.at(), staff.id(), now, words))
                : visit;
        if (quiet.state().over()) {
            return quiet;
        }
        if (!stillThere) {
            return quiet.ended(State.DONE, new Visit.End(Visit.Result.BROKEN_OFF, Set.of(), words, staff.id(), now));
        }
        boolean out = quiet.state().out();
        return out
                ? there(quiet, now)
                        .staying(now.plus(Duration.ofMinutes(quiet.plan().stay())))
                : quiet;
    }

    private static Visit there(Visit visit, Instant now) {
        return visit.state() == State.THERE ? visit : visit.arrived(now);
    }

    private record Next(@Nullable Case held, Answer answer) {
        @Override
        public String toString() {
            return "Next[redacted]";
        }
    }

    private interface OnAlarm {
        Next on(Case held, Visit visit, Alarm alarm, Instant now);
    }

    private Answer decide(CurrentStaff staff, CaseNumber number, String id, OnAlarm step) {
        if (!staff.may(Permission.CASE_CLAIM)) {
            return refused(staff, number, Why.NOT_ALLOWED);
        }
        Answer[] answer = {new Answer.Missing()};
        book.change(number, held -> {
            answer[0] = new Answer.Missing();
            Instant now = clock.instant();
            Visit visit = held.fieldwork().visit(id).orElse(null);
            Alarm alarm = visit == null ? null : visit.alarm(now).orElse(null);
            if (visit == null || alarm == null) {
                return held;
            }
            if (book.hot(number)
                    .filter(hot -> callsFor(access, staff, hot, alarm))
                    .isEmpty()) {
                answer[0] = new Answer.Refused(Why.NOT_YOURS);
                return held;
            }
            Next next = step.on(held, visit, alarm, now);
            answer[0] = next.answer();
            Case after = next.held();
            return after == null ? held : after.edited();
        });
        return answer[0] instanceof Answer.Refused no ? refused(staff, number, no.why()) : answer[0];
    }

    private String name(StaffId id) {
        return directory.find(id).map(StaffMember::displayName).orElse(id.value());
    }

    private Answer refused(CurrentStaff staff, CaseNumber number, Why why) {
        trail.append(trail.refused(staff.id().value(), Act.VISIT_ALARM_TAKEN, number.value()));
        return new Answer.Refused(why);
    }
}
