package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.officer.Departure;
import org.wasl.triage.report.Level;

/** What somebody held whose account is closed calls for others, and is shut to them. */
class LeaversIT {
    private final DeskRig rig = new DeskRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatTheyHeldCallsForOthersAtOnce() {
        ApplicationContext node = rig.node("desk-1");
        rig.staff.onDuty(Staffing.LAYLA);
        CaseNumber number = filed(node);
        CaseDesk desk = node.getBean(CaseDesk.class);
        assertThat(desk.acknowledge(rig.staff.as(Staffing.LAYLA), number, null)).isInstanceOf(CaseChange.Done.class);

        rig.clock.pass(Duration.ofMinutes(1));
        node.getBean(Departure.class).left(Staffing.LAYLA);

        Case held = node.getBean(CaseBook.class).read(number).orElseThrow();
        assertThat(held.handling().owner()).isNull();
        assertThat(held.handling().team()).isEmpty();
        assertThat(held.needsAcknowledgement()).isTrue();
        assertThat(held.clockFrom()).isEqualTo(rig.clock.instant());
        assertThat(desk.renewClaim(rig.staff.as(Staffing.LAYLA), number)).isFalse();
    }

    private CaseNumber filed(ApplicationContext node) {
        FiledReports filed = aFiledReport().judged(Level.L2_EMERGENT);
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class).receive(filed.build(), "digest");
        return node.getBean(CaseBook.class).caseOf(filed.build().id()).orElseThrow();
    }
}
