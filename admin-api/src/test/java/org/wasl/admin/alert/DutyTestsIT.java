package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.Staffing.DARA;
import static org.wasl.admin.Staffing.LAYLA;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.PresenceSealer;
import org.wasl.triage.report.Level;

/** Who counts as on duty: checked in, and the test alert answered. */
class DutyTestsIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final DutyTests tests = node.getBean(DutyTests.class);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whoCheckedInCountsOnceTheyTappedUnderTheTestAlert() {
        rig.staff.linked(LAYLA).checkedIn(LAYLA, rig.clock.instant());
        assertThat(presence()).isFalse();
        tests.sweep();
        DeskNotice.OfficerAlert sent = alerts().getFirst();
        assertThat(tests.waitsFor(LAYLA)).isTrue();

        assertThat(tap("0".repeat(32))).isFalse();
        assertThat(presence()).isFalse();
        assertThat(tap(sent.onceValue())).isTrue();

        assertThat(presence()).isTrue();
        assertThat(tests.waitsFor(LAYLA)).isFalse();
    }

    @Test
    void anAnswerInTheConsoleIsAsGoodAndTheNextShiftIsTestedAnew() {
        rig.staff.checkedIn(LAYLA, rig.clock.instant());
        assertThat(tests.answer(LAYLA)).isTrue();
        assertThat(presence()).isTrue();

        rig.staff.offDuty(LAYLA);
        assertThat(tests.answer(LAYLA)).isFalse();
        rig.clock.pass(Duration.ofHours(12));
        rig.staff.checkedIn(LAYLA, rig.clock.instant());

        assertThat(presence()).isFalse();
    }

    @Test
    void theBotHearsWithTheNextLookThatSomebodyCameOrWent() {
        PresencePublisher publisher = publisher();
        rig.staff.checkedIn(LAYLA, rig.clock.instant());
        publisher.publishChange();
        assertThat(told()).isNull();

        tests.answer(LAYLA);
        publisher.publishChange();
        byte[] came = told();
        assertThat(came).isNotNull();
        publisher.publishChange();
        assertThat(told()).isEqualTo(came);

        rig.staff.offDuty(LAYLA);
        publisher.publishChange();
        assertThat(told()).isNotEqualTo(came);
    }

    @Test
    void anUnansweredOneIsSentAgainThreeTimesAndByOneNodeOnly() {
        DutyTests other = rig.node("desk-2").getBean(DutyTests.class);
        rig.staff.linked(LAYLA).checkedIn(LAYLA, rig.clock.instant());
        for (int minutes = 0; minutes < 30; minutes++) {
            tests.sweep();
            other.sweep();
            rig.clock.pass(Duration.ofMinutes(1));
        }
        assertThat(alerts()).hasSize(3);
    }

    @Test
    void whoDidNotAnswerIsPagedWhenNobodyElseIsThere() {
        rig.staff.checkedIn(LAYLA, rig.clock.instant());
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        sweep();
        assertThat(paged()).containsExactly(LAYLA);
    }

    @Test
    void whoDidNotAnswerStandsBehindThoseWhoDid() {
        rig.staff.checkedIn(LAYLA, rig.clock.instant()).checkedIn(DARA, rig.clock.instant());
        tests.answer(DARA);
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        sweep();
        assertThat(paged()).containsExactly(DARA);

        rig.clock.pass(Duration.ofSeconds(179));
        sweep();
        assertThat(paged()).containsExactly(DARA);
        rig.clock.pass(Duration.ofSeconds(1));
        sweep();
        assertThat(paged()).containsExactly(DARA, LAYLA);
    }

    private boolean tap(String onceValue) {
        return node.getBean(AlertDesk.class)
                .seen(new IntakeEntry.Seen(Staffing.linkOfName(LAYLA), onceValue, rig.clock.instant()));
    }

    private boolean presence() {
        return publisher().present().anybody(rig.clock.instant());
    }

    private PresencePublisher publisher() {
        return new PresencePublisher(rig.staff, tests, node.getBean(PresenceSealer.class), rig.redis, rig.clock);
    }

    private byte @Nullable [] told() {
        return rig.redis.hget(
                Boundary.PRESENCE.getBytes(StandardCharsets.UTF_8),
                Boundary.PRESENCE_FIELD.getBytes(StandardCharsets.UTF_8));
    }

    private List<DeskNotice.OfficerAlert> alerts() {
        return rig.notices().stream().map(DeskNotice.OfficerAlert.class::cast).toList();
    }

    private void open(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class).receive(filed.build(), "digest");
    }

    private void sweep() {
        node.getBean(AlertDesk.class).sweep();
        node.getBean(AlertDesk.class).sweep();
    }

    private List<StaffId> paged() {
        return node.getBean(CaseBook.class).hot().stream()
                .flatMap(held -> held.pages().stream())
                .filter(page -> page.way() == Page.Way.CONSOLE)
                .map(Page::staff)
                .toList();
    }
}
