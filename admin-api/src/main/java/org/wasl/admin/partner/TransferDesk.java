package org.wasl.admin.partner;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Assignments;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Consents;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Step;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.DeskConsent;
import org.wasl.admin.referral.Transfer;

/**
 * Offers a case to another unit, and takes what is offered. Its owner answers for it until somebody there takes it; from
 * then on it is of that governorate, and who is not there reads it no longer. What crosses from federal Iraq to the
 * Region or back goes to another authority, and needs the person's consent or one of the two grounds.
 */
final class TransferDesk {
    private static final String OFFERS = "transfers";

    private final CaseDecisions decisions;
    private final CaseBook book;
    private final Assignments assignments;
    private final StaffDirectory directory;
    private final AuditTrail trail;
    private final PartnerSettings settings;
    private final Supplier<String> ids;
    private final java.time.Duration lease;
    private final Clock clock;

    TransferDesk(
            CaseDecisions decisions,
            CaseBook book,
            Assignments assignments,
            StaffDirectory directory,
            AuditTrail trail,
            PartnerSettings settings,
            Supplier<String> ids,
            java.time.Duration lease,
            Clock clock) {
        this.decisions = decisions;
        this.book = book;
        this.assignments = assignments;
        this.directory = directory;
        this.trail = trail;
        this.settings = settings;
        this.ids = ids;
        this.lease = lease;
        this.clock = clock;
    }

    /** To which unit a case shall go. */
    public record To(Governorate place, String unit) {
        public To {
            if (!unit.matches("[A-Za-z0-9-]{0,24}")) {
                throw new IllegalArgumentException("unit: (expected: at most 24 of A-Z, a-z, 0-9 and -)");
            }
        }
    }

    /** The offers that wait for this person's unit, the earliest answer first. They say nothing of what happened. */
    public List<HotCase> offers(CurrentStaff staff) {
        if (!staff.may(Permission.CASE_CLAIM)) {
            trail.append(trail.refused(staff.id().value(), Act.QUEUE_READ, OFFERS));
            return List.of();
        }
        trail.append(trail.done(staff.id().value(), Act.QUEUE_READ, OFFERS));
        return book.hot().stream()
                .filter(held -> held.transfer() != null && theirs(staff, held.transfer()))
                .filter(held -> !held.ties().apart(staff.id()))
                .sorted(Comparator.comparing(TransferDesk::answerBy))
                .toList();
    }

    /** Offers it. Nobody else sees it before a second person agreed, where it goes without consent. */
    public CaseChange offer(
            CurrentStaff staff,
            CaseNumber number,
            To to,
            String reason,
            @Nullable Overriding without,
            @Nullable Long edition,
            @Nullable String key) {
        if (reason.length() > settings.longestText()) {
            return new CaseChange.Refused(CaseChange.Why.TOO_LONG);
        }
        return decisions
                .keyed("transfer/offer", key)
                .decideWithReason(staff, number, edition, Permission.CASE_ASSIGN, reason, (held, now) -> {
                    CaseChange.Why why = forbids(staff, held, to);
                    if (why != null) {
                        return Step.no(why);
                    }
                    Basis basis = null;
                    if (crosses(held, to)) {
                        basis = Consents.standing(held, Set.of(DeskConsent.TRANSFER))
                                .map(Basis::on)
                                .orElse(null);
                        if (basis == null && without == null) {
                            return Step.no(CaseChange.Why.NO_CONSENT);
                        }
                        if (basis == null && without != null) {
                            CaseChange.Why missing = without.missing(held, settings);
                            if (missing != null) {
                                return Step.no(missing);
                            }
                            basis = without.by(staff, now);
                        }
                    }
                    StaffId owner = held.handling().owner();
                    Transfer offer = Transfer.offered(
                            ids.get(),
                            owner == null ? staff.id() : owner,
                            to.place(),
                            to.unit(),
                            reason,
                            basis,
                            now,
                            now.plus(Assignments.answerWithin(held.effectiveLevel())));
                    Case after = held.outside(held.outside().with(offer));
                    String said = to.place() + ": " + reason;
                    return offer.waits()
                            ? Step.waits(after, CaseEvent.Kind.TRANSFER_OFFERED, said, Act.CASE_TRANSFERRED)
                            : Step.to(after, CaseEvent.Kind.TRANSFER_OFFERED, said, Act.CASE_TRANSFERRED);
                });
    }

