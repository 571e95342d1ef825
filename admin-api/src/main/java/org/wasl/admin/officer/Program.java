package org.wasl.admin.officer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A program that calls with a token somebody made for it: it acts for them, with no more than was given.
 *
 * @param id names the token and opens nothing
 * @param may what of its owner's rights it was given
 */
public record Program(String id, Set<Permission> may) {
    /**
     * What a program may be given at all. Nothing that is a person's word: a claim stops a ladder, a reply reaches a citizen,
     * a closing or an agreement is answered for.
     */
    public static final Set<Permission> MAY_HOLD = Collections.unmodifiableSet(EnumSet.of(
            Permission.QUEUE_READ,
            Permission.CASE_READ,
            Permission.CASE_NOTE,
            Permission.CALL_ENTER,
            Permission.LEVEL_RAISE,
            Permission.ROSTER_READ,
            Permission.AUDIT_VERIFY,
            Permission.PARTNER_MANAGE,
            Permission.STATISTICS_READ,
            Permission.AWARENESS,
            Permission.WALLBOARD,
            Permission.DRILL));

    public Program {
        may = Set.copyOf(may);
    }
}
