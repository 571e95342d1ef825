package org.wasl.admin.casework;

import java.time.Instant;
import java.util.LinkedHashSet;
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
 * @param acted when the first protective step was recorded; stops the second clock
 * @param team who may read a restricted case
 * @param lowering a lowering that waits for a second person
 * @param disposition how it ended; {@code null} while open
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
        @Nullable Disposition disposition) {

    static final Handling NOBODY = new Handling(CaseStatus.NEW, null, null, null, null, Set.of(), null, null, null);

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
     */
    public record WithdrawalRequest(boolean erase, boolean proven, Instant at) {}

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
        OUT_OF_SCOPE_REFERRED
    }

    Handling claimedBy(StaffId who, Instant now, Instant until) {
        Set<StaffId> joined = new LinkedHashSet<>(team);
        joined.add(who);
        return new Handling(status, who, until, now, acted, joined, lowering, withdrawal, disposition);
    }

    Handling assignedTo(StaffId who) {
        Set<StaffId> joined = new LinkedHashSet<>(team);
        joined.add(who);
        return new Handling(status, who, null, acknowledged, acted, joined, lowering, withdrawal, disposition);
    }

    Handling renewed(Instant until) {
        return new Handling(status, owner, until, acknowledged, acted, team, lowering, withdrawal, disposition);
    }

    Handling in(CaseStatus next) {
        return new Handling(next, owner, claimedUntil, acknowledged, acted, team, lowering, withdrawal, disposition);
    }

    Handling actedAt(Instant when) {
        return new Handling(
                status,
                owner,
                claimedUntil,
                acknowledged,
                acted == null ? when : acted,
                team,
                lowering,
                withdrawal,
                disposition);
    }

    Handling lowering(@Nullable LoweringRequest request) {
        return new Handling(status, owner, claimedUntil, acknowledged, acted, team, request, withdrawal, disposition);
    }

    Handling withdrawal(@Nullable WithdrawalRequest request) {
        return new Handling(status, owner, claimedUntil, acknowledged, acted, team, lowering, request, disposition);
    }

    Handling ended(@Nullable Disposition how) {
        return new Handling(status, owner, claimedUntil, acknowledged, acted, team, lowering, withdrawal, how);
    }
}