    /** The second person's word on an offer without consent. One of the two supervises. */
    public CaseChange confirm(
            CurrentStaff staff, CaseNumber number, boolean agreed, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("transfer/confirm " + agreed, key)
                .decide(staff, number, edition, Permission.CASE_ASSIGN, (held, now) -> {
                    Transfer offer = held.outside().offered().orElse(null);
                    Basis basis = offer == null ? null : offer.basis();
                    Basis.WithoutConsent without = basis == null ? null : basis.without();
                    if (offer == null || basis == null || without == null || !offer.waits()) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    boolean enough =
                            !without.by().equals(staff.id()) && Overriding.enough(staff, without.by(), directory);
                    if (agreed && !enough) {
                        return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
                    }
                    return agreed
                            ? to(held, offer.on(basis.confirmed(staff.id(), now)), CaseEvent.Kind.OVERRIDE_CONFIRMED)
                            : to(
                                    held,
                                    offer.answered(Transfer.State.REVOKED, staff.id(), now, null),
                                    CaseEvent.Kind.TRANSFER_REVOKED);
                });
    }

    /** Takes the case for one's own unit. It is claimed with that, and of that governorate from now on. */
    public CaseChange accept(CurrentStaff staff, CaseNumber number, @Nullable String key) {
        return answered("transfer/accept", staff, number, key, (held, offer) -> {
            StaffMember member = directory.find(staff.id()).orElse(null);
            if (member == null) {
                return Step.no(CaseChange.Why.UNKNOWN_STAFF);
            }
            CaseChange.Why why = assignments.forbids(held, member);
            if (why != null) {
                return Step.no(why);
            }
            if (crosses(held, new To(offer.to(), offer.unit())) && !standing(held, offer)) {
                return Step.no(CaseChange.Why.NO_CONSENT);
            }
            Instant now = clock.instant();
            Handling theirs = held.handling();
            for (StaffId one : held.handling().team()) {
                theirs = stays(one, offer) ? theirs : theirs.without(one);
            }
            Case taken = held.outside(
                            held.outside().with(offer.answered(Transfer.State.ACCEPTED, staff.id(), now, null)))
                    .handled(theirs.claimedBy(staff.id(), now, now.plus(lease)));
            return Step.to(taken, CaseEvent.Kind.TRANSFER_ACCEPTED, offer.to().name(), Act.CASE_TRANSFERRED);
        });
    }

    /** Says that one's own unit does not take it. It stays where it is. */
    public CaseChange refuse(CurrentStaff staff, CaseNumber number, String reason, @Nullable String key) {
        if (reason.isBlank()) {
            return new CaseChange.Refused(CaseChange.Why.REASON_MISSING);
        }
        if (reason.length() > settings.longestText()) {
            return new CaseChange.Refused(CaseChange.Why.TOO_LONG);
        }
        return answered(
                "transfer/refuse",
                staff,
                number,
                key,
                (held, offer) -> Step.to(
                        held.outside(held.outside()
                                .with(offer.answered(Transfer.State.REFUSED, staff.id(), clock.instant(), reason))),
                        CaseEvent.Kind.TRANSFER_REFUSED,
                        reason,
                        Act.CASE_TRANSFERRED));
    }

