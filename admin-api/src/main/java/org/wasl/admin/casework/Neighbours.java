package org.wasl.admin.casework;

import static org.wasl.admin.officer.Governorate.AN;
import static org.wasl.admin.officer.Governorate.AR;
import static org.wasl.admin.officer.Governorate.BA;
import static org.wasl.admin.officer.Governorate.BB;
import static org.wasl.admin.officer.Governorate.BG;
import static org.wasl.admin.officer.Governorate.DA;
import static org.wasl.admin.officer.Governorate.DI;
import static org.wasl.admin.officer.Governorate.DQ;
import static org.wasl.admin.officer.Governorate.HA;
import static org.wasl.admin.officer.Governorate.KA;
import static org.wasl.admin.officer.Governorate.KI;
import static org.wasl.admin.officer.Governorate.MA;
import static org.wasl.admin.officer.Governorate.MU;
import static org.wasl.admin.officer.Governorate.NA;
import static org.wasl.admin.officer.Governorate.NI;
import static org.wasl.admin.officer.Governorate.QA;
import static org.wasl.admin.officer.Governorate.SD;
import static org.wasl.admin.officer.Governorate.SU;
import static org.wasl.admin.officer.Governorate.WA;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;

/** Which governorates border on which: where nobody serves, somebody from next door is nearest. */
final class Neighbours {
    private static final Map<Governorate, Set<Governorate>> NEXT = new EnumMap<>(Governorate.class);

    static {
        border(BG, AN, SD, DI, WA, BB);
        border(BB, AN, KA, NA, QA, WA);
        border(KA, AN, NA);
        border(NA, AN, QA, MU);
        border(QA, WA, DQ, MU);
        border(DQ, WA, MA, BA, MU);
        border(BA, MA, MU);
        border(WA, DI, MA);
        border(DI, SD, SU, HA);
        border(SD, AN, NI, KI, SU);
        border(NI, AN, DA, AR, KI);
        border(KI, AR, SU);
        border(AR, DA, SU);
        border(SU, HA);
    }

    private Neighbours() {}

    /** Those next to a place; none for a place nobody named. */
    static Set<Governorate> of(@Nullable String where) {
        return Governorate.of(where)
                .map(place -> NEXT.getOrDefault(place, Set.of()))
                .orElse(Set.of());
    }

    private static void border(Governorate one, Governorate... others) {
        for (Governorate other : others) {
            NEXT.computeIfAbsent(one, none -> EnumSet.noneOf(Governorate.class)).add(other);
            NEXT.computeIfAbsent(other, none -> EnumSet.noneOf(Governorate.class))
                    .add(one);
        }
    }
}
