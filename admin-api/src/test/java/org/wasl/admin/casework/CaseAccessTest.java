package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.MORNING;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.CaseAccess.Decision;
import org.wasl.admin.officer.BrokenGlass;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/** Whom an alert calls can open what it calls them to, and only while it calls. */
class CaseAccessTest {
    private final FreshCases cases = new FreshCases();
    private final Staffing staff = new Staffing();
    private final CaseAccess access = new CaseAccess(staff, BrokenGlass.NEVER, null);

    @BeforeEach
    void onDuty() {
        staff.onDuty(Staffing.DARA, Staffing.SALMA, Staffing.HIWA);
    }

    @Test
    void whatIsWorseNowIsOpenToTheShiftThoughSomebodyWhoSleepsHoldsIt() {
        Case held = heldByLayla(Level.L3_URGENT);
        assertThat(readable(Staffing.DARA, held)).isFalse();
        assertThat(readable(Staffing.SALMA, held)).isFalse();

        Case worse = grown(held, Level.L1_IMMEDIATE);

        assertThat(worse.handling().owner()).isEqualTo(Staffing.LAYLA);
        assertThat(readable(Staffing.DARA, worse)).isTrue();
        assertThat(readable(Staffing.SALMA, worse)).isTrue();
    }

    @Test
    void theNextClaimShutsTheDoorAgain() {
        Case worse = grown(heldByLayla(Level.L3_URGENT), Level.L1_IMMEDIATE);
        Case taken = claimed(worse, Staffing.DARA);

        assertThat(readable(Staffing.DARA, taken)).isTrue();
        assertThat(readable(Staffing.LAYLA, taken)).isTrue();
        assertThat(readable(Staffing.SALMA, taken)).isFalse();
    }

    @Test
    void whoWritesAgainAfterTheEndIsReadByTheShift() {
        Case held = heldByLayla(Level.L2_EMERGENT);
        Case closed = held.handled(held.handling().in(CaseStatus.CLOSED).ended(Handling.Disposition.SERVICE_DELIVERED))
                .happened(CaseEvent.Kind.CLOSED, now(), Staffing.LAYLA.value(), null);

        Case back = grown(closed, Level.L2_EMERGENT);

        assertThat(back.status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(readable(Staffing.DARA, back)).isTrue();
        assertThat(readable(Staffing.SALMA, back)).isTrue();
    }

    @Test
    void anOfficerReadsWhatSheIsCalledToUntilSomebodyElseTookIt() {
        Case held = paged(cases.opened(child(Level.L1_IMMEDIATE)), Staffing.HIWA, Page.Clock.ACKNOWLEDGE);
        assertThat(readable(Staffing.HIWA, held)).isTrue();

        assertThat(readable(Staffing.HIWA, claimed(held, Staffing.DARA))).isFalse();
        assertThat(readable(Staffing.HIWA, claimed(held, Staffing.HIWA))).isTrue();
    }

    @Test
    void aSupervisorCalledForWhatWasNotDoneMayLookUntilItIsDone() {
        Case held = paged(heldByLayla(Level.L1_IMMEDIATE), Staffing.SALMA, Page.Clock.ACT);
        assertThat(readable(Staffing.SALMA, held)).isTrue();

        assertThat(readable(Staffing.SALMA, held.acted(now()))).isFalse();
    }

    @Test
    void whoIsCalledToAColleagueWhoIsMissedIsNotToldWhatTheCaseIsAbout() {
        Case held = paged(heldByLayla(Level.L1_IMMEDIATE), Staffing.SALMA, Page.Clock.VISIT);

        assertThat(readable(Staffing.SALMA, held)).isFalse();
    }

    private Case heldByLayla(Level level) {
        return claimed(cases.opened(child(level)), Staffing.LAYLA);
    }

    private Case claimed(Case held, StaffId who) {
        cases.clock.pass(Duration.ofMinutes(1));
        Handling taken = held.handling().claimedBy(who, now(), now());
        return held.handled(held.status() == CaseStatus.NEW ? taken.in(CaseStatus.ACKED) : taken);
    }

    private Case grown(Case held, Level level) {
        cases.clock.pass(Duration.ofHours(9));
        return cases.grown(held, child(level).as(1).saying("he has a knife").at(cases.clock.instant()));
    }

    private static FiledReports child(Level level) {
        return aFiledReport().about(Category.CHI).judged(level).at(MORNING);
    }

    private Case paged(Case held, StaffId whom, Page.Clock which) {
        return held.paged(List.of(Page.console(held.clockFrom(), 0, whom, now(), which)));
    }

    private Instant now() {
        return cases.clock.instant();
    }

    /** Asked of the case and of what memory holds of it: both have to say the same. */
    private boolean readable(StaffId who, Case held) {
        Decision whole = access.decide(staff.as(who), held);
        assertThat(access.decide(staff.as(who), HotCase.of(held))).isEqualTo(whole);
        return whole.readable();
    }
}
