package org.wasl.admin.partner;

import java.util.EnumSet;
import java.util.Set;
import org.wasl.triage.report.Category;

/** What a partner does (domain table 10.7). */
public enum PartnerKind {
    EMERGENCY,
    FAMILY_PROTECTION,
    SHELTER,
    LEGAL_AID,
    HEALTH,
    PSYCHOSOCIAL,
    CHILD_PROTECTION,
    CYBER_POLICE,
    POLICE,
    SECURITY_SERVICE,
    ANTI_TRAFFICKING,
    OTHER;

    /**
     * Whether a person who agreed to be passed "to a partner that helps" means this one. Police and security services
     * are never meant by that: each needs a consent that names it.
     */
    public boolean helps() {
        return switch (this) {
            case FAMILY_PROTECTION, SHELTER, LEGAL_AID, HEALTH, PSYCHOSOCIAL, CHILD_PROTECTION -> true;
            case EMERGENCY, CYBER_POLICE, POLICE, SECURITY_SERVICE, ANTI_TRAFFICKING, OTHER -> false;
        };
    }

    /** The kinds that can do something about a matter. */
    static Set<PartnerKind> about(Category matter) {
        return switch (matter) {
            case DV -> EnumSet.of(FAMILY_PROTECTION, SHELTER, LEGAL_AID, PSYCHOSOCIAL, HEALTH);
            case HBV, RUN -> EnumSet.of(SHELTER, FAMILY_PROTECTION, LEGAL_AID);
            case BLK -> EnumSet.of(CYBER_POLICE, SECURITY_SERVICE, LEGAL_AID, PSYCHOSOCIAL);
            case CYB -> EnumSet.of(CYBER_POLICE, LEGAL_AID);
            case SXV -> EnumSet.of(HEALTH, PSYCHOSOCIAL, FAMILY_PROTECTION, LEGAL_AID);
            case CHI -> EnumSet.of(CHILD_PROTECTION, FAMILY_PROTECTION, HEALTH);
            case FMR -> EnumSet.of(FAMILY_PROTECTION, LEGAL_AID, SHELTER);
            case MIS -> EnumSet.of(POLICE);
            case TRF -> EnumSet.of(ANTI_TRAFFICKING, SHELTER, LEGAL_AID);
            case SUI -> EnumSet.of(HEALTH, PSYCHOSOCIAL);
            case THR -> EnumSet.of(POLICE, LEGAL_AID);
            case DRG -> EnumSet.of(HEALTH);
            case INF, NONE -> EnumSet.noneOf(PartnerKind.class);
        };
    }
}
