package org.wasl.admin.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.partner.PartnerRig.CYBER;
import static org.wasl.admin.partner.PartnerRig.LEGAL;
import static org.wasl.admin.partner.PartnerRig.SECURITY;
import static org.wasl.admin.partner.PartnerRig.SHELTER;
import static org.wasl.admin.partner.PartnerRig.done;
import static org.wasl.admin.partner.PartnerRig.no;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseChange.Why;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.officer.Role;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.Referral;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** Referrals and the consents they rest on. */
class ReferralDeskIT {
    private static final Overriding DANGER = new Overriding(Basis.Ground.DANGER_TO_LIFE, "he has a knife");

    private final PartnerRig rig = new PartnerRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void nothingGoesBeforeThePersonAgreedAndAnAcceptanceIsAStep() {
        Case held = rig.taken(violence(Level.L3_URGENT));
        assertThat(rig.propose(held, SHELTER)).isEqualTo(no(Why.NO_CONSENT));
        done(rig.says(held, "referral", false));
        assertThat(rig.propose(held, SHELTER)).isEqualTo(no(Why.NO_CONSENT));

        Referral referral = rig.agreed(held, SHELTER);
        done(send(held, referral));

        assertThat(rig.now(held).status()).isEqualTo(CaseStatus.REFERRED);
        assertThat(rig.referral(held).answerBy()).isEqualTo(now().plus(Duration.ofHours(24)));
        assertThat(rig.referral(held).basis().agreed()).satisfies(agreed -> {
            assertThat(agreed.scope()).isEqualTo("referral");
            assertThat(agreed.textVersion()).isEqualTo("read out, 1");
        });
        done(answer(held, referral, Referral.State.ACCEPTED));
        assertThat(rig.now(held).handling().acted()).isNotNull();
        done(answer(held, referral, Referral.State.COMPLETED));
        assertThat(answer(held, referral, Referral.State.REFUSED)).isEqualTo(no(Why.NOT_FROM_HERE));
    }

    @Test
    void aGeneralYesMeansNeitherPoliceNorASecurityService() {
        Case held = rig.taken(aFiledReport().about(Category.BLK).judged(Level.L3_URGENT));
        done(rig.says(held, "referral", true));
        assertThat(rig.propose(held, SECURITY)).isEqualTo(no(Why.NO_CONSENT));

        done(rig.says(held, "referral:" + SECURITY, true));
        done(rig.propose(held, SECURITY));
        assertThat(rig.propose(held, CYBER)).isEqualTo(no(Why.NO_CONSENT));

        done(rig.says(held, "referral:" + SECURITY, false));
        assertThat(rig.referral(held).state()).isEqualTo(Referral.State.WITHDRAWN);
    }

    @Test
    void aConsentTakenBackWithdrawsAtOnceAndTellingThePartnerComesNext() {
        Case held = rig.taken(violence(Level.L4_STANDARD));
        Referral sent = rig.agreed(held, SHELTER);
        done(send(held, sent));
        done(rig.propose(held, LEGAL));
        Referral unsent = rig.referral(held);
        long before = rig.now(held).edition();

        done(rig.says(held, "referral", false));

        assertThat(rig.now(held).edition()).isEqualTo(before + 1);
        assertThat(rig.outside(held).referrals()).extracting(Referral::state).containsOnly(Referral.State.WITHDRAWN);
        assertThat(rig.outside(held).referrals()).extracting(Referral::toTell).containsExactly(true, false);
        assertThat(next(held).what()).isEqualTo(NextAction.What.TELL_PARTNER);
        assertThat(send(held, sent)).isEqualTo(no(Why.NOT_FROM_HERE));

        assertThat(rig.referrals.told(rig.salma(), held.number(), unsent.id(), null, null))
                .isEqualTo(no(Why.NOTHING_ASKED));
        done(rig.referrals.told(rig.salma(), held.number(), sent.id(), null, null));
        assertThat(rig.outside(held).withPartners()).isFalse();
        assertThat(next(held).what()).isNotEqualTo(NextAction.What.TELL_PARTNER);
    }

    @Test
    void whatThePersonTookBackWholeIsWithNoPartnerAndTakesNoNewWord() {
        Case held = rig.taken(violence(Level.L2_EMERGENT));
        done(send(held, rig.agreed(held, SHELTER)));

        rig.book.change(held.number(), one -> one.withdrawn(Handling.WithdrawalRequest.asked(false, true, now())));

        assertThat(rig.referral(held).state()).isEqualTo(Referral.State.WITHDRAWN);
        assertThat(rig.referral(held).toTell()).isTrue();
        assertThat(rig.propose(held, LEGAL, DANGER)).isNotInstanceOf(CaseChange.Done.class);
    }