    /** Takes the offer back. */
    public CaseChange revoke(CurrentStaff staff, CaseNumber number, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("transfer/revoke", key)
                .decide(staff, number, edition, Permission.CASE_ASSIGN, (held, now) -> {
                    Transfer offer = held.outside().offered().orElse(null);
                    if (offer == null) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    return mayGive(staff, held)
                            ? to(
                                    held,
                                    offer.answered(Transfer.State.REVOKED, staff.id(), now, null),
                                    CaseEvent.Kind.TRANSFER_REVOKED)
                            : Step.no(CaseChange.Why.NOT_YOURS);
                });
    }

    /** The answer of the other side, which cannot read the case yet. What it gets to see of it follows from its answer. */
    private CaseChange answered(
            String act,
            CurrentStaff staff,
            CaseNumber number,
            @Nullable String key,
            BiFunction<Case, Transfer, Step> step) {
        return decisions
                .keyed(act, key)
                .answer(
                        staff,
                        number,
                        null,
                        Permission.CASE_CLAIM,
                        held -> held.outside()
                                .offered()
                                .filter(offer -> theirs(staff, offer))
                                .isPresent(),
                        (held, now) -> {
                            Optional<Transfer> offer = held.outside().offered().filter(one -> theirs(staff, one));
                            return offer.isEmpty()
                                    ? Step.no(CaseChange.Why.NOTHING_ASKED)
                                    : step.apply(held, offer.get());
                        });
    }

    private CaseChange.@Nullable Why forbids(CurrentStaff staff, Case held, To to) {
        if (!ReferralDesk.working(held) || held.outside().offered().isPresent()) {
            return CaseChange.Why.NOT_FROM_HERE;
        }
        if (held.handling().owner() == null) {
            return CaseChange.Why.OWNER_MISSING;
        }
        if (!mayGive(staff, held)) {
            return CaseChange.Why.NOT_YOURS;
        }
        if (Governorate.of(held.place()).filter(to.place()::equals).isPresent()
                && to.unit().isEmpty()) {
            return CaseChange.Why.NOT_FROM_HERE;
        }
        // Where the accused may be of the security forces, it never goes to their place or their unit.
        boolean home = held.conflict() && held.guarded().from(to.place(), to.unit());
        return home ? CaseChange.Why.KEPT_APART : null;
    }

    private static boolean mayGive(CurrentStaff staff, Case held) {
        return staff.role() == Role.SUPERVISOR
                || staff.role() == Role.COORDINATOR
                || staff.id().equals(held.handling().owner());
    }

    /** Whether it leaves its territory. From a place nobody knows it does. */
    private static boolean crosses(Case held, To to) {
        return Governorate.of(held.place())
                .filter(from -> from.territory() == to.place().territory())
                .isEmpty();
    }

    private static boolean standing(Case held, Transfer offer) {
        Basis basis = offer.basis();
        return basis != null
                && ReferralDesk.stands(
                        held,
                        basis,
                        Consents.standing(held, Set.of(DeskConsent.TRANSFER)).isPresent());
    }

    /** Whether an offer is to this person's unit. */
    private static boolean theirs(CurrentStaff staff, Transfer offer) {
        return offer.open()
                && !offer.waits()
                && !offer.from().equals(staff.id())
                && staff.role().browses()
                && staff.scope().governorates().contains(offer.to())
                && (offer.unit().isEmpty() || offer.unit().equals(staff.scope().unit()));
    }

    /** Who of the team serves there as well goes on with it. */
    private boolean stays(StaffId one, Transfer offer) {
        return !one.equals(offer.from())
                && directory
                        .find(one)
                        .filter(member -> member.scope().governorates().contains(offer.to()))
                        .isPresent();
    }

    private static Instant answerBy(HotCase held) {
        Transfer offer = held.transfer();
        return offer == null ? Instant.MAX : offer.answerBy();
    }

    private static Step to(Case held, Transfer after, CaseEvent.Kind kind) {
        return Step.to(
                held.outside(held.outside().with(after)), kind, after.to().name(), Act.CASE_TRANSFERRED);
    }
}
