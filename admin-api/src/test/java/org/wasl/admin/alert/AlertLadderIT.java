package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.Page;
import org.wasl.admin.casework.Upkeep;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.report.Level;

/** Who is called when, on a clock of the test's own. */
class AlertLadderIT {
    private final DeskRig rig = new DeskRig();
    private ApplicationContext node = rig.node("desk-1");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void climbsWhenNobodyAcknowledgesAndSurvivesARestart() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.DARA, Staffing.SALMA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE));

        sweep();
        assertThat(paged()).containsExactly(Staffing.LAYLA);
        pass(Duration.ofSeconds(179));
        assertThat(paged()).hasSize(1);

        node = rig.node("desk-1");
        rebuild();
        sweep();
        assertThat(paged()).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(paged()).containsExactly(Staffing.LAYLA, Staffing.SALMA, Staffing.DARA);
    }

    @Test
    void callsAnOfficerTogetherWithTheOperator() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.DARA, Staffing.HIWA, Staffing.SALMA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE));

        sweep();

        assertThat(paged()).containsExactly(Staffing.LAYLA, Staffing.HIWA);
    }

    @Test
    void callsNobodyToWhomACaseAboutTheForcesStaysShut() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.HIWA, Staffing.SALMA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE).tagged(Tag.COI_ROUTE));

        sweep();

        assertThat(paged()).containsExactly(Staffing.SALMA);
    }

    @Test
    void stopsWhenTheCaseIsClaimedAndNotBefore() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.DARA, Staffing.SALMA).linked(Staffing.LAYLA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        sweep();
        DeskNotice.OfficerAlert alert = onlyAlert();

        assertThat(node.getBean(AlertDesk.class)
                        .seen(new IntakeEntry.Seen(alert.officerLink(), alert.onceValue(), rig.clock.instant())))
                .isTrue();
        assertThat(held().needsAcknowledgement()).isTrue();

        assertThat(node.getBean(CaseDesk.class).acknowledge(rig.staff.as(Staffing.LAYLA), held().number(), null))
                .isInstanceOf(CaseChange.Done.class);
        pass(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(paged()).containsExactly(Staffing.LAYLA);
    }

    @Test
    void aSeenHoldsTheNextPageTwoMinutesAndOnlyOnce() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.DARA).linked(Staffing.LAYLA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        sweep();
        pass(Duration.ofSeconds(150));
        DeskNotice.OfficerAlert alert = onlyAlert();
        AlertDesk desk = node.getBean(AlertDesk.class);
        IntakeEntry.Seen seen = new IntakeEntry.Seen(alert.officerLink(), alert.onceValue(), rig.clock.instant());
        assertThat(desk.seen(seen)).isTrue();

        pass(Duration.ofSeconds(60));
        assertThat(paged()).hasSize(1);
        assertThat(desk.seen(seen)).isFalse();
        pass(Duration.ofSeconds(59));
        assertThat(paged()).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(paged()).containsExactly(Staffing.LAYLA, Staffing.DARA);
    }

    @Test
    void dropsASeenOfAnotherOrWithAMadeUpValue() {
        rig.staff.onDuty(Staffing.LAYLA).linked(Staffing.LAYLA).linked(Staffing.DARA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        sweep();
        DeskNotice.OfficerAlert alert = onlyAlert();
        AlertDesk desk = node.getBean(AlertDesk.class);

        assertThat(desk.seen(new IntakeEntry.Seen(
                        Staffing.linkOfName(Staffing.DARA), alert.onceValue(), rig.clock.instant())))
                .isFalse();
        assertThat(desk.seen(new IntakeEntry.Seen(alert.officerLink(), "0".repeat(32), rig.clock.instant())))
                .isFalse();
        assertThat(desk.seen(new IntakeEntry.Seen("nobody", alert.onceValue(), rig.clock.instant())))
                .isFalse();
    }

    @Test
    void whoIsGivenACaseIsCalledOnceAndWhoeverComesNextToo() {
        rig.staff.onDuty(Staffing.SALMA, Staffing.LAYLA, Staffing.DARA).linked(Staffing.LAYLA);
        open(aFiledReport().judged(Level.L2_EMERGENT));
        CaseDesk desk = node.getBean(CaseDesk.class);
        desk.acknowledge(rig.staff.as(Staffing.SALMA), held().number(), null);
        desk.assign(rig.staff.as(Staffing.SALMA), held().number(), Staffing.LAYLA, null);

        sweep();
        sweep();

        assertThat(paged()).containsExactly(Staffing.LAYLA);
        onlyAlert();

        pass(Duration.ofMinutes(31));
        Upkeep.lapse(node);
        sweep();
        assertThat(held().handling().owner()).isNotEqualTo(Staffing.LAYLA);
        assertThat(held().needsAcknowledgement()).isTrue();
        assertThat(paged()).contains(held().handling().owner());
    }

    @Test
    void anAlertHoldsNothingOfTheCase() {
        rig.staff.onDuty(Staffing.LAYLA).linked(Staffing.LAYLA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        sweep();

        DeskNotice.OfficerAlert alert = onlyAlert();
        assertThat(alert.url())
                .isEqualTo("http://127.0.0.1:8081/")
                .doesNotContain(held().number().value());
    }

    @Test
    void passesOnAtOnceWhereNobodyStandsOnARung() {
        rig.staff.onDuty(Staffing.SALMA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        sweep();

        assertThat(paged()).containsExactly(Staffing.SALMA);
    }

    @Test
    void countsWhoCannotReachAnybodyAndPagesTheFirstWhoComes() {
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        sweep();
        assertThat(node.getBean(AlertDesk.class).unreached()).isEqualTo(1);

        rig.staff.onDuty(Staffing.DARA);
        sweep();
        assertThat(paged()).containsExactly(Staffing.DARA);
    }

    @Test
    void leavesWhatIsOnlySuspectedToTheConsoleForFifteenMinutes() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.SALMA);
        open(aFiledReport().judged(Level.L2_EMERGENT).onSuspicion());
        sweep();
        pass(Duration.ofMinutes(14));
        assertThat(paged()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(paged()).containsExactly(Staffing.SALMA);
        pass(Duration.ofHours(5));
        assertThat(paged()).hasSize(1);
    }

    @Test
    void alertsAnewWhenLaterWordsRaiseAnAcknowledgedCase() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.DARA);
        FiledReports first = aFiledReport().judged(Level.L4_STANDARD);
        open(first);
        node.getBean(CaseDesk.class).acknowledge(rig.staff.as(Staffing.DARA), held().number(), null);
        pass(Duration.ofMinutes(5));

        open(aFiledReport().of(first.build().id()).as(1).saying("now").judged(Level.L1_IMMEDIATE));
        sweep();

        assertThat(paged()).isNotEmpty();
        assertThat(held().needsAcknowledgement()).isTrue();
    }

    @Test
    void tellsTheBotHowManyAreThereAndNoNames() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.SALMA);
        var sealer = node.getBean(org.wasl.triage.intake.PresenceSealer.class);
        var presence =
                new PresencePublisher(rig.staff, node.getBean(DutyTests.class), sealer, rig.redis, rig.clock).present();

        assertThat(presence.anybody(rig.clock.instant())).isTrue();
        assertThat(presence.staffed()).anySatisfy(count -> {
            assertThat(count.locale()).isEqualTo("ar");
            assertThat(count.onDuty()).isEqualTo(2);
        });
        assertThat(presence.toString()).doesNotContain("Layla");
    }

    private void open(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class)
                .receive(filed.build(), "digest of " + filed.build().sequence());
    }

    private Case held() {
        CaseBook book = node.getBean(CaseBook.class);
        return book.read(book.hot().iterator().next().number()).orElseThrow();
    }

    private List<StaffId> paged() {
        return held().pages().stream()
                .filter(page -> page.way() == Page.Way.CONSOLE)
                .map(Page::staff)
                .toList();
    }

    private DeskNotice.OfficerAlert onlyAlert() {
        List<DeskNotice> notices = rig.notices();
        assertThat(notices).hasSize(1);
        return (DeskNotice.OfficerAlert) notices.getFirst();
    }

    private void pass(Duration time) {
        rig.clock.pass(time);
        sweep();
    }

    private void sweep() {
        node.getBean(AlertDesk.class).sweep();
    }

    private void rebuild() {
        node.getBean("caseUpkeep", org.springframework.context.SmartLifecycle.class)
                .start();
        node.getBean("caseUpkeep", org.springframework.context.SmartLifecycle.class)
                .stop();
    }
}