    @Test
    void noAnswerCanBeSaidOnlyOnceItIsLateAndTheyMayBeAskedAgain() {
        Case held = rig.taken(violence(Level.L2_EMERGENT));
        Referral referral = rig.agreed(held, SHELTER);
        done(send(held, referral));
        assertThat(rig.referral(held).answerBy()).isEqualTo(now().plus(Duration.ofHours(2)));
        assertThat(answer(held, referral, Referral.State.NO_ANSWER)).isEqualTo(no(Why.NOT_READY));
        assertThat(answer(held, referral, Referral.State.SENT)).isEqualTo(no(Why.NOT_FROM_HERE));
        assertThat(answer(held, referral, Referral.State.WITHDRAWN)).isEqualTo(no(Why.NOT_FROM_HERE));

        rig.desk.clock.pass(Duration.ofHours(2));
        assertThat(rig.referral(held).late(now())).isTrue();
        done(answer(held, referral, Referral.State.NO_ANSWER));
        done(send(held, referral));

        assertThat(rig.referral(held).state()).isEqualTo(Referral.State.SENT);
        assertThat(rig.referral(held).late(now())).isFalse();
    }

    @Test
    void anAnswerIsDueBySoMuchTheSoonerTheMoreUrgentItIs() {
        assertThat(List.of(Level.L1_IMMEDIATE, Level.L2_EMERGENT, Level.L3_URGENT, Level.L4_STANDARD, Level.L5_ADVICE))
                .extracting(level -> {
                    Case held = rig.taken(violence(level).saying("of level " + level));
                    done(send(held, rig.agreed(held, SHELTER)));
                    return Duration.between(now(), rig.referral(held).answerBy());
                })
                .containsExactly(
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(24),
                        Duration.ofHours(72),
                        Duration.ofDays(7));
    }

    @Test
    void aDangerOfNowOverridesWithAReasonAndASecondPerson() {
        Case calm = rig.taken(violence(Level.L3_URGENT).saying("calm"));
        assertThat(rig.propose(calm, SHELTER, DANGER)).isEqualTo(no(Why.NO_CONSENT));

        Case held = rig.taken(violence(Level.L1_IMMEDIATE));
        assertThat(rig.propose(held, SHELTER, new Overriding(Basis.Ground.DANGER_TO_LIFE, " ")))
                .isEqualTo(no(Why.REASON_MISSING));
        assertThat(rig.propose(held, SHELTER, new Overriding(Basis.Ground.CHILD_IN_DANGER, "a child")))
                .isEqualTo(no(Why.NO_CONSENT));
        assertThat(rig.propose(held, SHELTER, DANGER)).isInstanceOf(CaseChange.WaitsForSecond.class);
        Referral referral = rig.referral(held);

        assertThat(send(held, referral)).isEqualTo(no(Why.NEEDS_ANOTHER_PERSON));
        assertThat(rig.referrals.confirm(rig.salma(), held.number(), referral.id(), true, null, null))
                .isEqualTo(no(Why.NEEDS_ANOTHER_PERSON));
        done(rig.referrals.confirm(rig.nidal(), held.number(), referral.id(), true, null, null));
        done(send(held, referral));
        assertThat(rig.referrals.confirm(rig.nidal(), held.number(), referral.id(), true, null, null))
                .isEqualTo(no(Why.NOTHING_ASKED));
    }

    @Test
    void twoOfTheShiftDoNotSettleItBetweenThemselves() {
        Case held = rig.taken(violence(Level.L1_IMMEDIATE));
        rig.desk.staff.as(Staffing.SALMA, Role.SENIOR_OPERATOR);
        assertThat(rig.propose(held, SHELTER, DANGER)).isInstanceOf(CaseChange.WaitsForSecond.class);
        rig.desk.staff.as(Staffing.NIDAL, Role.SENIOR_OPERATOR);

        assertThat(rig.referrals.confirm(
                        rig.nidal(), held.number(), rig.referral(held).id(), true, null, null))
                .isEqualTo(no(Why.NEEDS_ANOTHER_PERSON));
    }

