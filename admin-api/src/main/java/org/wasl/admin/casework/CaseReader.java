package org.wasl.admin.casework;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.AuditUnavailableException;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Reading, with its audit. When the chain cannot be written, restricted cases stay shut; an L1 is shown, since a person
 * may die of a shut door, and that is counted.
 */
final class CaseReader {
    private static final Logger log = LoggerFactory.getLogger(CaseReader.class);

    private static final Duration SAME_REACH = Duration.ofHours(1);

    private final CaseBook book;
    private final CaseAccess access;
    private final CaseTransitions transitions;
    private final AuditTrail trail;
    private final StaffDirectory directory;
    private final CaseworkSettings settings;
    private final Assignments assignments;
    private final WishRule wishes;
    private final MeterRegistry meters;
    private final ReadingWatch watch;
    private final Clock clock;

    CaseReader(
            CaseBook book,
            CaseAccess access,
            CaseTransitions transitions,
            AuditTrail trail,
            StaffDirectory directory,
            CaseworkSettings settings,
            Assignments assignments,
            WishRule wishes,
            MeterRegistry meters,
            ReadingWatch watch,
            Clock clock) {
        this.book = book;
        this.access = access;
        this.transitions = transitions;
        this.trail = trail;
        this.directory = directory;
        this.settings = settings;
        this.assignments = assignments;
        this.wishes = wishes;
        this.meters = meters;
        this.watch = watch;
        this.clock = clock;
    }

    /** Records a look at the queue. It holds no citizen's word, so it is shown even where that cannot be recorded. */
    void queueRead(CurrentStaff staff) {
        try {
            trail.append(trail.done(staff.id().value(), Act.QUEUE_READ, "queue"));
        } catch (AuditUnavailableException closed) {
            unaudited("queue");
        }
    }

    CaseReading open(CurrentStaff staff, CaseNumber number) {
        Case held = book.read(number).orElse(null);
        if (held == null) {
            return new CaseReading.Missing();
        }
        CaseAccess.Decision decision = access.decide(staff, held);
        Act act = decision == CaseAccess.Decision.BREAK_GLASS ? Act.BREAK_GLASS : Act.CASE_READ;
        AuditEntry entry = decision.readable()
                ? trail.done(staff.id().value(), act, number.value())
                : trail.refused(staff.id().value(), act, number.value());
        try {
            trail.append(entry);
        } catch (AuditUnavailableException closed) {
            if (!decision.readable() || held.effectiveLevel() != Level.L1_IMMEDIATE) {
                return new CaseReading.NotAuditable();
            }
            unaudited("case");
        }
        if (!decision.readable() && guardedFrom(staff, held)) {
            book.change(number, now -> reachedFor(now, staff.id()));
        }
        if (access.hides(staff, held)) {
            return new CaseReading.Missing();
        }
        if (!decision.readable()) {
            return new CaseReading.Closed(
                    decision == CaseAccess.Decision.CLAIM_FIRST && staff.may(Permission.CASE_CLAIM));
        }
        watch.opened(staff, held);
        return new CaseReading.Opened(view(staff, held));
    }

    private static boolean guardedFrom(CurrentStaff staff, Case held) {
        Ties.Named named = held.ties().named();
        boolean accused = named != null && named.staff().contains(staff.id());
        return held.conflict() && (accused || staff.scope().kept(held.guarded()));
    }

    /** Its team has to know. Whoever goes on asking fills no history with it. */
    private Case reachedFor(Case held, StaffId by) {
        Instant now = clock.instant();
        boolean known = held.events().stream()
                .anyMatch(event -> event.kind() == CaseEvent.Kind.REACHED_FOR
                        && event.by().equals(by.value())
                        && event.at().isAfter(now.minus(SAME_REACH)));
        return known ? held : held.happened(CaseEvent.Kind.REACHED_FOR, now, by.value(), null);
    }

    CaseView view(CurrentStaff staff, Case held) {
        LevelClock clockOf = settings.clock(held.effectiveLevel());
        Handling handling = held.handling();
        StaffId owner = handling.owner();
        Instant until = handling.claimedUntil();
        boolean leased = owner != null
                && !owner.equals(staff.id())
                && until != null
                && clock.instant().isBefore(until);
        return new CaseView(
                held,
                Card.of(held),
                held.needsAcknowledgement() ? held.clockFrom().plus(clockOf.acknowledge()) : null,
                held.needsStep() ? held.clockFrom().plus(clockOf.act()) : null,
                next(held),
                name(owner),
                leased ? name(owner) : null,
                readers(held),
                Quotes.of(held),
                NextActions.of(held),
                held.agenda().parkedUntil(clock.instant()),
                mayGive(staff, held) ? assignments.of(held) : Suggestions.NONE,
                links(staff, held),
                patternOf(staff, held),
                wishes.of(staff, held, clock.instant()),
                Assignments.wished(held) == null
                        ? List.of()
                        : wishes.asWished(held).stream()
                                .map(StaffMember::displayName)
                                .toList(),
                Deeds.of(staff, held, clock.instant()));
    }

    private static boolean mayGive(CurrentStaff staff, Case held) {
        StaffId owner = held.handling().owner();
        return staff.may(Permission.CASE_ASSIGN)
                && held.status().open()
                && held.status() != CaseStatus.WITHDRAWAL_ASKED
                && (staff.role() == Role.SUPERVISOR || owner == null || owner.equals(staff.id()));
    }

    /** Who searches for somebody, and who else points at the same account, is known to supervisors only. */
    private static List<Ties.Link> links(CurrentStaff staff, Case held) {
        return held.ties().links().stream()
                .filter(link -> !link.kind().restricted() || staff.role() == Role.SUPERVISOR)
                .toList();
    }

    private static @Nullable Integer patternOf(CurrentStaff staff, Case held) {
        Ties.Pattern pattern = held.ties().pattern();
        boolean told = staff.role() == Role.SUPERVISOR || staff.may(Permission.MEETING);
        return pattern != null && told ? pattern.reporters() : null;
    }

    /** Who on duty reads the person's language. */
    private List<String> readers(Case held) {
        String language = Card.of(held).spoken();
        return directory.onDuty().stream()
                .filter(member -> member.languages().contains(language))
                .filter(member -> member.role().may(Permission.CASE_READ))
                .map(StaffMember::displayName)
                .toList();
    }

    private Set<CaseStatus> next(Case held) {
        Set<CaseStatus> next = new TreeSet<>(transitions.next(held.status()));
        next.removeIf(to -> !transitions.allows(held.status(), to, held.effectiveLevel()));
        return next;
    }

    private @Nullable String name(@Nullable StaffId id) {
        return id == null
                ? null
                : directory.find(id).map(StaffMember::displayName).orElse(null);
    }

    private void unaudited(String what) {
        meters.counter("wasl.audit.unaudited", "what", what).increment();
        log.error("shown without audit entry: {}", what);
    }
}
