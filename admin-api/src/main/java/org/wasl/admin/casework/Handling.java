package org.wasl.admin.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * Who works on a case and how far they are.
 *
 * @param owner who holds it; {@code null} while nobody has claimed it
 * @param claimedUntil end of the owner's lease; after it another may take the case over, and that is recorded
 * @param acknowledged when a named person last opened and claimed it; {@code null} when nobody has
 * @param acted when the first protective step was done; stops the second clock
 * @param team who may read a restricted case
 * @param lowering a lowering that waits for a second person
 * @param withdrawal that the person took it back; stays when two people keep the case, since nobody may write to them
 * @param disposition how it ended; {@code null} while open
 * @param step what staff recorded last as the first protective step; {@code null} while they have not, and in cases
 *     stored before it was recorded
 */
public record Handling(
        CaseStatus status,
        @Nullable StaffId owner,
        @Nullable Instant claimedUntil,
        @Nullable Instant acknowledged,
        @Nullable Instant acted,
        Set<StaffId> team,
        @Nullable LoweringRequest lowering,
        @Nullable WithdrawalRequest withdrawal,
        @Nullable Disposition disposition,
        @Nullable RecordedStep step) {

    static final Handling NOBODY =
            new Handling(CaseStatus.NEW, null, null, null, null, Set.of(), null, null, null, null);

    public Handling {
        team = Set.copyOf(team);
    }

    /** One person asked for a lower level; another has to confirm. */
    public record LoweringRequest(Level to, String reason, StaffId by, Instant at) {
        @Override
        public String toString() {
            return "LoweringRequest[" + to + ", redacted]";
        }
    }

    /**
     * The person took the report back or asked to erase it.
     *
     * @param erase whether they asked to erase, not only to withdraw
     * @param proven whether the receipt's signature was right; {@code false} also when no receipt was derived
     * @param keepers who recorded why the case is not to be erased; only two different people keep it
     */
    public record WithdrawalRequest(boolean erase, boolean proven, Instant at, List<Keeper> keepers) {
        private static final int PEOPLE = 2;

        public WithdrawalRequest {
            // Cases stored before keepers were recorded have none.
            keepers = keepers == null ? List.of() : List.copyOf(keepers);
        }

        public static WithdrawalRequest asked(boolean erase, boolean proven, Instant at) {
            return new WithdrawalRequest(erase, proven, at, List.of());
        }

        /** Whether two people recorded why it stays. Until then it is erased when its time is over. */
        public boolean kept() {
            return keepers.stream().map(Keeper::by).distinct().count() >= PEOPLE;
        }

        boolean keptBy(StaffId who) {
            return keepers.stream().anyMatch(keeper -> keeper.by().equals(who));
        }

        WithdrawalRequest with(Keeper keeper) {
            List<Keeper> more = new ArrayList<>(keepers);
            more.add(keeper);
            return new WithdrawalRequest(erase, proven, at, more);
        }
    }

    /** One person's word on why a case that was taken back is kept. */
    public record Keeper(StaffId by, String reason, Instant at) {
        @Override
        public String toString() {
            return "Keeper[" + by + ", redacted]";
        }
    }

    /** How a case ended and why. */
    public enum Disposition {
        SAFE_CONFIRMED_BY_REPORTER,
        SERVICE_DELIVERED,
        REFERRED_ACCEPTED,
        CONTENT_REMOVED,
        ACCOUNT_SECURED,
        LEGAL_CASE_OPENED,
        REPORTER_WITHDREW,
        NO_CONTACT_AFTER_N,
        OUT_OF_SCOPE_REFERRED,
        /** Goes on in another case, with which it was joined. */
        DUPLICATE,
        NOT_GENUINE,
        DECEASED,
        HARMED,
        MEDIATED_PLEDGE,
        RETURNED_TO_FAMILY;

        /** Whether staff choose it; a duplicate ends by being joined. */
        public boolean byHand() {
            return this != DUPLICATE;
        }
    }

    public Handling claimedBy(StaffId who, Instant now, Instant until) {
        Set<StaffId> joined = new LinkedHashSet<>(team);
        joined.add(who);
        return new Handling(status, who, until, now, acted, joined, lowering, withdrawal, disposition, step);
    }

    Handling assignedTo(StaffId who) {
        Set<StaffId> joined = new LinkedHashSet<>(team);
        joined.add(who);
        return new Handling(status, who, null, acknowledged, acted, joined, lowering, withdrawal, disposition, step);
    }

    /** May read it from now on, without holding it. */
    public Handling joinedBy(StaffId who) {
        Set<StaffId> joined = new LinkedHashSet<>(team);
        joined.add(who);
        return new Handling(
                status, owner, claimedUntil, acknowledged, acted, joined, lowering, withdrawal, disposition, step);
    }

    /** No longer of the team, and its owner no longer where they held it. */
    public Handling without(StaffId who) {
        Set<StaffId> left = new LinkedHashSet<>(team);
        left.remove(who);
        boolean held = who.equals(owner);
        return new Handling(
                status,
                held ? null : owner,
                held ? null : claimedUntil,
                acknowledged,
                acted,
                left,
                lowering,
                withdrawal,
                disposition,
                step);
    }

    /** Held by nobody; who was in its team stays there. */
    Handling ownerless() {
        return new Handling(status, null, null, acknowledged, acted, team, lowering, withdrawal, disposition, step);
    }

    Handling renewed(Instant until) {
        return new Handling(status, owner, until, acknowledged, acted, team, lowering, withdrawal, disposition, step);
    }

    /** In another status. Opened again it needs a first step again, and the second clock runs anew. */
    public Handling in(CaseStatus next) {
        boolean anew = next == CaseStatus.REOPENED;
        return new Handling(
                next,
                owner,
                claimedUntil,
                acknowledged,
                anew ? null : acted,
                team,
                lowering,
                withdrawal,
                disposition,
                anew ? null : step);
    }

    public Handling actedAt(Instant when) {
        return new Handling(
                status,
                owner,
                claimedUntil,
                acknowledged,
                acted == null ? when : acted,
                team,
                lowering,
                withdrawal,
                disposition,
                step);
    }

    /** With what staff recorded as done. The first that was done stops the clock; a later record takes nothing of that. */
    Handling stepped(RecordedStep recorded) {
        Handling next = actedAt(recorded.done());
        return new Handling(
                status,
                owner,
                claimedUntil,
                acknowledged,
                next.acted(),
                team,
                lowering,
                withdrawal,
                disposition,
                recorded);
    }

    /** With its first step still to be done. */
    Handling notActed() {
        return new Handling(
                status, owner, claimedUntil, acknowledged, null, team, lowering, withdrawal, disposition, null);
    }

    Handling lowering(@Nullable LoweringRequest request) {
        return new Handling(
                status, owner, claimedUntil, acknowledged, acted, team, request, withdrawal, disposition, step);
    }

    Handling withdrawal(@Nullable WithdrawalRequest request) {
        return new Handling(
                status, owner, claimedUntil, acknowledged, acted, team, lowering, request, disposition, step);
    }

    Handling ended(@Nullable Disposition how) {
        return new Handling(status, owner, claimedUntil, acknowledged, acted, team, lowering, withdrawal, how, step);
    }
}
