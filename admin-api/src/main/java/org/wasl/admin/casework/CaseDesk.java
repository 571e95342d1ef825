package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Where staff read and decide on cases.
 *
 * <p>Every decision names the edition it was taken on and is refused when the case has moved on since; {@code null}
 * says "whatever it is by now", for the few where that is right. What was decided is durable when the method returns and
 * carries its audit entry in the same document; a read and a refusal are in the chain before the answer leaves.
 */
public final class CaseDesk {
    private static final int LATEST = 5;

    private final CaseBook book;
    private final CaseQueue queue;
    private final CaseReader reader;
    private final CaseDecisions decisions;
    private final CaseworkSettings settings;
    private final StaffDirectory directory;
    private final Assignments assignments;
    private final WishRule wishes;

    CaseDesk(
            CaseBook book,
            CaseQueue queue,
            CaseReader reader,
            CaseDecisions decisions,
            CaseworkSettings settings,
            StaffDirectory directory,
            Assignments assignments,
            WishRule wishes) {
        this.assignments = assignments;
        this.wishes = wishes;
        this.book = book;
        this.queue = queue;
        this.reader = reader;
        this.decisions = decisions;
        this.settings = settings;
        this.directory = directory;
    }

    /**
     * A page of the queue in the one queue order.
     *
     * @param after the last case of the page before; {@code null} for the first page
     */
    public QueuePage queue(CurrentStaff staff, QueueFilter filter, @Nullable CaseNumber after, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: 1..200)");
        }
        reader.queueRead(staff);
        return queue.page(staff, filter, after, limit);
    }

    /** All cases one row of the queue stands for while the flood switch is on. */
    public List<QueueRow> alike(CurrentStaff staff, CaseNumber number) {
        reader.queueRead(staff);
        return queue.alike(staff, number);
    }

    /** What of today a board shows, of the cases this one may know of. */
    public DayFigures today(CurrentStaff staff) {
        return queue.today(staff);
    }

    /** Opens a case for reading, where its rules allow it. Recorded before it returns. */
    public CaseReading open(CurrentStaff staff, CaseNumber number) {
        return reader.open(staff, number);
    }

    /**
     * Claims a case: the one thing that acknowledges it. Stops the ladder, makes the claimer its owner and opens it to
     * them. Somebody else's running lease is respected, unless what came since waits for longer than its first clock; a
     * lapsed one is taken over, and that is recorded. Whom the person's stated wish shuts out takes it only as {@link WishRule} allows, and that is recorded too.
     */
    public CaseChange acknowledge(CurrentStaff staff, CaseNumber number, @Nullable Long edition) {
        return decisions.claim(staff, number, edition, (held, now) -> {
            Handling handling = held.handling();
            StaffId owner = handling.owner();
            boolean mine = staff.id().equals(owner);
            Instant until = handling.claimedUntil();
            boolean leased = until != null && now.isBefore(until) && !waitsTooLong(held, now);
            if (owner != null && !mine && leased) {
                return Step.no(new CaseChange.Held(
                        directory.find(owner).map(one -> one.displayName()).orElse(null)));
            }
            if (!held.status().open() || held.status() == CaseStatus.WITHDRAWAL_ASKED) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            WishRule.Standing wish = wishes.of(staff, held, now);
            if (!mine && !wish.mayTake()) {
                return Step.no(CaseChange.Why.WISH_NOT_MET);
            }
            Offer offer = held.agenda().offer();
            if (mine && !held.needsAcknowledgement() && offer == null) {
                return Step.to(held);
            }
            Handling next = handling.claimedBy(staff.id(), now, now.plus(settings.claimLease()));
            boolean fresh = held.status() == CaseStatus.NEW || held.status() == CaseStatus.REOPENED;
            Case claimed = held.handled(fresh ? next.in(CaseStatus.ACKED) : next)
                    .planned(held.agenda().offer(null));
            if (owner != null && !mine) {
                claimed = claimed.happened(
                        CaseEvent.Kind.TAKEN_OVER_FROM, now, staff.id().value(), owner.value());
            }
            String against = wish.fallback() ? wish.name() : null;
            return Step.to(claimed, CaseEvent.Kind.CLAIMED, against, Act.CASE_CLAIMED);
        });
    }

    /** A page left open keeps a claim; whoever it was may not be there to see what came. */
    private boolean waitsTooLong(Case held, Instant now) {
        Instant due =
                held.clockFrom().plus(settings.clock(held.effectiveLevel()).acknowledge());
        return held.needsAcknowledgement() && now.isAfter(due);
    }

    /** Keeps a claim alive while its owner works. Changes no edition. {@code false} when they do not hold the case. */
    public boolean renewClaim(CurrentStaff staff, CaseNumber number) {
        if (!staff.may(Permission.CASE_CLAIM)) {
            return false;
        }
        Instant now = book.clock().instant();
        return book.change(
                        number,
                        held -> staff.id().equals(held.handling().owner())
                                ? held.handled(held.handling().renewed(now.plus(settings.claimLease())))
                                : held)
                .filter(held -> staff.id().equals(held.handling().owner()))
                .isPresent();
    }

    /**
     * Gives a case to a colleague, who has to say whether they take it; where the case waits for an acknowledgement it
     * waits on. An operator passes on what nobody holds or what they hold themselves; taking a case from a colleague is
     * the supervisor's. Nobody is given a case whom the person's stated wish, a party they know or its rules keep out.
     */
    public CaseChange assign(CurrentStaff staff, CaseNumber number, StaffId to, @Nullable Long edition) {
        return decisions.decide(staff, number, edition, Permission.CASE_ASSIGN, (held, now) -> {
            StaffMember member = directory.find(to).orElse(null);
            if (member == null) {
                return Step.no(CaseChange.Why.UNKNOWN_STAFF);
            }
            StaffId owner = held.handling().owner();
            if (staff.role() != Role.SUPERVISOR && owner != null && !owner.equals(staff.id())) {
                return Step.no(CaseChange.Why.NOT_YOURS);
            }
            if (!held.status().open() || held.status() == CaseStatus.WITHDRAWAL_ASKED) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            CaseChange.Why forbidden = assignments.forbids(held, member);
            return forbidden == null
                    ? Step.to(
                            assignments.offered(held, to, staff.id(), now),
                            CaseEvent.Kind.ASSIGNED,
                            to.value(),
                            Act.CASE_ASSIGNED)
                    : Step.no(forbidden);
        });
    }

    /**
     * Raises the level, or confirms one that is only suspected. Whoever holds the case and raises it has acknowledged it at
     * its new level.
     */
    public CaseChange raise(CurrentStaff staff, CaseNumber number, Level to, String reason, @Nullable Long edition) {
        return decisions.decideWithReason(staff, number, edition, Permission.LEVEL_RAISE, reason, (held, now) -> {
            boolean confirms = to == held.effectiveLevel() && held.level().toConfirm();
            if (to.compareTo(held.effectiveLevel()) >= 0 && !confirms) {
                return Step.no(CaseChange.Why.WRONG_DIRECTION);
            }
            Instant since = confirms ? held.clockFrom() : now;
            Case raised = held.levelled(held.level().decided(to, reason, staff.id(), null, now), since);
            if (staff.id().equals(held.handling().owner())) {
                raised = raised.handled(raised.handling().claimedBy(staff.id(), now, now.plus(settings.claimLease())));
            }
            CaseEvent.Kind what = confirms ? CaseEvent.Kind.LEVEL_CONFIRMED : CaseEvent.Kind.LEVEL_RAISED;
            return Step.to(raised, what, to.wire() + ": " + reason, Act.LEVEL_RAISED);
        });
    }

    /** Lowers the level; from L1 and L2 it only asks, and a second person confirms. */
    public CaseChange lower(CurrentStaff staff, CaseNumber number, Level to, String reason, @Nullable Long edition) {
        return decisions.decideWithReason(staff, number, edition, Permission.LEVEL_LOWER, reason, (held, now) -> {
            if (to.compareTo(held.effectiveLevel()) <= 0) {
                return Step.no(CaseChange.Why.WRONG_DIRECTION);
            }
            if (held.effectiveLevel().urgent()) {
                return Step.waits(
                        held.handled(
                                held.handling().lowering(new Handling.LoweringRequest(to, reason, staff.id(), now))),
                        CaseEvent.Kind.LOWERING_ASKED,
                        to.wire() + ": " + reason,
                        Act.CASE_CHANGED);
            }
            return Step.to(
                    held.levelled(held.level().decided(to, reason, staff.id(), null, now), held.clockFrom()),
                    CaseEvent.Kind.LEVEL_LOWERED,
                    to.wire() + ": " + reason,
                    Act.LEVEL_LOWERED);
        });
    }

    /** The second person's word on a lowering that was asked for. */
    public CaseChange confirmLowering(CurrentStaff staff, CaseNumber number, boolean agreed, @Nullable Long edition) {
        return confirmLowering(staff, number, agreed, edition, null);
    }

    /** The second person's word, once for one key of the caller's. */
    public CaseChange confirmLowering(
            CurrentStaff staff, CaseNumber number, boolean agreed, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("case/confirm-lowering " + agreed, key)
                .decide(staff, number, edition, Permission.LEVEL_LOWER, (held, now) -> {
                    Handling.LoweringRequest asked = held.handling().lowering();
                    if (asked == null) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    if (asked.by().equals(staff.id())) {
                        return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
                    }
                    Case settled = held.handled(held.handling().lowering(null));
                    if (!agreed) {
                        return Step.to(
                                settled,
                                CaseEvent.Kind.LOWERING_REFUSED,
                                asked.to().wire(),
                                Act.CASE_CHANGED);
                    }
                    return Step.to(
                            settled.levelled(
                                    held.level().decided(asked.to(), asked.reason(), asked.by(), staff.id(), now),
                                    held.clockFrom()),
                            CaseEvent.Kind.LEVEL_LOWERED,
                            asked.to().wire() + ": " + asked.reason(),
                            Act.LEVEL_LOWERED);
                });
    }

    /** Moves a case on. Closing and reopening have methods of their own. No status says that something was done. */
    public CaseChange move(CurrentStaff staff, CaseNumber number, CaseStatus to, @Nullable Long edition) {
        if (to == CaseStatus.CLOSED || to == CaseStatus.REOPENED || to == CaseStatus.WITHDRAWAL_ASKED) {
            return new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED);
        }
        return decisions.decide(staff, number, edition, Permission.CASE_CLAIM, (held, now) -> {
            if (held.status() == CaseStatus.WITHDRAWAL_ASKED || !held.status().open()) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            boolean follows =
                    to == CaseStatus.FOLLOW_UP && held.agenda().nextFollowUp().isEmpty();
            Agenda agenda = held.agenda().offer(null);
            return Step.to(
                    held.handled(held.handling().in(to))
                            .planned(follows ? agenda.followUps(FollowUps.of(held, now)) : agenda),
                    CaseEvent.Kind.STATUS_CHANGED,
                    to.name(),
                    Act.CASE_CHANGED);
        });
    }

    /**
     * Records why a case that was taken back is not erased. Two different people have to; the second opens it again, and
     * still nobody may write to the person. Without both it is erased when its time is over.
     */
    public CaseChange keep(
            CurrentStaff staff, CaseNumber number, String reason, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("case/keep", key)
                .decideWithReason(staff, number, edition, Permission.CASE_CLAIM, reason, (held, now) -> {
                    Handling.WithdrawalRequest asked = held.handling().withdrawal();
                    if (asked == null || held.status() != CaseStatus.WITHDRAWAL_ASKED) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    if (asked.keptBy(staff.id())) {
                        return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
                    }
                    Handling.WithdrawalRequest more = asked.with(new Handling.Keeper(staff.id(), reason, now));
                    Case recorded = held.handled(held.handling().withdrawal(more));
                    return more.kept()
                            ? Step.to(
                                    recorded.handled(recorded.handling().in(CaseStatus.REOPENED))
                                            .levelled(held.level(), now),
                                    CaseEvent.Kind.WITHDRAWAL_KEPT,
                                    reason,
                                    Act.CASE_CHANGED)
                            : Step.waits(recorded, CaseEvent.Kind.WITHDRAWAL_KEPT, reason, Act.CASE_CHANGED);
                });
    }

    /** Adds what staff want to remember. Never seen by the citizen. */
    public CaseChange note(CurrentStaff staff, CaseNumber number, String text) {
        return note(staff, number, text, null);
    }

    /**
     * Adds what staff want to remember.
     *
     * @param key the caller's own key for this one act: the same key never adds a second note; {@code null} without one
     */
    public CaseChange note(CurrentStaff staff, CaseNumber number, String text, @Nullable String key) {
        return decisions
                .keyed("case/note", key)
                .decideWithReason(
                        staff,
                        number,
                        null,
                        Permission.CASE_NOTE,
                        text,
                        (held, now) -> noted(held) >= settings.mostNotes()
                                ? Step.no(CaseChange.Why.TOO_MANY)
                                : Step.to(held, CaseEvent.Kind.NOTED, text, Act.CASE_CHANGED));
    }

    private static long noted(Case held) {
        return held.events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.NOTED)
                .count();
    }

    /** Closes a case, where its end asks for nothing more. */
    public CaseChange close(
            CurrentStaff staff, CaseNumber number, Handling.Disposition how, String reason, @Nullable Long edition) {
        return close(staff, number, how, reason, Set.of(), edition, null);
    }

    /**
     * Closes a case, once for one key of the caller's. What each end asks for stands in {@link Closing}: some are shut,
     * some wait for a second person ({@link ClosureDesk#confirm}).
     *
     * @param checks what was done before, as the one who closes says
     */
    public CaseChange close(
            CurrentStaff staff,
            CaseNumber number,
            Handling.Disposition how,
            String reason,
            Set<Closing.Check> checks,
            @Nullable Long edition,
            @Nullable String key) {
        return decisions
                .keyed("case/close", key)
                .decideWithReason(
                        staff,
                        number,
                        edition,
                        Permission.CASE_CLOSE,
                        reason,
                        (held, now) -> Closing.step(staff, held, how, reason, checks, now, settings));
    }

    /** Opens a closed case again; it needs to be acknowledged anew. */
    public CaseChange reopen(CurrentStaff staff, CaseNumber number, String reason, @Nullable Long edition) {
        return reopen(staff, number, reason, edition, null);
    }

    /** Opens a closed case again, once for one key of the caller's. */
    public CaseChange reopen(
            CurrentStaff staff, CaseNumber number, String reason, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("case/reopen", key)
                .decideWithReason(
                        staff,
                        number,
                        edition,
                        Permission.CASE_CLOSE,
                        reason,
                        (held, now) -> held.status() == CaseStatus.WITHDRAWAL_ASKED
                                ? Step.no(CaseChange.Why.NOT_FROM_HERE)
                                : Step.to(
                                        held.handled(held.handling()
                                                        .in(CaseStatus.REOPENED)
                                                        .ended(null))
                                                .levelled(held.level(), now),
                                        CaseEvent.Kind.REOPENED,
                                        reason,
                                        Act.CASE_CHANGED));
    }

    static List<CaseEvent.Kind> latest(Case held) {
        List<CaseEvent> events = held.events();
        return events.subList(Math.max(0, events.size() - LATEST), events.size()).stream()
                .map(CaseEvent::kind)
                .toList();
    }
}
