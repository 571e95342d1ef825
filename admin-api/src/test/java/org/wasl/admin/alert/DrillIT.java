package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.Staffing.DARA;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.SALMA;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Page;
import org.wasl.admin.casework.QueueFilter;

/** A marked report on the real ladder. */
class DrillIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final DrillDesk drills = node.getBean(DrillDesk.class);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void runsTheRealLadderAndTellsWhoWasPagedWhoSawItAndWhoTookItAfterHowLong() {
        rig.staff.onDuty(LAYLA, DARA, SALMA).linked(LAYLA);
        CaseNumber number = drills.begin(rig.staff.as(SALMA), "monday").orElseThrow();
        look();
        pass(Duration.ofSeconds(20));
        AlertBoard board = node.getBean(AlertBoard.class);
        assertThat(board.waitingFor(LAYLA)).singleElement().satisfies(one -> {
            assertThat(one.drill()).isTrue();
            assertThat(one.number()).isEqualTo(number);
        });
        assertThat(board.seen(rig.staff.as(LAYLA), number)).isTrue();
        pass(Duration.ofSeconds(25));
        node.getBean(CaseDesk.class).acknowledge(rig.staff.as(LAYLA), number, null);
        look();

        DrillResult result = drills.result(number).orElseThrow();
        assertThat(result.over()).isTrue();
        assertThat(result.acknowledgedBy()).isEqualTo(LAYLA);
        assertThat(result.acknowledgedAfter()).isEqualTo(45);
        assertThat(result.calls()).extracting(DrillResult.Call::way).contains(Page.Way.CONSOLE, Page.Way.MESSENGER);
        assertThat(result.calls()).extracting(DrillResult.Call::seen).contains(20L);
        assertThat(drills.all()).extracting(DrillResult::number).containsExactly(number);
    }

    @Test
    void standsInNoQueueAndInNoCount() {
        rig.staff.onDuty(LAYLA, SALMA);
        CaseNumber number = drills.begin(rig.staff.as(SALMA), null).orElseThrow();
        var page = node.getBean(CaseDesk.class).queue(rig.staff.as(SALMA), QueueFilter.ALL, null, 50);

        assertThat(page.rows()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(page.byLevel()).isEmpty();
        assertThat(node.getBean(CaseBook.class).read(number).orElseThrow().drill())
                .isTrue();
    }

    @Test
    void theSameKeyIsTheSameDrillAndAnOperatorBeginsNone() {
        CaseNumber first = drills.begin(rig.staff.as(SALMA), "once").orElseThrow();
        assertThat(drills.begin(rig.staff.as(SALMA), "once")).contains(first);
        assertThat(drills.begin(rig.staff.as(LAYLA), "once")).isEmpty();
        assertThat(drills.all()).hasSize(1);
    }

    @Test
    void endsByItselfWhenNobodyTookIt() {
        rig.staff.onDuty(LAYLA, SALMA);
        CaseNumber number = drills.begin(rig.staff.as(SALMA), null).orElseThrow();
        look();
        pass(Duration.ofMinutes(15));

        DrillResult result = drills.result(number).orElseThrow();
        assertThat(result.over()).isTrue();
        assertThat(result.acknowledgedBy()).isNull();
        assertThat(node.getBean(CaseBook.class)
                        .read(number)
                        .orElseThrow()
                        .status()
                        .open())
                .isFalse();
    }

    private void pass(Duration time) {
        rig.clock.pass(time);
        look();
    }

    private void look() {
        node.getBean(AlertDesk.class).sweep();
        drills.sweep();
    }
}
