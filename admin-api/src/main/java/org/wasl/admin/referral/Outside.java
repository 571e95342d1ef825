package org.wasl.admin.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;

/** Everything of a case that concerns others than its own unit. Immutable; {@link #NONE} for most cases. */
public record Outside(List<DeskConsent> consents, List<Referral> referrals, List<Transfer> transfers) {
    public static final Outside NONE = new Outside(List.of(), List.of(), List.of());

    public Outside {
        consents = List.copyOf(consents);
        referrals = List.copyOf(referrals);
        transfers = List.copyOf(transfers);
    }

    /** A date that follows from what waits outside. */
    public record Due(Instant at, Kind kind) {
        /** What is to be done then. */
        public enum Kind {
            ASK_PARTNER,
            TELL_PARTNER,
            ASK_UNIT
        }
    }

    /** The nearest date on which something of this is to be done; {@code null} for none. */
    public @Nullable Due due() {
        @Nullable Due nearest = null;
        for (Referral one : referrals) {
            Instant settled = one.settled();
            if (one.toTell() && settled != null) {
                nearest = nearer(nearest, new Due(settled, Due.Kind.TELL_PARTNER));
            } else if (one.state() == Referral.State.SENT && one.answerBy() != null) {
                nearest = nearer(nearest, new Due(one.answerBy(), Due.Kind.ASK_PARTNER));
            }
        }
        Transfer offered = offered().orElse(null);
        return offered == null ? nearest : nearer(nearest, new Due(offered.answerBy(), Due.Kind.ASK_UNIT));
    }

    private static Due nearer(@Nullable Due one, Due other) {
        return one == null || other.at().isBefore(one.at()) ? other : one;
    }

    public Optional<Referral> referral(String id) {
        return referrals.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The transfer that waits for an answer. At most one does. */
    public Optional<Transfer> offered() {
        return transfers.stream().filter(Transfer::open).findFirst();
    }

    /** Where the case was given to last; {@code null} while it was given nowhere. */
    public @Nullable Governorate seat() {
        return transfers.stream()
                .filter(one -> one.state() == Transfer.State.ACCEPTED)
                .reduce((_, later) -> later)
                .map(Transfer::to)
                .orElse(null);
    }

    /** Whether something waits for a second person's word. */
    public boolean waits() {
        return transfers.stream().anyMatch(Transfer::waits)
                || referrals.stream()
                        .filter(Referral::open)
                        .anyMatch(one -> one.basis().waits()
                                || one.bundles().stream().anyMatch(bundle -> bundle.released() == null));
    }

    /** Whether a partner holds something of the person, or did and was not told yet. */
    public boolean withPartners() {
        return referrals.stream().anyMatch(one -> one.toTell() || one.open() && one.sent() != null);
    }

    public Outside with(DeskConsent consent) {
        List<DeskConsent> more = new ArrayList<>(consents);
        more.add(consent);
        return new Outside(more, referrals, transfers);
    }

    /** With a referral, in the place of the one that has its id. */
    public Outside with(Referral referral) {
        List<Referral> more = new ArrayList<>(referrals);
        int at = more.stream().map(Referral::id).toList().indexOf(referral.id());
        if (at < 0) {
            more.add(referral);
        } else {
            more.set(at, referral);
        }
        return new Outside(consents, more, transfers);
    }

    public Outside with(Transfer transfer) {
        List<Transfer> more = new ArrayList<>(transfers);
        int at = more.stream().map(Transfer::id).toList().indexOf(transfer.id());
        if (at < 0) {
            more.add(transfer);
        } else {
            more.set(at, transfer);
        }
        return new Outside(consents, referrals, more);
    }

    /** Each referral through this; the same object back where none changed. */
    public Outside referrals(UnaryOperator<Referral> change) {
        List<Referral> after = referrals.stream().map(change).toList();
        return after.equals(referrals) ? this : new Outside(consents, after, transfers);
    }

    /** The person took everything back: nothing stays open, and an offer to another unit is off. */
    public Outside takenBack(Instant now) {
        Outside none = referrals(one -> one.open() ? one.withdrawn(now) : one);
        return none.offered()
                .map(offer -> none.with(offer.answered(Transfer.State.REVOKED, null, now, null)))
                .orElse(none);
    }

    @Override
    public String toString() {
        return "Outside[" + referrals.size() + " referrals, " + transfers.size() + " transfers, redacted]";
    }
}
