package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.MORNING;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wasl.admin.Staffing;
import org.wasl.triage.report.Level;

/** New words reopen a case for ninety days; later they begin it anew. */
class LateReturnTest {
    private final FreshCases cases = new FreshCases();
    private final Case closed = closed();

    @Test
    void reopensWithWhoeverHeldItWhileNinetyDaysLast() {
        Case back = after(Duration.ofDays(90));

        assertThat(back.status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(back.handling().owner()).isEqualTo(Staffing.LAYLA);
    }

    @Test
    void beginsAnewAfterwardsAndLosesNoWord() {
        Case back = after(Duration.ofDays(90).plusSeconds(1));

        assertThat(back.status()).isEqualTo(CaseStatus.NEW);
        assertThat(back.handling()).isEqualTo(Handling.NOBODY);
        assertThat(back.needsAcknowledgement()).isTrue();
        assertThat(back.clockFrom()).isEqualTo(cases.clock.instant());
        assertThat(back.leading().parts()).hasSize(2);
        assertThat(back.events().stream().map(CaseEvent::kind))
                .contains(CaseEvent.Kind.BEGUN_ANEW)
                .doesNotContain(CaseEvent.Kind.REOPENED);
        assertThat(CaseTransitions.STANDARD.allows(closed.status(), back.status(), back.effectiveLevel()))
                .isTrue();
    }

    private Case after(Duration time) {
        cases.clock.pass(time);
        return cases.grown(
                closed,
                aFiledReport()
                        .as(1)
                        .saying("it began again")
                        .judged(Level.L2_EMERGENT)
                        .at(cases.clock.instant()));
    }

    private Case closed() {
        Case held = cases.opened(aFiledReport().judged(Level.L2_EMERGENT));
        return held.handled(held.handling()
                        .claimedBy(Staffing.LAYLA, MORNING, MORNING)
                        .in(CaseStatus.CLOSED)
                        .ended(Handling.Disposition.SERVICE_DELIVERED))
                .happened(CaseEvent.Kind.CLOSED, MORNING, Staffing.LAYLA.value(), null);
    }
}
