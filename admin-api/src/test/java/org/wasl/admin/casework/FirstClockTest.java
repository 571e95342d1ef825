package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.MORNING;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.triage.report.Level;

/** The clocks run from when a person's words came to the bot, not from when they reached the desk. */
class FirstClockTest {
    private final FreshCases cases = new FreshCases();

    @Test
    void whatLayOnTheWayHasWaitedAllThatTime() {
        cases.clock.pass(Duration.ofMinutes(7));
        Case held = cases.opened(aFiledReport().judged(Level.L1_IMMEDIATE).at(MORNING));

        assertThat(held.clockFrom()).isEqualTo(MORNING);
        assertThat(held.opened()).isEqualTo(MORNING.plus(Duration.ofMinutes(7)));
        DayFigures today = figures(held);
        assertThat(today.acknowledgeMissed()).isEqualTo(1);
    }

    @Test
    void aClockThatRunsAheadPutsNothingIntoTheFuture() {
        Case held = cases.opened(aFiledReport().at(MORNING.plus(Duration.ofHours(9))));
        assertThat(held.clockFrom()).isEqualTo(MORNING);
    }

    @Test
    void wordsThatRaiseACaseCountFromTheirOwnFiling() {
        Case held = cases.opened(aFiledReport().judged(Level.L3_URGENT).at(MORNING));
        cases.clock.pass(Duration.ofMinutes(10));
        Instant said = MORNING.plus(Duration.ofMinutes(4));

        Case raised = cases.grown(held, worse(said));

        assertThat(raised.effectiveLevel()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(raised.clockFrom()).isEqualTo(said);
        assertThat(raised.needsAcknowledgement()).isTrue();
    }

    @Test
    void whatWasDoneForLessStopsNoClockOfMore() {
        Case held = cases.opened(aFiledReport().judged(Level.L3_URGENT).at(MORNING));
        cases.clock.pass(Duration.ofMinutes(10));
        Case helped = held.acted(cases.clock.instant())
                .handled(held.handling()
                        .actedAt(cases.clock.instant())
                        .lowering(new Handling.LoweringRequest(
                                Level.L4_STANDARD, "calm", Staffing.LAYLA, cases.clock.instant())));
        cases.clock.pass(Duration.ofMinutes(10));

        Case raised = cases.grown(helped, worse(cases.clock.instant()));
        assertThat(raised.handling().acted()).isNull();
        assertThat(raised.handling().lowering()).isNull();

        cases.clock.pass(Duration.ofMinutes(11));
        assertThat(new ActClocks(CaseworkSettings.DEFAULTS)
                        .of(raised, cases.clock.instant())
                        .state())
                .isEqualTo(ActClock.State.MISSED);
    }

    @Test
    void whatIsOpenedAgainNeedsAFirstStepAgain() {
        Case held = cases.opened(aFiledReport().judged(Level.L2_EMERGENT).at(MORNING));
        Case closed =
                held.acted(MORNING).handled(held.handling().actedAt(MORNING).in(CaseStatus.CLOSED));
        cases.clock.pass(Duration.ofDays(1));

        Case back = cases.grown(
                closed,
                aFiledReport().as(1).saying("again").judged(Level.L2_EMERGENT).at(cases.clock.instant()));

        assertThat(back.status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(back.handling().acted()).isNull();
    }

    @Test
    void whatWasFiledBeforeALookAndCameAfterItStillNeedsALookOfItsOwn() {
        Case held = cases.opened(aFiledReport().judged(Level.L3_URGENT).at(MORNING));
        cases.clock.pass(Duration.ofMinutes(10));
        Instant looked = cases.clock.instant();
        Case claimed = held.handled(held.handling().claimedBy(Staffing.LAYLA, looked, looked));
        cases.clock.pass(Duration.ofMinutes(1));

        Case raised = cases.grown(claimed, worse(MORNING.plus(Duration.ofMinutes(9))));

        assertThat(raised.needsAcknowledgement()).isTrue();
        assertThat(raised.clockFrom()).isEqualTo(cases.clock.instant());
    }

    @Test
    void aBoardTellsTheMedianToAFirstHumanAndEachClockThatWasMissedToday() {
        Case quick =
                taken(cases.opened(aFiledReport().judged(Level.L1_IMMEDIATE).at(MORNING)), 1);
        Case slow = taken(cases.opened(aFiledReport().judged(Level.L1_IMMEDIATE).at(MORNING)), 40);
        Case slowest =
                taken(cases.opened(aFiledReport().judged(Level.L1_IMMEDIATE).at(MORNING)), 50);
        cases.clock.pass(Duration.ofHours(3));

        DayFigures today = figures(quick, slow, slowest);

        assertThat(today.taken()).isEqualTo(3);
        assertThat(today.firstHuman()).isEqualTo(Duration.ofMinutes(40));
        assertThat(today.acknowledgeMissed()).isEqualTo(2);
        assertThat(today.actMissed()).isEqualTo(3);
        cases.clock.pass(Duration.ofDays(1));
        assertThat(figures(quick, slow, slowest)).isEqualTo(new DayFigures(0, null, 0, 0));
    }

    private static Case taken(Case held, int minutes) {
        Instant at = MORNING.plus(Duration.ofMinutes(minutes));
        return held.handled(held.handling().claimedBy(Staffing.LAYLA, at, at))
                .happened(CaseEvent.Kind.CLAIMED, at, Staffing.LAYLA.value(), null);
    }

    private DayFigures figures(Case... held) {
        return DayFigures.of(
                List.of(held).stream().map(HotCase::of).toList(), CaseworkSettings.DEFAULTS, cases.clock.instant());
    }

    private static FiledReports worse(Instant at) {
        return aFiledReport()
                .as(1)
                .saying("he has a knife now")
                .judged(Level.L1_IMMEDIATE)
                .at(at);
    }
}
