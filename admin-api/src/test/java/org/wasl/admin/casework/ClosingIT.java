package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Handling.Disposition;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Role;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** How a case may end, what is followed up after it, and what a human says it was about. */
class ClosingIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final ClosureDesk closures = node.getBean(ClosureDesk.class);
    private final AgendaDesk agenda = node.getBean(AgendaDesk.class);
    private final CodingDesk codings = node.getBean(CodingDesk.class);
    private final CurrentStaff salma = rig.staff.as(Staffing.SALMA);
    private final CurrentStaff nidal = rig.staff.as(Staffing.NIDAL);

    @BeforeEach
    void onDuty() {
        rig.staff.onDuty(Staffing.SALMA, Staffing.NIDAL, Staffing.LAYLA);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void notGenuineTakesTwoPeople() {
        Case held = taken(aFiledReport().judged(Level.L4_STANDARD));
        assertThat(close(held, Disposition.NOT_GENUINE)).isInstanceOf(CaseChange.WaitsForSecond.class);
        assertThat(now(held).status().open()).isTrue();
        assertThat(closures.confirm(salma, held.number(), true, null, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NEEDS_ANOTHER_PERSON));

        assertThat(closures.confirm(nidal, held.number(), true, null, null)).isInstanceOf(CaseChange.Done.class);
        assertThat(now(held).handling().disposition()).isEqualTo(Disposition.NOT_GENUINE);
        assertThat(now(held).agenda().closing()).isNull();
    }

    @Test
    void aRefusedClosureLeavesItOpen() {
        Case held = taken(aFiledReport());
        close(held, Disposition.NOT_GENUINE);
        closures.confirm(nidal, held.number(), false, null, null);
        assertThat(now(held).status().open()).isTrue();
        assertThat(closures.confirm(nidal, held.number(), true, null, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOTHING_ASKED));
    }

    @Test
    void aPledgeIsShutWithoutConsentAndTakesTwoWhereDangerIsKnown() {
        Case calm = taken(aFiledReport());
        assertThat(close(calm, Disposition.MEDIATED_PLEDGE))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_READY));
        consented(calm);
        assertThat(close(calm, Disposition.MEDIATED_PLEDGE)).isInstanceOf(CaseChange.Done.class);

        for (FactKey danger : List.of(
                FactKey.THREAT_TO_KILL,
                FactKey.HONOUR_THREAT,
                FactKey.FORCED_MARRIAGE,
                FactKey.SEXUAL_VIOLENCE,
                FactKey.STRANGLED,
                FactKey.ATTEMPT_TODAY,
                FactKey.MINOR)) {
            Case held = taken(aFiledReport().saying("with " + danger).with(Fact.chosen(danger, Truth.YES)));
            consented(held);
            assertThat(close(held, Disposition.MEDIATED_PLEDGE)).isInstanceOf(CaseChange.WaitsForSecond.class);
        }
        for (Category matter : List.of(Category.HBV, Category.FMR, Category.SXV, Category.CHI)) {
            Case held = taken(aFiledReport().saying("about " + matter).about(matter));
            consented(held);
            assertThat(close(held, Disposition.MEDIATED_PLEDGE)).isInstanceOf(CaseChange.WaitsForSecond.class);
        }
        Case child = taken(aFiledReport().saying("a boy").with(Fact.chosen(FactKey.AGE_BAND, Truth.YES, "9-14")));
        consented(child);
        assertThat(close(child, Disposition.MEDIATED_PLEDGE)).isInstanceOf(CaseChange.WaitsForSecond.class);
    }

    /** Whoever is no supervisor may close what they were cleared for, and is not asked for a second person: it is shut. */
    @Test
    void aPledgeWhereDangerIsKnownIsASupervisorsAlone() {
        Case held = taken(aFiledReport().tagged(Tag.COI_ROUTE).with(Fact.chosen(FactKey.THREAT_TO_KILL, Truth.YES)));
        consented(held);
        rig.staff.as(Staffing.DARA, Role.INTERNAL_AFFAIRS).onDuty(Staffing.DARA);
        assertThat(desk.close(
                        rig.staff.as(Staffing.DARA),
                        held.number(),
                        Disposition.MEDIATED_PLEDGE,
                        "they promised",
                        Set.of(),
                        null,
                        null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.TOO_DANGEROUS));
        assertThat(now(held).status().open()).isTrue();
    }

    @Test
    void aReturnToTheFamilyNeedsAnInterviewALookAtTheRiskAndASecondPersonAndIsFollowedUpInTwoDays() {
        Case held = taken(aFiledReport().judged(Level.L4_STANDARD).about(Category.RUN));
        assertThat(close(held, Disposition.RETURNED_TO_FAMILY, Closing.Check.RISK_ASSESSED))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_READY));
        assertThat(close(
                        held,
                        Disposition.RETURNED_TO_FAMILY,
                        Closing.Check.RISK_ASSESSED,
                        Closing.Check.PRIVATE_INTERVIEW))
                .isInstanceOf(CaseChange.WaitsForSecond.class);

        closures.confirm(nidal, held.number(), true, null, null);

        assertThat(now(held).agenda().nextFollowUp().orElseThrow().due())
                .isEqualTo(rig.clock.instant().plus(Duration.ofDays(2)));
    }

    @Test
    void noContactNeedsAttemptsSinceTheLastWord() {
        Case held = taken(aFiledReport().judged(Level.L2_EMERGENT));
        assertThat(close(held, Disposition.NO_CONTACT_AFTER_N))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_READY));
        rig.clock.pass(Duration.ofHours(1));
        for (int attempt = 0; attempt < 3; attempt++) {
            written(held, "r" + attempt);
        }
        assertThat(close(held, Disposition.NO_CONTACT_AFTER_N)).isInstanceOf(CaseChange.Done.class);
    }

    @Test
    void aWithdrawalIsLookedAtForPressure() {
        Case held = taken(aFiledReport().judged(Level.L2_EMERGENT));
        assertThat(close(held, Disposition.REPORTER_WITHDREW))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_READY));
        assertThat(close(held, Disposition.REPORTER_WITHDREW, Closing.Check.NO_PRESSURE))
                .isInstanceOf(CaseChange.WaitsForSecond.class);
        Case calm = taken(aFiledReport().saying("calm"));
        assertThat(close(calm, Disposition.REPORTER_WITHDREW, Closing.Check.NO_PRESSURE))
                .isInstanceOf(CaseChange.Done.class);
        assertThat(now(calm).agenda().next()).isNull();
    }

    @Test
    void aDeathWaitsForTheMeetingAndAnotherThanItsOwner() {
        Case held = taken(aFiledReport().judged(Level.L1_IMMEDIATE));
        close(held, Disposition.DECEASED);
        assertThat(book.hot(held.number()).orElseThrow().review()).isTrue();
        assertThat(closures.reviewed(salma, held.number(), "too late a page", null, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NEEDS_ANOTHER_PERSON));
        assertThat(closures.reviewed(nidal, held.number(), "too late a page", null, null))
                .isInstanceOf(CaseChange.Done.class);
        assertThat(now(held).agenda().review()).isFalse();
    }

    @Test
    void aDuplicateIsNotClosedByHand() {
        Case held = taken(aFiledReport());
        assertThat(close(held, Disposition.DUPLICATE)).isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED));
    }

    @Test
    void followsUpAfterTwoDaysAWeekAndAMonthAndOpensAgainWhoNeedsMore() {
        Case held = taken(aFiledReport().judged(Level.L3_URGENT));
        close(held, Disposition.SERVICE_DELIVERED);
        assertThat(now(held).agenda().followUps())
                .extracting(FollowUp::due)
                .containsExactly(
                        rig.clock.instant().plus(Duration.ofDays(2)),
                        rig.clock.instant().plus(Duration.ofDays(7)),
                        rig.clock.instant().plus(Duration.ofDays(30)));
        rig.clock.pass(Duration.ofDays(2));
        assertThat(desk.queue(salma, new QueueFilter(Set.of(), QueueFilter.Shortlist.FOLLOW_UPS, null, null), null, 10)
                        .total())
                .isEqualTo(1);
        agenda.followedUp(salma, held.number(), FollowUp.Result.SAFE, null, null);
        rig.clock.pass(Duration.ofDays(5));

        agenda.followedUp(salma, held.number(), FollowUp.Result.NEEDS_MORE, null, null);

        assertThat(now(held).status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(now(held).needsAcknowledgement()).isTrue();
    }

    @Test
    void aNewWordOpensAClosedCaseAgain() {
        FiledReports first = aFiledReport().judged(Level.L4_STANDARD);
        Case held = taken(first);
        close(held, Disposition.SERVICE_DELIVERED);
        rig.clock.pass(Duration.ofDays(80));
        open(aFiledReport().of(first.build().id()).as(1).saying("again").at(rig.clock.instant()));
        assertThat(now(held).status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(now(held).agenda().next()).isNotNull();
    }

    @Test
    void aHumansWordOnWhatItIsAboutStandsBesideTheMachinesAndRestrictsToo() {
        Case held = taken(aFiledReport().about(Category.THR));
        codings.code(salma, held.number(), Category.DV, List.of(Category.SXV), Coding.GbvType.PHYSICAL_ASSAULT, null);

        assertThat(now(held).leading().assessment().category()).isEqualTo(Category.THR);
        assertThat(now(held).restricted()).isTrue();
        assertThat(desk.queue(salma, QueueFilter.ALL, null, 10)
                        .rows()
                        .getFirst()
                        .category())
                .isEqualTo(Category.DV);
        assertThat(codings.code(rig.staff.as(Staffing.LAYLA), held.number(), Category.INF, List.of(), null, null))
                .isInstanceOf(CaseChange.Refused.class);
    }

    private CaseChange close(Case held, Disposition how, Closing.Check... checks) {
        return desk.close(salma, held.number(), how, "because", Set.of(checks), null, null);
    }

    private Case now(Case held) {
        return book.read(held.number()).orElseThrow();
    }

    private void consented(Case held) {
        book.change(held.number(), one -> {
            CaseReport report = one.leading();
            ReportPart part = report.latest();
            Consent contact = new Consent("contact", true, "1", "ar-IQ", rig.clock.instant(), "web");
            ReportPart more = new ReportPart(
                    part.sequence() + 1,
                    "consent",
                    false,
                    false,
                    part.at(),
                    part.story(),
                    List.of(),
                    part.facts(),
                    part.said(),
                    List.of(contact),
                    List.of(),
                    part.evidence());
            return one.reporting(report.with(more));
        });
    }

    private void written(Case held, String id) {
        book.change(
                held.number(),
                one -> one.replied(new DeskReply(
                        id,
                        one.leading().id(),
                        "are you there",
                        Staffing.SALMA,
                        "SUPERVISOR",
                        rig.clock.instant(),
                        org.wasl.triage.seal.Bytes.ofUtf8("sealed"),
                        null,
                        0,
                        null)));
    }

    private Case taken(FiledReports filed) {
        Case held = open(filed);
        desk.acknowledge(salma, held.number(), null);
        return held;
    }

    private Case open(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class)
                .receive(filed.build(), "digest " + filed.build().sequence());
        return book.read(book.caseOf(filed.build().id()).orElseThrow()).orElseThrow();
    }
}
