package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffId;

/** What becomes of a case that was given to somebody: taken, declined, not answered, given back. */
final class AssignmentDesk {
    private final CaseDecisions decisions;
    private final Assignments assignments;
    private final CaseBook book;
    private final AuditTrail trail;
    private final CaseworkSettings settings;
    private final Clock clock;

    AssignmentDesk(
            CaseDecisions decisions,
            Assignments assignments,
            CaseBook book,
            AuditTrail trail,
            CaseworkSettings settings,
            Clock clock) {
        this.trail = trail;
        this.decisions = decisions;
        this.assignments = assignments;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says that they take what they were given. It is claimed with that. */
    public CaseChange accept(CurrentStaff staff, CaseNumber number, @Nullable Long edition) {
        return decisions.decide(staff, number, edition, Permission.CASE_CLAIM, (held, now) -> {
            Offer offer = held.agenda().offer();
            if (offer == null || !offer.to().equals(staff.id())) {
                return Step.no(CaseChange.Why.NOTHING_ASKED);
            }
            return Step.to(
                    held.handled(held.handling().claimedBy(staff.id(), now, now.plus(settings.claimLease())))
                            .planned(held.agenda().offer(null)),
                    CaseEvent.Kind.CLAIMED,
                    null,
                    Act.CASE_CLAIMED);
        });
    }

    /** Says that they cannot. It is offered to the next who fits, or is nobody's again. */
    public CaseChange decline(
            CurrentStaff staff, CaseNumber number, String reason, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("assignment/decline", key)
                .decideWithReason(staff, number, edition, Permission.CASE_CLAIM, reason, (held, now) -> {
                    Offer offer = held.agenda().offer();
                    if (offer == null || !offer.to().equals(staff.id())) {
                        return Step.no(CaseChange.Why.NOTHING_ASKED);
                    }
                    Case free = held.planned(held.agenda().offer(null))
                            .handled(held.handling().without(staff.id()));
                    return Step.to(
                            assignments.passedOn(free, staff.id(), now),
                            CaseEvent.Kind.OFFER_DECLINED,
                            reason,
                            Act.CASE_CHANGED);
                });
    }

    /** Gives back what they hold: it is nobody's again, and its clocks run anew. */
    public CaseChange giveBack(
            CurrentStaff staff, CaseNumber number, String reason, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("assignment/give-back", key)
                .decideWithReason(staff, number, edition, Permission.CASE_CLAIM, reason, (held, now) -> {
                    if (!staff.id().equals(held.handling().owner())) {
                        return Step.no(CaseChange.Why.NOT_YOURS);
                    }
                    if (!held.status().open() || held.status() == CaseStatus.WITHDRAWAL_ASKED) {
                        return Step.no(CaseChange.Why.NOT_FROM_HERE);
                    }
                    return Step.to(
                            Assignments.givenBack(held, now), CaseEvent.Kind.GIVEN_BACK, reason, Act.CASE_CHANGED);
                });
    }

    /** Records the person's own words that somebody else than they wished for may help. */
    public CaseChange agreed(
            CurrentStaff staff, CaseNumber number, String words, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("assignment/agreed", key)
                .decideWithReason(
                        staff,
                        number,
                        edition,
                        Permission.CASE_CLAIM,
                        words,
                        (held, now) -> Assignments.wished(held) == null
                                ? Step.no(CaseChange.Why.NOTHING_ASKED)
                                : Step.to(
                                        held.tied(held.ties().agreed(new Ties.Agreement(staff.id(), words, now))),
                                        CaseEvent.Kind.AGREEMENT_RECORDED,
                                        words,
                                        Act.CASE_CHANGED));
    }

    /** Passes on what nobody answered in time. Idempotent: asked on two nodes it happens once. */
    void lapse() {
        Instant now = clock.instant();
        for (HotCase held : book.hot()) {
            Offer offer = held.offer();
            if (offer != null && held.status().open() && !now.isBefore(offer.answerBy())) {
                lapse(held.number(), offer.to(), now);
            }
        }
    }

    private void lapse(CaseNumber number, StaffId to, Instant now) {
        book.change(number, held -> {
            Offer offer = held.agenda().offer();
            if (offer == null || !offer.to().equals(to) || now.isBefore(offer.answerBy())) {
                return held;
            }
            Case asked = held.planned(held.agenda().offer(null))
                    .handled(held.handling().without(to))
                    .happened(CaseEvent.Kind.OFFER_LAPSED, now, CaseEvent.SYSTEM, to.value());
            return assignments
                    .passedOn(asked, to, now)
                    .edited()
                    .audited(trail.done(AuditEntry.SYSTEM, Act.CASE_ASSIGNED, number.value()));
        });
    }
}
