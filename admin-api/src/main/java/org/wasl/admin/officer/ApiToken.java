package org.wasl.admin.officer;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token somebody made for a program. What opens it is not in here.
 *
 * @param digest of the token; names it and opens nothing
 * @param label what it is for, in its owner's words
 * @param may what of the owner's rights it was given
 * @param governorates where; what the owner loses, it loses too
 * @param key digest of the wish it was made for, so that a wish sent twice makes one
 * @param used when it last let somebody in, within a minute; {@code null} when it never did
 */
record ApiToken(
        String digest,
        StaffId owner,
        String label,
        Set<Permission> may,
        Set<Governorate> governorates,
        Instant made,
        Instant until,
        String key,
        @Nullable Instant used) {

    ApiToken {
        may = Set.copyOf(may);
        governorates = Set.copyOf(governorates);
    }

    /** Public for the pages. */
    public boolean over(Instant now) {
        return !now.isBefore(until);
    }

    @Override
    public String toString() {
        return "ApiToken[" + owner.value() + ", redacted]";
    }
}
