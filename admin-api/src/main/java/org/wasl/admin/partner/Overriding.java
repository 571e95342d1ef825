package org.wasl.admin.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.Closing;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.referral.Basis;

/** What somebody says overrides a missing consent, and why in this case (domain table 9.4). Nothing else does. */
record Overriding(Basis.Ground ground, String reason) {

    /** What it lacks in this case; {@code null} when it holds. Only an L1 or L2 is a danger of now. */
    CaseChange.@Nullable Why missing(Case held, PartnerSettings settings) {
        if (reason.isBlank()) {
            return CaseChange.Why.REASON_MISSING;
        }
        if (reason.length() > settings.longestText()) {
            return CaseChange.Why.TOO_LONG;
        }
        return holds(held, ground) ? null : CaseChange.Why.NO_CONSENT;
    }

    /** Whether a ground is there in this case now. */
    static boolean holds(Case held, Basis.Ground ground) {
        return held.effectiveLevel().urgent()
                && switch (ground) {
                    case CHILD_IN_DANGER -> Closing.minor(held);
                    case DANGER_TO_LIFE -> true;
                };
    }

    /** Whether these two are enough: one of them at least agrees to what opens a case to others. */
    static boolean enough(CurrentStaff second, StaffId first, StaffDirectory directory) {
        return second.may(Permission.BREAK_GLASS_CONFIRM)
                || directory
                        .find(first)
                        .filter(member -> member.role().may(Permission.BREAK_GLASS_CONFIRM))
                        .isPresent();
    }

    /** As the basis of something, which waits for a second person. */
    Basis by(CurrentStaff staff, Instant now) {
        return Basis.on(new Basis.WithoutConsent(ground, reason, staff.id(), now, null, null));
    }

    @Override
    public String toString() {
        return "Overriding[" + ground + ", redacted]";
    }
}
