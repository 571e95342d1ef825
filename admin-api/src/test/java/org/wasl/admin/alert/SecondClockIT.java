package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.Staffing.JALAL;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.NIDAL;
import static org.wasl.admin.Staffing.RAWA;
import static org.wasl.admin.Staffing.SALMA;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.FirstSteps;
import org.wasl.admin.casework.Page;
import org.wasl.admin.casework.ProtectiveStep;
import org.wasl.admin.casework.PutAside;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/** The ladder of a case somebody took and of which nobody recorded what was done, rung by rung. */
class SecondClockIT extends Rungs {
    @Test
    void anL1NobodyRecordedAStepOfClimbsTwoAndSevenMinutesAboveTheSupervisors() {
        everybody();
        CaseNumber number = taken(aFiledReport().judged(Level.L1_IMMEDIATE));

        assertThat(watchActing(number, "9m59s", "10m", "11m59s", "12m", "16m59s", "17m", "3h"))
                .containsExactlyEntriesOf(timeline(
                        "10m", "layla salma nidal",
                        "12m", "rawa",
                        "17m", "jalal"));
        assertThat(everyPageOnce(number)).isTrue();
        assertThat(alerts()).allSatisfy((once, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void anL2ClimbsFortyAndAHundredMinutesAboveTheSupervisors() {
        everybody();
        CaseNumber number = taken(aFiledReport().judged(Level.L2_EMERGENT).inWindows(ALWAYS));

        assertThat(watchActing(number, "1h59m59s", "2h", "2h39m59s", "2h40m", "3h39m59s", "3h40m", "9h"))
                .containsExactlyEntriesOf(timeline(
                        "2h", "layla salma nidal",
                        "2h40m", "rawa",
                        "3h40m", "jalal"));
        assertThat(everyPageOnce(number)).isTrue();
    }

    @Test
    void anL3GoesToTheRegionAfterTwentyOneHoursAndNoFurther() {
        everybody();
        CaseNumber third = taken(aFiledReport().judged(Level.L3_URGENT).inWindows(ALWAYS));
        CaseNumber fourth = taken(aFiledReport().judged(Level.L4_STANDARD).inWindows(ALWAYS));

        assertThat(watchActing(third, "23h59m59s", "24h", "44h59m59s", "45h", "200h"))
                .containsExactlyEntriesOf(timeline("24h", "layla salma nidal", "45h", "rawa"));
        assertThat(held(fourth).pages()).isEmpty();
    }

    @Test
    void theSecondClockOfASuspicionStaysWithTheSupervisors() {
        everybody();
        CaseNumber number =
                taken(aFiledReport().judged(Level.L2_EMERGENT).onSuspicion().inWindows(ALWAYS));

        assertThat(watchActing(number, "2h", "2h40m", "3h40m", "40h"))
                .containsExactlyEntriesOf(timeline("2h", "layla salma nidal"));
    }

    @Test
    void theSecondClockOfWhatWasPutAsideStaysWithTheSupervisorsUntilThatIsOver() {
        everybody();
        CaseNumber number = taken(aFiledReport().judged(Level.L1_IMMEDIATE));
        two.getBean(CaseBook.class).change(number, PutAside.by(LAYLA, rig.clock.instant(), Duration.ofMinutes(60)));

        assertThat(watchActing(number, "10m", "12m", "17m", "59m"))
                .containsExactlyEntriesOf(timeline("10m", "layla salma nidal"));
        assertThat(watchActing(number, "61m")).containsExactlyEntriesOf(timeline("61m", "rawa jalal"));
    }

    @Test
    void theSecondClockPassesAnEmptyRungAtOnceAndCallsNobodyLateToARungThatWasCalled() {
        rig.staff.onDuty(LAYLA).onCall(JALAL);
        rig.staff.linked(LAYLA);
        CaseNumber number = taken(aFiledReport().judged(Level.L1_IMMEDIATE));
        // Neither a supervisor nor a coordinator is there.
        assertThat(watchActing(number, "9m59s", "10m")).containsExactlyEntriesOf(timeline("10m", "layla jalal"));

        // Nobody was called on these rungs, so who comes to stand on them is; once.
        rig.staff.onDuty(SALMA);
        assertThat(watchActing(number, "11m")).containsExactlyEntriesOf(timeline("11m", "salma"));
        rig.staff.onDuty(NIDAL);
        assertThat(watchActing(number, "30m", "3h")).isEmpty();
        rig.staff.onDuty(RAWA);
        assertThat(watchActing(number, "4h")).containsExactlyEntriesOf(timeline("4h", "rawa"));
    }

    @Test
    void aCaseThatWasTakenLateGivesEachRungItsTime() {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        watch(number, "0s", "30m");
        take(number);

        assertThat(watchActing(number, "31m", "32m59s", "33m", "37m59s", "38m"))
                .containsExactlyEntriesOf(timeline(
                        "31m", "layla salma nidal",
                        "33m", "rawa",
                        "38m", "jalal"));
    }

    @Test
    void theConsoleSoundsForTheSecondClockAfterTheFirstOneClimbedToTheTop() throws InterruptedException {
        everybody();
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        watch(number, "0s", "3m", "5m", "10m");
        take(number);
        LiveFeed feed = new LiveFeed(AlertSettings.DEFAULTS);
        LiveNews news = new LiveNews(feed, rig.clock);
        news.known(hot(number));
        try (LiveFeed.Subscription console = feed.subscribe().orElseThrow()) {
            watchActing(number, "11m");
            assertThat(sounded(news, number, console)).containsExactly(Set.of(LAYLA, SALMA, NIDAL));
            assertThat(sounded(news, number, console)).isEmpty();
            watchActing(number, "13m");
            assertThat(sounded(news, number, console)).containsExactly(Set.of(RAWA));
        }
        assertThat(board().waitingFor(RAWA)).singleElement().satisfies(waiting -> {
            assertThat(waiting.clock()).isEqualTo(Page.Clock.ACT);
            assertThat(waiting.rung()).isEqualTo(Rung.REGIONAL);
        });
        FirstSteps.record(two, rig.staff.as(LAYLA), number, ProtectiveStep.SAFE_NOW);
        assertThat(board().waitingFor(RAWA)).isEmpty();
    }

    @Test
    void theSecondClockHoldsMessagesAboveTheSupervisorBackAsTheFirstDoes() {
        rig.staff.onDuty(LAYLA).linked(LAYLA);
        taken(aFiledReport().judged(Level.L2_EMERGENT).inWindows(ALWAYS));
        step("1m");
        taken(aFiledReport().judged(Level.L2_EMERGENT).inWindows(ALWAYS));
        rig.staff.onDuty(RAWA).linked(RAWA);

        // With no supervisor there both go to the region at once: the one by a message, the other within the next.
        step("2h");
        assertThat(counts()).containsExactly(1);
        step("2h1m");
        assertThat(counts()).containsExactly(1);
        // Who waits for a first look counts with who waits for a first step.
        rig.staff.offDuty(LAYLA);
        open(aFiledReport().judged(Level.L2_EMERGENT));
        step("2h5m");
        CaseNumber first = taken(aFiledReport().judged(Level.L1_IMMEDIATE));
        step("2h9m59s");
        assertThat(counts()).containsExactly(1);
        step("2h10m");
        assertThat(counts()).containsExactly(1, 3);

        // An L1 is held back by nothing.
        step("2h14m59s");
        assertThat(counts()).containsExactly(1, 3);
        step("2h15m");
        assertThat(counts()).containsExactly(1, 3, 4);
        assertThat(acting(first)).containsExactly("layla", "rawa");
        step("2h24m");
        assertThat(counts()).hasSize(3);
    }

    @Test
    void aStepRecordedInTimePagesNobodyAndALateOneNobodyMore() {
        everybody();
        CaseNumber quick = taken(aFiledReport().judged(Level.L1_IMMEDIATE));
        CaseNumber late = taken(aFiledReport().judged(Level.L1_IMMEDIATE));
        FirstSteps.record(one, rig.staff.as(LAYLA), quick, ProtectiveStep.SAFE_NOW);

        assertThat(watchActing(late, "10m", "12m"))
                .containsExactlyEntriesOf(timeline("10m", "layla salma nidal", "12m", "rawa"));
        FirstSteps.record(two, rig.staff.as(LAYLA), late, ProtectiveStep.NO_PLACE_KEPT_IN_CHAT);

        assertThat(watchActing(late, "17m", "3h")).isEmpty();
        assertThat(acting(quick)).isEmpty();
    }

    @Test
    void aStatusSetByHandStopsNoLadder() {
        everybody();
        CaseNumber number = taken(aFiledReport().judged(Level.L1_IMMEDIATE));
        assertThat(desk().move(rig.staff.as(LAYLA), number, CaseStatus.IN_PROGRESS, null))
                .isInstanceOf(CaseChange.Done.class);

        assertThat(watchActing(number, "10m", "12m", "17m"))
                .containsExactlyEntriesOf(timeline("10m", "layla salma nidal", "12m", "rawa", "17m", "jalal"));
    }

    @Test
    void aReplyThatArrivedStopsTheLadderOfAnL2AndNotOfAnL1() {
        everybody();
        CaseNumber second = answered(Level.L2_EMERGENT);
        CaseNumber first = answered(Level.L1_IMMEDIATE);

        assertThat(watchActing(first, "10m", "12m", "17m"))
                .containsExactlyEntriesOf(timeline("10m", "layla salma nidal", "12m", "rawa", "17m", "jalal"));
        step("9h");
        assertThat(acting(second)).isEmpty();
    }

    private List<Set<StaffId>> sounded(LiveNews news, CaseNumber number, LiveFeed.Subscription console)
            throws InterruptedException {
        news.moved(hot(number));
        return console.take(0, TimeUnit.SECONDS).stream()
                .filter(LiveEvent.Alerted.class::isInstance)
                .map(event -> ((LiveEvent.Alerted) event).paged())
                .toList();
    }
}
