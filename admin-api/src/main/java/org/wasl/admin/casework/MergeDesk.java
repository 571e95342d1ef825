package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.assessment.Tag;

/**
 * Joins cases that tell of one situation. They are joined for staff, never for the people who told: each keeps its own
 * document, key and mailbox, so that a reply goes to one person, and what one of them takes back or erases is theirs
 * alone. The joined case leaves the queue and goes on in the other; its next word brings it back.
 *
 * <p>Somebody who searches for a person is never joined with anything: the two cases are linked, and supervisors alone
 * know of it.
 */
final class MergeDesk {
    private final CaseBook book;
    private final CaseAccess access;
    private final CaseDecisions decisions;
    private final AuditTrail trail;
    private final Clock clock;

    MergeDesk(CaseBook book, CaseAccess access, CaseDecisions decisions, AuditTrail trail, Clock clock) {
        this.book = book;
        this.access = access;
        this.decisions = decisions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Lets a case go on in another one. The other takes the more severe level of both. */
    public CaseChange merge(
            CurrentStaff staff,
            CaseNumber number,
            CaseNumber into,
            String reason,
            @Nullable Long edition,
            @Nullable String key) {
        Case from = book.read(number).orElse(null);
        Case main = book.read(into).orElse(null);
        CaseChange no = no(staff, from, main);
        if (no != null || from == null) {
            return no == null ? new CaseChange.Missing() : no;
        }
        CaseChange joined = decisions
                .keyed("merge " + number + " into " + into, key)
                .decideWithReason(
                        staff,
                        into,
                        null,
                        Permission.CASE_MERGE,
                        reason,
                        (held, now) -> held.ties().bound(Ties.Link.Kind.HOLDS, number)
                                ? Step.to(held)
                                : Step.to(
                                        holding(held, from, staff, now),
                                        CaseEvent.Kind.MERGED,
                                        reason,
                                        Act.CASE_MERGED));
        if (!(joined instanceof CaseChange.Done)) {
            return joined;
        }
        return decisions
                .keyed("merge " + number + " into " + into, key)
                .decideWithReason(
                        staff,
                        number,
                        edition,
                        Permission.CASE_MERGE,
                        reason,
                        (held, now) -> held.ties().bound(Ties.Link.Kind.CONTINUES_IN, into)
                                ? Step.to(held)
                                : Step.to(
                                        following(held, into, staff, now),
                                        CaseEvent.Kind.MERGED,
                                        reason,
                                        Act.CASE_MERGED));
    }

    /** Links a searcher's case with that of the person who may be searched for. Known to supervisors only. */
    public CaseChange link(
            CurrentStaff staff, CaseNumber searching, CaseNumber searched, String reason, @Nullable Long edition) {
        Case from = book.read(searching).orElse(null);
        Case other = book.read(searched).orElse(null);
        if (from == null || other == null || access.hides(staff, from) || access.hides(staff, other)) {
            return new CaseChange.Missing();
        }
        if (staff.role() != Role.SUPERVISOR
                || !access.decide(staff, other).readable()
                || searching.equals(searched)
                || !searches(from)) {
            return new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED);
        }
        CaseChange linked = decisions.decideWithReason(
                staff,
                searched,
                null,
                Permission.CASE_MERGE,
                reason,
                (held, now) -> linked(held, Ties.Link.Kind.SEARCHED_BY, searching, staff, now));
        return linked instanceof CaseChange.Done
                ? decisions.decideWithReason(
                        staff,
                        searching,
                        edition,
                        Permission.CASE_MERGE,
                        reason,
                        (held, now) -> linked(held, Ties.Link.Kind.SEARCHES_FOR, searched, staff, now))
                : linked;
    }

    /**
     * Ends what goes on in a case that has ended, and lets stand by itself what went on in one that was erased. Works
     * from the cases alone, so a restart loses nothing.
     */
    void settle() {
        Instant now = clock.instant();
        for (HotCase held : book.hot()) {
            Ties.Link main = held.ties().continuesIn().orElse(null);
            if (main != null && held.status().open() && !held.needsAcknowledgement()) {
                Case standing =
                        book.hot(main.to()).filter(one -> one.status().open()).isPresent()
                                ? null
                                : book.read(main.to()).orElse(null);
                boolean gone = standing == null && book.hot(main.to()).isEmpty();
                if (gone || standing != null && !standing.status().open()) {
                    book.change(held.number(), one -> settled(one, gone, now));
                }
            }
        }
    }

