package org.wasl.admin.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.casework.QueuePage;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.report.Level;

/** Intake to case, one entry at a time. */
class IntakeDrainIT {
    private final DeskRig rig = new DeskRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void bringsAReportFromIntakeToTheQueue() {
        ApplicationContext node = rig.node("desk-1");
        rig.staff.onDuty(Staffing.LAYLA);
        rig.file(aFiledReport().judged(Level.L1_IMMEDIATE));

        drain(node);

        QueuePage page = node.getBean(CaseDesk.class)
                .queue(rig.staff.as(Staffing.LAYLA), QueueFilter.ALL, null, 25);
        assertThat(page.rows()).hasSize(1);
        assertThat(page.rows().getFirst().level()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(rig.redis.keys("wasl:{s*}:intake*")).isEmpty();
    }

    static void drain(ApplicationContext node) {
        IntakeDrain drain = node.getBean(IntakeDrain.class);
        while (drain.round(IntakeLists.ALL)) {
            // as long as something comes
        }
    }
}
