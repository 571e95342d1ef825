package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.casework.HotCases.aHotCase;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/** A page to somebody to whom the case stays shut is a page to nobody. */
class StandingTest {
    private final Staffing staff = new Staffing();
    private final HotCase aboutPolice =
            aHotCase(0).judged(Level.L1_IMMEDIATE).aboutPolice().at("IQ-BG").build();

    @Test
    void aComplaintAboutThePoliceCallsTheClearedAloneWhateverItIsTagged() {
        staff.onDuty(Staffing.LAYLA, Staffing.SALMA);

        assertThat(aboutPolice.tags()).isEmpty();
        assertThat(on(Rung.ON_SHIFT)).isEmpty();
        assertThat(on(Rung.SUPERVISOR)).containsExactly(Staffing.SALMA);
    }

    @Test
    void theLastWayCallsWhoeverLooksThroughTheQueueAndServesElsewhere() {
        staff.as(Staffing.DARA, Role.SENIOR_OPERATOR)
                .scoped(Staffing.LAYLA, Scope.everywhere("ar").of(Gender.WOMAN).servingIn(Governorate.BG, ""))
                .onDuty(Staffing.LAYLA, Staffing.DARA, Staffing.HIWA);

        assertThat(on(Rung.ON_SHIFT)).containsExactly(Staffing.DARA);
    }

    @Test
    void aSupervisorOfTheVeryGovernorateIsNotCalled() {
        staff.scoped(Staffing.SALMA, Scope.everywhere("ar").servingIn(Governorate.BG, ""))
                .onDuty(Staffing.SALMA, Staffing.NIDAL);

        assertThat(on(Rung.SUPERVISOR)).containsExactly(Staffing.NIDAL);
    }

    private List<StaffId> on(Rung rung) {
        List<StaffMember> present = staff.onDuty();
        Roster roster = new Roster(present, present, List.of(), Map.of());
        return new Standing(roster)
                .on(rung, aboutPolice, present).stream().map(StaffMember::id).toList();
    }
}