    @Test
    void whatNoLongerIsADangerOfNowDoesNotGoWithoutConsent() {
        Case held = rig.taken(violence(Level.L2_EMERGENT));
        rig.propose(held, SHELTER, DANGER);
        Referral referral = rig.referral(held);
        done(rig.referrals.confirm(rig.nidal(), held.number(), referral.id(), true, null, null));
        rig.cases.lower(rig.salma(), held.number(), Level.L4_STANDARD, "she is safe with her sister", null);
        done(rig.cases.confirmLowering(rig.nidal(), held.number(), true, null));

        assertThat(send(held, referral)).isEqualTo(no(Why.NO_CONSENT));
    }

    @Test
    void aChildInDangerOverridesAndTheSecondPersonMaySayNo() {
        Case held = rig.taken(violence(Level.L2_EMERGENT).with(Fact.chosen(FactKey.AGE_BAND, Truth.YES, "9-14")));
        assertThat(rig.propose(held, SHELTER, new Overriding(Basis.Ground.CHILD_IN_DANGER, "alone with him")))
                .isInstanceOf(CaseChange.WaitsForSecond.class);

        done(rig.referrals.confirm(
                rig.nidal(), held.number(), rig.referral(held).id(), false, null, null));

        assertThat(rig.referral(held).state()).isEqualTo(Referral.State.WITHDRAWN);
        assertThat(rig.referral(held).toTell()).isFalse();
    }

    @Test
    void nobodyIsAskedByAContactNobodyConfirmedOrWhoIsNoLongerThere() {
        Case held = rig.taken(violence(Level.L3_URGENT));
        done(rig.says(held, "referral", true));
        done(rig.propose(held, "fed-family-protection"));
        assertThat(send(held, rig.referral(held))).isEqualTo(no(Why.NOT_READY));

        PartnerEntry legal = rig.partners.find(LEGAL).orElseThrow();
        done(rig.propose(held, LEGAL));
        rig.partners.retire(rig.salma(), LEGAL, legal.edition(), true);
        assertThat(send(held, rig.referral(held))).isEqualTo(no(Why.UNKNOWN_PARTY));
        assertThat(rig.propose(held, LEGAL)).isEqualTo(no(Why.UNKNOWN_PARTY));
        assertThat(rig.propose(held, "../" + SHELTER)).isEqualTo(no(Why.UNKNOWN_PARTY));
    }

    @Test
    void sentTwiceUnderOneKeyIsOneReferralAndAnotherTextIsRefused() {
        Case held = rig.taken(violence(Level.L3_URGENT));
        done(rig.says(held, "referral", true));
        done(rig.referrals.propose(rig.salma(), held.number(), SHELTER, "a bed", null, null, "k"));
        done(rig.referrals.propose(rig.salma(), held.number(), SHELTER, "a bed", null, null, "k"));

        assertThat(rig.outside(held).referrals()).hasSize(1);
        assertThat(rig.referrals.propose(rig.salma(), held.number(), SHELTER, "a lawyer", null, null, "k"))
                .isEqualTo(no(Why.KEY_REUSED));
        assertThat(rig.referrals.propose(rig.salma(), held.number(), SHELTER, "a bed", null, 0L, null))
                .isInstanceOf(CaseChange.Overtaken.class);
        assertThat(rig.referrals.propose(rig.salma(), held.number(), SHELTER, "x".repeat(1001), null, null, null))
                .isEqualTo(no(Why.TOO_LONG));
        assertThat(rig.referrals.withdraw(
                        rig.salma(), held.number(), rig.referral(held).id(), " ", null, null))
                .isEqualTo(no(Why.REASON_MISSING));
    }

    @Test
    void aCaseHoldsSoManyReferralsAndConsentsAndNoMore() {
        try (PartnerRig small = new PartnerRig(
                new PartnerSettings(Duration.ofDays(180), 500, 1, 2, 1, 100, Duration.ofDays(1), 1000))) {
            Case held = small.taken(violence(Level.L3_URGENT));
            small.agreed(held, SHELTER);
            assertThat(small.propose(held, SHELTER)).isEqualTo(no(Why.TOO_MANY));
            done(small.says(held, "words", true));
            assertThat(small.says(held, "name", true)).isEqualTo(no(Why.TOO_MANY));
        }
    }

