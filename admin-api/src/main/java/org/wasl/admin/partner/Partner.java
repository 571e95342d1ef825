package org.wasl.admin.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * A partner as it stands in the directory.
 *
 * @param profile what they do, where and for whom
 * @param contact how they are reached, as two people confirmed it or as a public source said; {@code null} while nobody knows
 * @param proposal another contact that waits for a second person
 * @param verifiedOn the day somebody of ours last reached them by it; {@code null} if nobody ever did
 * @param verifyBy the day by which somebody has to reach them again
 * @param retired no longer there: kept for the cases that went to them
 * @param history the latest changes, oldest first
 */
public record Partner(
        PartnerProfile profile,
        @Nullable PartnerContact contact,
        @Nullable Proposal proposal,
        @Nullable LocalDate verifiedOn,
        LocalDate verifyBy,
        boolean retired,
        boolean demonstration,
        List<Change> history) {

    /** As many changes are kept as somebody may want to look back. */
    static final int MOST_HISTORY = 60;

    public Partner {
        history = List.copyOf(history);
    }

    /** A new contact, or a changed one, that one person typed. */
    public record Proposal(PartnerContact contact, StaffId by, Instant at) {
        @Override
        public String toString() {
            return "Proposal[" + by + ", redacted]";
        }
    }

    /** @param by a staff id, or {@code system} */
    public record Change(What what, String by, Instant at) {
        /** What can happen to an entry. */
        public enum What {
            ADDED,
            EDITED,
            CONTACT_PROPOSED,
            CONTACT_CONFIRMED,
            CONTACT_DECLINED,
            VERIFIED,
            RETIRED,
            BROUGHT_BACK
        }
    }

    /** Whether nobody has reached them for too long, or ever. */
    public boolean overdue(LocalDate today) {
        return verifiedOn == null || today.isAfter(verifyBy);
    }

    Partner changed(Change.What what, String by, Instant at) {
        List<Change> more = new ArrayList<>(history);
        more.add(new Change(what, by, at));
        List<Change> latest = more.subList(Math.max(0, more.size() - MOST_HISTORY), more.size());
        return new Partner(profile, contact, proposal, verifiedOn, verifyBy, retired, demonstration, latest);
    }

    Partner with(PartnerProfile other) {
        return new Partner(other, contact, proposal, verifiedOn, verifyBy, retired, demonstration, history);
    }

    Partner proposing(@Nullable Proposal other) {
        return new Partner(profile, contact, other, verifiedOn, verifyBy, retired, demonstration, history);
    }

    /** Nobody has reached them by a new contact yet. */
    Partner reachedBy(PartnerContact other, LocalDate today) {
        return new Partner(profile, other, null, null, today, retired, demonstration, history);
    }

    Partner verified(LocalDate today, LocalDate again) {
        return new Partner(profile, contact, proposal, today, again, retired, demonstration, history);
    }

    Partner retired(boolean gone) {
        return new Partner(profile, contact, proposal, verifiedOn, verifyBy, gone, demonstration, history);
    }

    @Override
    public String toString() {
        return "Partner[" + profile.kind() + ", redacted]";
    }
}
