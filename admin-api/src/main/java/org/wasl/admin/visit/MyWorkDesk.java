package org.wasl.admin.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.AuditUnavailableException;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.casework.Offer;
import org.wasl.admin.fieldwork.Alarm;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.VisitPlan;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/** What one of the staff has to do, read off the open cases in memory. */
final class MyWorkDesk {
    private final CaseBook book;
    private final CaseAccess access;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final VisitSettings settings;
    private final Clock clock;

    MyWorkDesk(
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

    /** No citizen's word is in it, so it is shown even where the look cannot be recorded: somebody may be out there. */
    public MyWork of(CurrentStaff staff) {
        if (!staff.may(Permission.CASE_CLAIM)) {
            return MyWork.NOTHING;
        }
        try {
            trail.append(trail.done(staff.id().value(), Act.QUEUE_READ, "my-work"));
        } catch (AuditUnavailableException closed) {
            // Counted where the chain is watched.
        }
        return new Look(staff, clock.instant()).all();
    }

    /** How many alarms wait for this person. Asked on every page. */
    public int alarms(CurrentStaff staff) {
        if (!staff.may(Permission.CASE_CLAIM)) {
            return 0;
        }
        Instant now = clock.instant();
        return (int) book.afield().stream()
                .flatMap(held -> held.fieldwork().alarms(now).stream()
                        .filter(Alarm::calls)
                        .filter(alarm -> AlarmDesk.callsFor(access, staff, held, alarm)))
                .count();
    }

    private final class Look {
        private final CurrentStaff staff;
        private final Instant now;
        private final List<MyWork.AlarmRow> alarms = new ArrayList<>();
        private final List<MyWork.VisitRow> visits = new ArrayList<>();
        private final List<MyWork.TaskRow> tasks = new ArrayList<>();
        private final List<MyWork.OfferRow> offers = new ArrayList<>();
        private final List<MyWork.CaseRow> cases = new ArrayList<>();
        private final List<MyWork.VisitRow> toApprove = new ArrayList<>();
        private final List<MyWork.VisitRow> out = new ArrayList<>();

        private Look(CurrentStaff staff, Instant now) {
            this.staff = staff;
            this.now = now;
        }

        private MyWork all() {
            List.copyOf(book.hot()).forEach(this::one);
            Function<MyWork.VisitRow, Instant> date = row -> row.visit().plan().from();
            return new MyWork(
                    sorted(alarms, MyWork.AlarmRow::began),
                    sorted(visits, date),
                    sorted(tasks, row -> row.task().due()),
                    sorted(offers, MyWork.OfferRow::answerBy),
                    sorted(cases, Look::due),
                    sorted(toApprove, date),
                    sorted(out, date));
        }

        private static Instant due(MyWork.CaseRow row) {
            NextAction next = row.next();
            return next == null ? Instant.MAX : next.due();
        }

        private <T> List<T> sorted(List<T> rows, Function<T, Instant> by) {
            return rows.stream()
                    .sorted(Comparator.comparing(by))
                    .limit(settings.list())
                    .toList();
        }

        private void one(HotCase held) {
            boolean apart = held.ties().apart(staff.id());
            held.fieldwork().visits().forEach(visit -> visit(held, visit, apart));
            if (apart) {
                return;
            }
            held.fieldwork().tasks().stream()
                    .filter(Task::open)
                    .filter(task -> staff.id().equals(task.owner())
                            || task.owner() == null && staff.id().equals(held.owner()))
                    .forEach(task -> tasks.add(new MyWork.TaskRow(head(held), task)));
            Offer offer = held.offer();
            if (offer != null && offer.to().equals(staff.id()) && held.status().open()) {
                offers.add(new MyWork.OfferRow(head(held), hazards(held), offer.answerBy()));
            } else if (staff.id().equals(held.owner()) && (held.status().open() || held.next() != null)) {
                cases.add(new MyWork.CaseRow(head(held), held.status(), held.next()));
            }
        }

        private void visit(HotCase held, Visit visit, boolean apart) {
            visit.alarm(now)
                    .filter(alarm -> AlarmDesk.callsFor(access, staff, held, alarm))
                    .ifPresent(alarm -> alarms.add(alarm(held, alarm)));
            if (!visit.open()) {
                return;
            }
            boolean mine = visit.plan().officers().contains(staff.id());
            if (mine && (!apart || visit.state().out())) {
                visits.add(row(held, visit));
            } else if (!mine && staff.role() == Role.SUPERVISOR && access.mayKnow(staff, held)) {
                if (visit.state() == Visit.State.PLANNED) {
                    toApprove.add(row(held, visit));
                } else {
                    out.add(row(held, visit));
                }
            }
        }

        private MyWork.AlarmRow alarm(HotCase held, Alarm alarm) {
            boolean mine = staff.id().equals(alarm.takenBy());
            String place = !mine
                    ? null
                    : read(held)
                            .flatMap(one -> one.fieldwork().visit(alarm.visit()))
                            .map(visit -> visit.plan().place())
                            .orElse(null);
            return new MyWork.AlarmRow(
                    held.number(),
                    alarm.visit(),
                    alarm.kind(),
                    alarm.began(),
                    names(alarm.officers()),
                    name(alarm.takenBy()),
                    mine,
                    place);
        }

        private MyWork.VisitRow row(HotCase held, Visit visit) {
            Case whole = read(held).orElse(null);
            boolean turnBack = whole != null
                    && !visit.state().over()
                    && (!VisitRules.going(whole) || VisitRules.ground(whole, planned(whole, visit)) != null);
            return new MyWork.VisitRow(
                    head(held),
                    visit,
                    names(visit.plan().officers()),
                    whole == null ? Set.of() : Hazard.of(whole),
                    turnBack,
                    visit.alarm(now).isPresent());
        }

        /** With its words: whether a place is known stands in them. */
        private static VisitPlan planned(Case whole, Visit visit) {
            return whole.fieldwork().visit(visit.id()).orElse(visit).plan();
        }

        private Set<Hazard> hazards(HotCase held) {
            return read(held).map(Hazard::of).orElse(Set.of());
        }
    }

    private Optional<Case> read(HotCase held) {
        return book.read(held.number());
    }

    private static MyWork.Head head(HotCase held) {
        return new MyWork.Head(
                held.number(),
                held.edition(),
                held.level(),
                Matter.of(held.category()),
                held.card().where(),
                held.card().preferredOfficer(),
                held.card().windows());
    }

    private List<String> names(Collection<StaffId> ids) {
        return ids.stream()
                .map(id -> directory.find(id).map(StaffMember::displayName).orElse(id.value()))
                .toList();
    }

    private @Nullable String name(@Nullable StaffId id) {
        return id == null ? null : names(List.of(id)).getFirst();
    }
}
