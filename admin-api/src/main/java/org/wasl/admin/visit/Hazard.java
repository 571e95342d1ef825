package org.wasl.admin.visit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.Closing;
import org.wasl.triage.report.FactKey;

/** What whoever goes there has to know before: said or suspected in any report of the case. */
enum Hazard {
    WEAPON(true, FactKey.WEAPON_USED_OR_SHOWN, FactKey.WEAPON_THREAT, FactKey.WEAPON_ACCESS),
    THREAT_TO_KILL(true, FactKey.THREAT_TO_KILL, FactKey.HONOUR_THREAT),
    SECURITY_FORCES(true, FactKey.ABUSER_IN_SECURITY_FORCES),
    ARMED_GROUP_OR_TRIBE(true, FactKey.TRIBAL),
    /** The family, or whoever does it, may be there. */
    FAMILY_MAY_BE_PRESENT(
            false, FactKey.ABUSER_PRESENT, FactKey.ABUSER_HAS_ACCESS, FactKey.FAMILY_SEARCHING, FactKey.FAMILY_KNOWS),
    PHONE_IS_READ(false, FactKey.ABUSER_READS_PHONE),
    CHILDREN_THERE(false, FactKey.CHILDREN_IN_HOME, FactKey.CHILD_UNATTENDED_OR_IN_HOME);

    private final boolean two;
    private final FactKey[] facts;

    Hazard(boolean two, FactKey... facts) {
        this.two = two;
        this.facts = facts;
    }

    /** Whether nobody goes there alone. */
    boolean takesTwo() {
        return two;
    }

    static Set<Hazard> of(Case held) {
        Set<Hazard> known = EnumSet.noneOf(Hazard.class);
        for (Hazard one : values()) {
            if (Arrays.stream(one.facts).anyMatch(fact -> Closing.known(held, fact))) {
                known.add(one);
            }
        }
        return known;
    }
}