    @Test
    void whoMayNotReadTheCaseRefersNothingAndThatIsOnRecord() {
        Case held = rig.taken(aFiledReport().about(Category.SXV).judged(Level.L3_URGENT));
        done(rig.says(held, "referral", true));

        assertThat(rig.referrals.propose(rig.nidal(), held.number(), SHELTER, "a bed", null, null, null))
                .isEqualTo(no(Why.NOT_YOURS));
        assertThat(rig.referrals.propose(rig.staff(Staffing.LAYLA), held.number(), SHELTER, "a bed", null, null, null))
                .isEqualTo(no(Why.NOT_ALLOWED));
        assertThat(rig.desk.trail.entries().stream()
                        .filter(entry -> entry.act() == Act.CASE_CHANGED)
                        .filter(entry -> entry.outcome() == AuditEntry.Outcome.REFUSED)
                        .map(AuditEntry::actor))
                .containsExactly(Staffing.NIDAL.value(), Staffing.LAYLA.value());
    }

    @Test
    void aSecondPersonReachesARestrictedCaseWhileItWaitsForThemAndNoLonger() {
        Case held = rig.taken(aFiledReport().about(Category.SXV).judged(Level.L2_EMERGENT));
        rig.propose(held, SHELTER, DANGER);
        String id = rig.referral(held).id();

        done(rig.referrals.confirm(rig.nidal(), held.number(), id, true, null, null));

        assertThat(rig.referrals.send(rig.nidal(), held.number(), id, null, null))
                .isEqualTo(no(Why.NOT_YOURS));
    }

    @Test
    void onlyKnownScopesLanguagesAndWaysAreWrittenDown() {
        for (String scope : List.of("everything", "referral:../x", "referral:", "words\n", "REFERRAL")) {
            assertThatThrownBy(() -> new ReferralDesk.Asked(scope, true, "1", "ckb", "phone"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("../x");
        }
        assertThatThrownBy(() -> new ReferralDesk.Asked("words", true, "1", "fr", "phone"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReferralDesk.Asked("words", true, " ", "ckb", "phone"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReferralDesk.Asked("words", true, "1", "ckb", "pigeon"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void suggestsWithReasonsWhoServesThereAndTakesThemWarningLast() {
        Case held = rig.taken(violence(Level.L3_URGENT));
        PartnerEntry legal = rig.partners.find(LEGAL).orElseThrow();
        rig.partners.verified(rig.salma(), LEGAL, legal.edition());

        List<Fit> fits = rig.reader.fits(rig.now(held));

        assertThat(fits.getFirst().entry().id()).isEqualTo(LEGAL);
        assertThat(fits.getFirst().points())
                .contains(Fit.Point.FOR_THIS, Fit.Point.SERVES_THERE, Fit.Point.NOT_ASKED)
                .noneMatch(Fit.Point::warns);
        assertThat(fits).extracting(fit -> fit.entry().id()).contains(SHELTER).doesNotContain("kri-119", "demo-clinic");
        assertThat(fits.stream().filter(fit -> fit.entry().id().equals(SHELTER)).findFirst())
                .hasValueSatisfying(
                        fit -> assertThat(fit.points()).contains(Fit.Point.NEVER_VERIFIED, Fit.Point.WOMEN_ONLY));
        rig.desk.clock.pass(Duration.ofDays(181));
        assertThat(rig.reader.fits(rig.now(held))).allMatch(Fit::warned);
    }

    @Test
    void policeIsNeverSuggestedWhereTheAccusedMayBeOneOfThem() {
        Case held = rig.taken(aFiledReport().about(Category.BLK).judged(Level.L3_URGENT));
        Case feared = rig.taken(aFiledReport()
                .saying("feared")
                .about(Category.BLK)
                .judged(Level.L3_URGENT)
                .tagged(Tag.COI_ROUTE));

        assertThat(PartnerRig.kinds(rig.reader.fits(rig.now(held)))).contains(PartnerKind.SECURITY_SERVICE);
        assertThat(PartnerRig.kinds(rig.reader.fits(rig.now(feared))))
                .isNotEmpty()
                .allMatch(PartnerKind::helps);
    }

    private static FiledReports violence(Level level) {
        return aFiledReport().about(Category.DV).judged(level).with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BG"));
    }

    private CaseChange send(Case held, Referral referral) {
        return rig.referrals.send(rig.salma(), held.number(), referral.id(), null, null);
    }

    private CaseChange answer(Case held, Referral referral, Referral.State outcome) {
        return rig.referrals.answered(rig.salma(), held.number(), referral.id(), outcome, "they said so", null, null);
    }

    private NextAction next(Case held) {
        return Objects.requireNonNull(rig.book.hot(held.number()).orElseThrow().next());
    }

    private Instant now() {
        return rig.desk.clock.instant();
    }
}
