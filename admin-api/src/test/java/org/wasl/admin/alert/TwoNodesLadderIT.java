package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.Page;
import org.wasl.admin.reply.NoticeDrop;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.report.Level;
import org.wasl.triage.seal.Bytes;

/** Two admin nodes climb one ladder together, and one of them dies on it. */
class TwoNodesLadderIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext one = rig.node("desk-1");
    private final ApplicationContext two = rig.node("desk-2");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void pageOncePerStepWhenBothSweepAtTheSameMoment() throws InterruptedException {
        everybodyOnDuty();
        open();
        for (Duration pause :
                List.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofMinutes(2), Duration.ofMinutes(5))) {
            rig.clock.pass(pause);
            follow(two);
            CountDownLatch start = new CountDownLatch(1);
            Thread here = sweeper(one, start);
            Thread there = sweeper(two, start);
            start.countDown();
            here.join(TimeUnit.SECONDS.toMillis(30));
            there.join(TimeUnit.SECONDS.toMillis(30));
            follow(one);
        }
        assertThat(pagesPerPersonAndWay())
                .isNotEmpty()
                .allSatisfy((who, times) -> assertThat(times).isEqualTo(1));
        assertThat(alerts().values()).isNotEmpty().allMatch(times -> times == 1);
    }

    /** Before the notice is left, and after it was left but before that was written down. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOtherFinishesThePageOfTheOneThatWasKilled(boolean left) {
        everybodyOnDuty();
        open();
        NoticeDrop drop = one.getBean(NoticeDrop.class);
        AlertDesk dying = AlertDesks.over(rig, one, new KilledWhileLeaving(drop, left));
        assertThatThrownBy(dying::sweep).isInstanceOf(Killed.class);
        assertThat(rig.notices()).hasSize(left ? 1 : 0);

        follow(two);
        sweep(two);
        assertThat(rig.notices()).hasSize(left ? 1 : 0);
        rig.clock.pass(Duration.ofSeconds(5));
        sweep(two);
        rig.clock.pass(Duration.ofSeconds(5));
        sweep(two);

        assertThat(alerts())
                .hasSize(1)
                .allSatisfy((once, times) -> assertThat(times).isEqualTo(left ? 2 : 1));
        assertThat(pagesPerPersonAndWay())
                .allSatisfy((who, times) -> assertThat(times).isEqualTo(1));
        rig.clock.pass(Duration.ofSeconds(170));
        sweep(two);
        assertThat(alerts()).hasSize(4);
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private record KilledWhileLeaving(NoticeDrop real, boolean left) implements NoticeDrop {
        @Override
        public Bytes sealed(DeskNotice notice) {
            return real.sealed(notice);
        }

        @Override
        public Outcome drop(Bytes sealed) {
            if (left) {
                real.drop(sealed);
            }
            throw new Killed();
        }
    }

    private void everybodyOnDuty() {
        rig.staff
                .onDuty(Staffing.LAYLA, Staffing.DARA, Staffing.SALMA, Staffing.NIDAL)
                .linked(Staffing.LAYLA)
                .linked(Staffing.DARA)
                .linked(Staffing.SALMA)
                .linked(Staffing.NIDAL);
    }

    private void open() {
        FiledReports filed = aFiledReport().judged(Level.L1_IMMEDIATE);
        rig.deskSays(filed.build().story(), filed.assessment());
        one.getBean(CaseIntake.class).receive(filed.build(), "digest");
    }

    private Map<String, Long> pagesPerPersonAndWay() {
        CaseBook book = two.getBean(CaseBook.class);
        Case held = book.read(book.hot().iterator().next().number()).orElseThrow();
        return held.pages().stream()
                .collect(
                        Collectors.groupingBy((Page page) -> page.staff().value() + page.way(), Collectors.counting()));
    }

    private Map<String, Long> alerts() {
        return rig.notices().stream()
                .map(DeskNotice.OfficerAlert.class::cast)
                .collect(Collectors.groupingBy(DeskNotice.OfficerAlert::onceValue, Collectors.counting()));
    }

    private static Thread sweeper(ApplicationContext node, CountDownLatch start) {
        return Thread.ofPlatform().start(() -> {
            try {
                start.await();
            } catch (InterruptedException stopped) {
                return;
            }
            sweep(node);
        });
    }

    private static void sweep(ApplicationContext node) {
        node.getBean(AlertDesk.class).sweep();
    }

    private static void follow(ApplicationContext node) {
        SmartLifecycle upkeep = node.getBean("caseUpkeep", SmartLifecycle.class);
        upkeep.start();
        upkeep.stop();
    }
}
