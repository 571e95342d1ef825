package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.SALMA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.triage.report.Level;

/** Copies of one text while the flood switch is on. */
class FloodIT {
    private static final String COPY = "somebody sends this very text again and again to this line number ";

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final FloodSwitch flood = node.getBean(FloodSwitch.class);
    private final CaseDesk desk = node.getBean(CaseDesk.class);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void copiesStandAsOneRowWithACountAndTheirHighestLevelBehindWhoAnswered() {
        rig.staff.onDuty(LAYLA, SALMA);
        assertThat(flood.turnOn(rig.staff.as(SALMA))).isTrue();
        for (int copy = 0; copy < 5; copy++) {
            open(aFiledReport().saying(COPY + copy).judged(copy == 3 ? Level.L1_IMMEDIATE : Level.L3_URGENT));
        }
        open(aFiledReport()
                .saying(COPY + "nine")
                .judged(Level.L1_IMMEDIATE)
                .scoring(1)
                .answering("danger-now", "governorate"));

        QueuePage page = queue();

        assertThat(page.rows()).extracting(QueueRow::alike).containsExactly(1, 5);
        assertThat(page.rows()).extracting(QueueRow::level).containsOnly(Level.L1_IMMEDIATE);
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.byLevel().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(6);
        assertThat(desk.alike(rig.staff.as(LAYLA), page.rows().getLast().number()))
                .hasSize(5);
    }

    @Test
    void endsByItselfAndGivesEachItsRowBack() {
        rig.staff.onDuty(LAYLA, SALMA);
        flood.turnOn(rig.staff.as(SALMA));
        List.of(1, 2, 3).forEach(copy -> open(aFiledReport().saying(COPY + copy)));
        assertThat(queue().rows()).hasSize(1);

        rig.clock.pass(Duration.ofHours(2));

        assertThat(queue().rows()).hasSize(3).allMatch(row -> row.alike() == 1);
    }

    @Test
    void leavesWhatCameBeforeAndWhatIsAnotherTextAlone() {
        rig.staff.onDuty(LAYLA, SALMA);
        open(aFiledReport().saying(COPY + "one"));
        rig.clock.pass(Duration.ofMinutes(1));
        flood.turnOn(rig.staff.as(SALMA));
        open(aFiledReport().saying(COPY + "two"));
        open(aFiledReport().saying("my neighbour took the keys of the car and drives it through the village at night"));

        assertThat(queue().rows()).hasSize(3);
    }

    @Test
    void isTheSupervisorsAndRefusalsAreRecorded() {
        assertThat(flood.turnOn(rig.staff.as(LAYLA))).isFalse();
        assertThat(flood.now()).isEmpty();
    }

    private QueuePage queue() {
        return desk.queue(rig.staff.as(LAYLA), QueueFilter.ALL, null, 50);
    }

    private void open(FiledReports filed) {
        filed.at(rig.clock.instant());
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class)
                .receive(filed.build(), "digest of " + filed.build().id());
    }
}
