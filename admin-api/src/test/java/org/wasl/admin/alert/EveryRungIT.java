package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.Staffing.JALAL;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.RAWA;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.PutAside;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.Territory;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** The ladder of the urgency scale, rung by rung. */
class EveryRungIT extends Rungs {
    @Test
    void anL1ClimbsAfterThreeFiveAndTenMinutes() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE));

        Map<String, Set<String>> climbed = watch(number, "0s", "2m59s", "3m", "4m59s", "5m", "9m59s", "10m", "1h");

        assertThat(climbed)
                .containsExactlyEntriesOf(timeline(
                        "0s", "layla hiwa",
                        "3m", "salma nidal dara",
                        "5m", "rawa",
                        "10m", "jalal"));
        assertThat(everyPageOnce(number)).isTrue();
        // Sent at once, each by the one way that is set up, and none twice.
        assertThat(alerts())
                .hasSize(7)
                .allSatisfy((once, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void anL2ClimbsAfterTwentySixtyAndAHundredAndTwentyMinutes() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L2_EMERGENT));

        Map<String, Set<String>> climbed =
                watch(number, "0s", "19m59s", "20m", "59m59s", "60m", "1h59m59s", "2h", "6h");

        assertThat(climbed)
                .containsExactlyEntriesOf(timeline(
                        "0s", "layla hiwa",
                        "20m", "salma nidal",
                        "60m", "rawa",
                        "2h", "jalal"));
        assertThat(everyPageOnce(number)).isTrue();
    }

    @Test
    void anL3ClimbsAfterThreeHoursAndADayAndAnL4PagesNobody() {
        everybody();
        CaseNumber third = open(aFiledReport().judged(Level.L3_URGENT));
        CaseNumber fourth = open(aFiledReport().judged(Level.L4_STANDARD));

        Map<String, Set<String>> climbed = watch(third, "0s", "2h59m59s", "3h", "23h59m59s", "24h", "72h");

        assertThat(climbed).containsExactlyEntriesOf(timeline("3h", "salma nidal", "24h", "rawa"));
        assertThat(held(fourth).pages()).isEmpty();
    }

    @Test
    void onSuspicionOnlyGoesToTheSupervisorAndNeverAbove() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L2_EMERGENT).onSuspicion());

        assertThat(watch(number, "0s", "14m59s", "15m", "60m", "2h", "24h"))
                .containsExactlyEntriesOf(timeline("15m", "salma nidal"));
    }

    @Test
    void whatWasPutAsideStopsAtTheSupervisorsAndGoesOnAfterAnHour() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        watch(number, "0s");
        two.getBean(CaseBook.class).change(number, PutAside.by(LAYLA, rig.clock.instant(), Duration.ofMinutes(60)));

        assertThat(watch(number, "3m", "5m", "10m", "59m"))
                .containsExactlyEntriesOf(timeline("3m", "salma nidal dara"));
        assertThat(watch(number, "60m")).containsExactlyEntriesOf(timeline("60m", "rawa jalal"));
    }

    @Test
    void rungsWithNobodyPassOnAtOnce() {
        rig.staff.onDuty(RAWA).onCall(JALAL);
        CaseNumber alone = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        assertThat(watch(alone, "0s", "4m", "9m59s", "10m"))
                .containsExactlyEntriesOf(timeline("0s", "rawa", "10m", "jalal"));

        rig.staff.offDuty(RAWA);
        CaseNumber nobody = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        passed = Duration.ZERO;
        assertThat(watch(nobody, "0s")).containsExactlyEntriesOf(timeline("0s", "jalal"));
        // Whoever comes to stand on an open rung is called then.
        rig.staff.onDuty(LAYLA);
        assertThat(watch(nobody, "30s")).containsExactlyEntriesOf(timeline("30s", "layla"));
    }

    @Test
    void theCoordinatorIsTheOneOfTheRegion() {
        everybody();
        rig.staff.scoped(RAWA, Scope.of(Set.of(Territory.KRI), Set.of("ckb"), Gender.WOMAN));
        CaseNumber number = open(
                aFiledReport().judged(Level.L1_IMMEDIATE).with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "IQ-DQ")));

        // Nobody stands on the regional rung of Dhi Qar: the directorate is called in its place.
        assertThat(watch(number, "0s", "3m", "4m59s", "5m", "10m"))
                .containsExactlyEntriesOf(timeline("0s", "layla hiwa", "3m", "salma nidal dara", "5m", "jalal"));
    }

    @Test
    void aboveTheSupervisorOneMessageInTenMinutesCarriesACount() {
        rig.staff.onDuty(RAWA).linked(RAWA);
        open(aFiledReport().judged(Level.L2_EMERGENT));
        open(aFiledReport().judged(Level.L2_EMERGENT));
        look();
        assertThat(counts()).containsExactly(2);

        step("1m");
        open(aFiledReport().judged(Level.L2_EMERGENT));
        look();
        step("9m59s");
        assertThat(counts()).containsExactly(2);
        step("10m");
        assertThat(counts()).containsExactly(2, 3);

        // An L1 is held back by nothing.
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        look();
        assertThat(counts()).containsExactly(2, 3, 4);
        step("25m");
        assertThat(counts()).hasSize(3);
    }
}
