package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.WishRule.Standing;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** A wish for a woman is hard for everyone who takes a case or writes first, and never makes anybody wait. */
class WishRuleTest {
    private static final StaffId MAN = Staffing.HIWA;

    private final FreshCases cases = new FreshCases();
    private final Staffing staff = new Staffing();
    private final WishRule rule =
            new WishRule(staff, new Assignments(staff, new HotSet(10), cases.clock), CaseworkSettings.DEFAULTS);

    @BeforeEach
    void onDuty() {
        staff.as(MAN, Role.OPERATOR)
                .scoped(MAN, Scope.everywhere("ar").of(Gender.MAN))
                .scoped(Staffing.LAYLA, Scope.everywhere("ar").of(Gender.WOMAN))
                .onDuty(MAN, Staffing.LAYLA);
    }

    @Test
    void aManNeitherTakesNorWritesFirstWhileAWomanIsThere() {
        Case held = wishing(Level.L2_EMERGENT);
        assertThat(standing(MAN, held)).isEqualTo(Standing.NOT_MET);
        assertThat(rule.mayWrite(as(MAN), held, now())).isFalse();
        assertThat(standing(Staffing.LAYLA, held)).isEqualTo(Standing.MET);
    }

    @Test
    void whoeverSaidNothingOfTheirGenderMeetsNoWish() {
        staff.scoped(MAN, Scope.everywhere("ar").of(Gender.UNSTATED));
        assertThat(standing(MAN, wishing(Level.L3_URGENT))).isEqualTo(Standing.NOT_MET);
    }

    @Test
    void neverDelaysARescue() {
        assertThat(standing(MAN, wishing(Level.L1_IMMEDIATE))).isEqualTo(Standing.RESCUE);
        assertThat(rule.mayWrite(as(MAN), wishing(Level.L1_IMMEDIATE), now())).isTrue();
    }

    @Test
    void fallsBackHonestlyWhereNoWomanServes() {
        staff.offDuty(Staffing.LAYLA);
        Standing standing = standing(MAN, wishing(Level.L2_EMERGENT));
        assertThat(standing).isEqualTo(Standing.NOBODY_AS_WISHED);
        assertThat(standing.fallback()).isTrue();
    }

    @Test
    void aWomanWhoMustKeepAwayCountsForNobody() {
        Case held = wishing(Level.L2_EMERGENT);
        Case apart = held.tied(held.ties().keeping(Staffing.LAYLA));
        assertThat(standing(MAN, apart)).isEqualTo(Standing.NOBODY_AS_WISHED);
    }

    @Test
    void leavesNobodyAlonePastTheFirstClockAndWhoTookItThenMayWrite() {
        Case held = wishing(Level.L2_EMERGENT);
        cases.clock.pass(Duration.ofMinutes(16));
        assertThat(standing(MAN, held)).isEqualTo(Standing.CLOCK_MISSED);

        Case taken = held.handled(held.handling().claimedBy(MAN, now(), now()))
                .happened(CaseEvent.Kind.CLAIMED, now(), MAN.value(), Standing.CLOCK_MISSED.name());
        assertThat(rule.mayWrite(as(MAN), taken, now())).isTrue();
        staff.scoped(Staffing.DARA, Scope.everywhere("ar").of(Gender.MAN));
        assertThat(standing(Staffing.DARA, taken)).isEqualTo(Standing.NOT_MET);
    }

    @Test
    void thePersonsOwnWordEndsIt() {
        Case held = wishing(Level.L2_EMERGENT);
        Case agreed = held.tied(held.ties().agreed(new Ties.Agreement(Staffing.LAYLA, "yes", now())));
        assertThat(standing(MAN, agreed)).isEqualTo(Standing.AGREED);
    }

    @Test
    void aWomanJoinsTheOneWhoHoldsItAndTheCaseSaysSoOnce() {
        Case held = wishing(Level.L1_IMMEDIATE);
        Case taken = held.handled(held.handling().claimedBy(MAN, now(), now()));
        assertThat(rule.joins(as(MAN), taken)).isFalse();
        assertThat(rule.joins(as(Staffing.LAYLA), taken)).isTrue();

        Case joined = rule.joined(as(Staffing.LAYLA), taken, now());

        assertThat(joined.handling().team()).contains(Staffing.LAYLA);
        assertThat(joined.events().getLast().kind()).isEqualTo(CaseEvent.Kind.AS_WISHED_JOINED);
        assertThat(rule.joined(as(Staffing.LAYLA), joined, now()).events()).hasSameSizeAs(joined.events());
    }

    @Test
    void nothingWishedShutsNobodyOut() {
        assertThat(standing(MAN, cases.opened(aFiledReport().judged(Level.L2_EMERGENT))))
                .isEqualTo(Standing.NO_WISH);
    }

    private Case wishing(Level level) {
        return cases.opened(
                aFiledReport().judged(level).with(Fact.chosen(FactKey.PREFERRED_OFFICER, Truth.YES, "woman")));
    }

    private Standing standing(StaffId who, Case held) {
        return rule.of(as(who), held, now());
    }

    private CurrentStaff as(StaffId who) {
        return staff.as(who);
    }

    private Instant now() {
        return cases.clock.instant();
    }
}