    private Case settled(Case held, boolean gone, Instant now) {
        if (gone) {
            return held.tied(held.ties().freed()).levelled(held.level(), now).edited();
        }
        boolean closable = CaseTransitions.STANDARD.allows(held.status(), CaseStatus.CLOSED, held.effectiveLevel());
        return closable
                ? Closing.closed(held, Handling.Disposition.DUPLICATE, now)
                        .edited()
                        .happened(CaseEvent.Kind.CLOSED, now, CaseEvent.SYSTEM, Handling.Disposition.DUPLICATE.name())
                        .audited(trail.done(
                                AuditEntry.SYSTEM,
                                Act.CASE_CLOSED,
                                held.number().value()))
                : held;
    }

    private @Nullable CaseChange no(CurrentStaff staff, @Nullable Case from, @Nullable Case main) {
        if (from == null || main == null || access.hides(staff, from) || access.hides(staff, main)) {
            return new CaseChange.Missing();
        }
        if (!staff.may(Permission.CASE_MERGE)
                || !access.decide(staff, from).readable()
                || !access.decide(staff, main).readable()) {
            return new CaseChange.Refused(CaseChange.Why.NOT_YOURS);
        }
        if (searches(from) || searches(main)) {
            return new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED);
        }
        StaffId owner = main.handling().owner();
        if (owner != null && from.ties().apart(owner)) {
            return new CaseChange.Refused(CaseChange.Why.KEPT_APART);
        }
        boolean fits = working(from)
                && working(main)
                && main.handling().owner() != null
                && !from.number().equals(main.number())
                && main.ties().continuesIn().isEmpty();
        return fits ? null : new CaseChange.Refused(CaseChange.Why.NOT_FROM_HERE);
    }

    private static boolean working(Case held) {
        return held.status().open() && held.status() != CaseStatus.WITHDRAWAL_ASKED;
    }

    static boolean searches(Case held) {
        return held.reports().stream()
                        .anyMatch(report -> report.assessment().tags().contains(Tag.SEARCHER))
                || "searcher".equals(Card.of(held).who());
    }

    private static Case holding(Case main, Case from, CurrentStaff staff, Instant now) {
        CaseLevel level = main.level().machineSays(from.effectiveLevel(), false);
        boolean raised = level.effective().compareTo(main.effectiveLevel()) < 0;
        // What is urgent and nobody has taken is not taken by being joined: whoever holds the other case has to see it.
        boolean unseen = from.needsAcknowledgement()
                && from.effectiveLevel().urgent()
                && !staff.id().equals(main.handling().owner());
        return main.levelled(level, raised || unseen ? now : main.clockFrom())
                .tied(main.ties()
                        .linked(new Ties.Link(
                                Ties.Link.Kind.HOLDS,
                                from.number(),
                                now,
                                staff.id().value())));
    }

    private Case following(Case held, CaseNumber into, CurrentStaff staff, Instant now) {
        Handling main = book.read(into).map(Case::handling).orElse(held.handling());
        Handling joined = held.handling();
        for (var member : main.team()) {
            joined = joined.joinedBy(member);
        }
        var owner = Optional.ofNullable(main.owner()).orElse(staff.id());
        boolean fresh = held.status() == CaseStatus.NEW || held.status() == CaseStatus.REOPENED;
        Handling taken = joined.claimedBy(owner, now, now);
        return held.handled(fresh ? taken.in(CaseStatus.ACKED) : taken)
                .planned(held.agenda().offer(null).parking(null))
                .tied(held.ties()
                        .linked(new Ties.Link(
                                Ties.Link.Kind.CONTINUES_IN,
                                into,
                                now,
                                staff.id().value())));
    }

    private static Step linked(Case held, Ties.Link.Kind kind, CaseNumber to, CurrentStaff staff, Instant now) {
        return held.ties().bound(kind, to)
                ? Step.to(held)
                : Step.to(
                        held.tied(held.ties()
                                .linked(new Ties.Link(kind, to, now, staff.id().value()))),
                        CaseEvent.Kind.LINKED,
                        null,
                        Act.CASE_MERGED);
    }
}
