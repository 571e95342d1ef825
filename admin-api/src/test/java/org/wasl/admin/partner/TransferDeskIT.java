package org.wasl.admin.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.partner.PartnerRig.done;
import static org.wasl.admin.partner.PartnerRig.no;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseChange.Why;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.KnowsAParty;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.Transfer;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** Cases offered from Baghdad, where Salma and Nidal are, to Sulaimani, where Dara is, and to Basra. */
class TransferDeskIT {
    private static final String REASON = "they live there now";
    private static final Overriding DANGER = new Overriding(Basis.Ground.DANGER_TO_LIFE, "he is on his way");

    private final PartnerRig rig = new PartnerRig();

    @BeforeEach
    void places() {
        rig.desk
                .staff
                .scoped(Staffing.SALMA, in(Governorate.BG))
                .scoped(Staffing.NIDAL, in(Governorate.BG))
                .scoped(Staffing.DARA, in(Governorate.SU))
                .scoped(Staffing.LAYLA, in(Governorate.BA))
                .onDuty(Staffing.DARA);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void itsOwnerAnswersUntilSomebodyThereTakesItAndThenItIsTheirs() {
        Case held = rig.taken(violence(Level.L3_URGENT));
        assertThat(offer(held, Governorate.SU, null)).isEqualTo(no(Why.NO_CONSENT));
        done(rig.says(held, "transfer", true));
        done(offer(held, Governorate.SU, null));

        assertThat(rig.now(held).handling().owner()).isEqualTo(Staffing.SALMA);
        assertThat(rig.cases.open(dara(), held.number())).isNotInstanceOf(CaseReading.Opened.class);
        assertThat(rig.transfers.offers(dara()))
                .singleElement()
                .extracting(HotCase::number)
                .isEqualTo(held.number());
        assertThat(rig.transfers.offers(rig.staff(Staffing.LAYLA))).isEmpty();
        assertThat(rig.transfers.offers(rig.salma())).isEmpty();

        done(rig.transfers.accept(dara(), held.number(), "k"));

        assertThat(rig.now(held).handling().owner()).isEqualTo(Staffing.DARA);
        assertThat(rig.outside(held).seat()).isEqualTo(Governorate.SU);
        assertThat(rig.cases.open(rig.salma(), held.number())).isNotInstanceOf(CaseReading.Opened.class);
        assertThat(rig.cases.open(dara(), held.number())).isInstanceOf(CaseReading.Opened.class);
        done(rig.transfers.accept(dara(), held.number(), "k"));
        assertThat(rig.transfers.accept(dara(), held.number(), null)).isEqualTo(no(Why.NOTHING_ASKED));
    }

    @Test
    void insideOneTerritoryNoConsentIsNeeded() {
        Case held = rig.taken(violence(Level.L4_STANDARD));
        done(offer(held, Governorate.BA, null));
        assertThat(offer(held, Governorate.DQ, null)).isEqualTo(no(Why.NOT_FROM_HERE));

        done(rig.transfers.accept(rig.staff(Staffing.LAYLA), held.number(), null));

        assertThat(rig.now(held).place()).isEqualTo("IQ-BA");
    }

    @Test
    void aRefusalHasAReasonAndLeavesItWhereItIs() {
        Case held = rig.taken(violence(Level.L4_STANDARD));
        done(offer(held, Governorate.BA, null));
        CurrentStaff layla = rig.staff(Staffing.LAYLA);

        assertThat(rig.transfers.refuse(layla, held.number(), " ", null)).isEqualTo(no(Why.REASON_MISSING));
        assertThat(rig.transfers.refuse(layla, held.number(), "x".repeat(1001), null))
                .isEqualTo(no(Why.TOO_LONG));
        done(rig.transfers.refuse(layla, held.number(), "nobody is free", null));

        assertThat(rig.outside(held).transfers().getLast().state()).isEqualTo(Transfer.State.REFUSED);
        assertThat(rig.now(held).handling().owner()).isEqualTo(Staffing.SALMA);
        assertThat(rig.transfers.accept(layla, held.number(), null)).isEqualTo(no(Why.NOT_YOURS));
    }

    @Test
    void whatIsTakenBackCanBeTakenByNobody() {
        Case held = rig.taken(violence(Level.L4_STANDARD));
        assertThat(rig.transfers.revoke(rig.salma(), held.number(), null, null)).isEqualTo(no(Why.NOTHING_ASKED));
        done(offer(held, Governorate.BA, null));
        done(rig.transfers.revoke(rig.salma(), held.number(), null, null));

        assertThat(rig.transfers.offers(rig.staff(Staffing.LAYLA))).isEmpty();
        assertThat(rig.transfers.accept(rig.staff(Staffing.LAYLA), held.number(), null))
                .isEqualTo(no(Why.NOT_YOURS));
    }

    @Test
    void aConsentTakenBackTakesTheOfferBackInTheSameWrite() {
        Case held = rig.taken(violence(Level.L3_URGENT));
        done(rig.says(held, "transfer", true));
        done(offer(held, Governorate.SU, null));
        long before = rig.now(held).edition();

        done(rig.says(held, "transfer", false));

        assertThat(rig.now(held).edition()).isEqualTo(before + 1);
        assertThat(rig.outside(held).offered()).isEmpty();
        assertThat(rig.transfers.accept(dara(), held.number(), null)).isEqualTo(no(Why.NOT_YOURS));
    }

    @Test
    void withoutConsentNobodyThereSeesItBeforeASecondPersonAgreed() {
        Case calm = rig.taken(violence(Level.L3_URGENT).saying("calm"));
        assertThat(offer(calm, Governorate.SU, DANGER)).isEqualTo(no(Why.NO_CONSENT));
        Case held = rig.taken(violence(Level.L2_EMERGENT));
        assertThat(offer(held, Governorate.SU, DANGER)).isInstanceOf(CaseChange.WaitsForSecond.class);

        assertThat(rig.transfers.offers(dara())).isEmpty();
        assertThat(rig.transfers.accept(dara(), held.number(), null)).isEqualTo(no(Why.NOT_YOURS));
        assertThat(rig.transfers.confirm(rig.salma(), held.number(), true, null, null))
                .isEqualTo(no(Why.NEEDS_ANOTHER_PERSON));
        done(rig.transfers.confirm(rig.nidal(), held.number(), true, null, null));

        assertThat(rig.transfers.offers(dara())).hasSize(1);
        done(rig.transfers.accept(dara(), held.number(), null));
    }

    @Test
    void twoOfTheShiftDoNotSettleItBetweenThemselves() {
        Case held = rig.taken(violence(Level.L2_EMERGENT));
        rig.desk.staff.as(Staffing.SALMA, Role.SENIOR_OPERATOR);
        assertThat(offer(held, Governorate.SU, DANGER)).isInstanceOf(CaseChange.WaitsForSecond.class);
        rig.desk.staff.as(Staffing.NIDAL, Role.SENIOR_OPERATOR);

        assertThat(rig.transfers.confirm(rig.nidal(), held.number(), true, null, null))
                .isEqualTo(no(Why.NEEDS_ANOTHER_PERSON));
        rig.desk.staff.as(Staffing.NIDAL, Role.SUPERVISOR);
        done(rig.transfers.confirm(rig.nidal(), held.number(), true, null, null));
    }

    @Test
    void theSecondPersonsNoTakesItBack() {
        Case held = rig.taken(violence(Level.L1_IMMEDIATE));
        offer(held, Governorate.SU, DANGER);

        done(rig.transfers.confirm(rig.nidal(), held.number(), false, null, null));

        assertThat(rig.outside(held).transfers().getLast().state()).isEqualTo(Transfer.State.REVOKED);
    }

    @Test
    void whereTheAccusedMayBeOfTheForcesItNeverGoesToTheirOwnPlace() {
        rig.desk.staff.scoped(Staffing.SALMA, Scope.everywhere("ar"));
        Case held = rig.taken(violence(Level.L3_URGENT).tagged(Tag.COI_ROUTE));

        assertThat(rig.transfers.offer(
                        rig.salma(),
                        held.number(),
                        new TransferDesk.To(Governorate.BG, "u-2"),
                        REASON,
                        null,
                        null,
                        null))
                .isEqualTo(no(Why.KEPT_APART));
        done(offer(held, Governorate.BA, null));
        assertThat(rig.transfers.accept(rig.staff(Staffing.LAYLA), held.number(), null))
                .isEqualTo(no(Why.NOT_YOURS));
    }

    @Test
    void whoKnowsAPartySeesNoOfferAndWhomTheWishShutsOutTakesNone() {
        Case known = rig.taken(violence(Level.L2_EMERGENT));
        done(KnowsAParty.says(rig.node, rig.nidal(), known.number()));
        rig.desk.staff.scoped(Staffing.NIDAL, in(Governorate.BA));
        done(offer(known, Governorate.BA, null));
        assertThat(rig.transfers.offers(rig.nidal())).isEmpty();
        assertThat(rig.transfers.accept(rig.nidal(), known.number(), null)).isEqualTo(no(Why.NOT_YOURS));

        rig.desk.staff.scoped(Staffing.LAYLA, in(Governorate.BA).of(Gender.MAN));
        Case wished = rig.taken(violence(Level.L4_STANDARD)
                .saying("a woman, please")
                .with(Fact.chosen(FactKey.PREFERRED_OFFICER, Truth.YES, "woman")));
        done(offer(wished, Governorate.BA, null));
        assertThat(rig.transfers.accept(rig.staff(Staffing.LAYLA), wished.number(), null))
                .isEqualTo(no(Why.WISH_NOT_MET));
    }

    @Test
    void onlyTheUnitItIsMeantForMayAnswer() {
        Case held = rig.taken(violence(Level.L4_STANDARD));
        done(rig.transfers.offer(
                rig.salma(), held.number(), new TransferDesk.To(Governorate.BA, "u-2"), REASON, null, null, null));
        assertThat(rig.transfers.offers(rig.staff(Staffing.LAYLA))).isEmpty();

        rig.desk.staff.scoped(Staffing.LAYLA, in(Governorate.BA).servingIn(Governorate.BA, "u-2"));
        assertThat(rig.transfers.offers(rig.staff(Staffing.LAYLA))).hasSize(1);
        assertThatThrownBy(() -> new TransferDesk.To(Governorate.BA, "<script>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void somebodyHasToOwnItAndOnlyTheyOrASupervisorGiveItAway() {
        Case unowned = rig.arrived(violence(Level.L2_EMERGENT));
        assertThat(offer(unowned, Governorate.BA, null)).isEqualTo(no(Why.OWNER_MISSING));

        rig.desk.staff.scoped(Staffing.DARA, in(Governorate.BG));
        Case held = rig.taken(violence(Level.L4_STANDARD).about(Category.THR).saying("another"));
        assertThat(rig.transfers.offer(
                        dara(), held.number(), new TransferDesk.To(Governorate.BA, ""), REASON, null, null, null))
                .isEqualTo(no(Why.NOT_YOURS));
        assertThat(offer(held, Governorate.BG, null)).isEqualTo(no(Why.NOT_FROM_HERE));
        rig.desk.staff.as(Staffing.DARA, Role.OFFICER);
        assertThat(rig.transfers.offer(
                        dara(), held.number(), new TransferDesk.To(Governorate.BA, ""), REASON, null, null, null))
                .isEqualTo(no(Why.NOT_ALLOWED));
    }

    @Test
    void anOfferIsLateWhenNobodyAnsweredInTimeAndStillCanBeTaken() {
        Case held = rig.taken(violence(Level.L3_URGENT));
        done(offer(held, Governorate.BA, null));
        Transfer offer = rig.outside(held).offered().orElseThrow();
        NextAction next = rig.book.hot(held.number()).orElseThrow().next();
        assertThat(next).isEqualTo(new NextAction(offer.answerBy(), NextAction.What.ASK_UNIT, null));

        rig.desk.clock.pass(Duration.between(rig.desk.clock.instant(), offer.answerBy()));

        assertThat(offer.late(rig.desk.clock.instant())).isTrue();
        done(rig.transfers.accept(rig.staff(Staffing.LAYLA), held.number(), null));
    }

    private static FiledReports violence(Level level) {
        return aFiledReport().about(Category.THR).judged(level).with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BG"));
    }

    private static Scope in(Governorate place) {
        return Scope.NONE.in(Set.of(place)).speaking("ar").of(Gender.WOMAN);
    }

    private CaseChange offer(Case held, Governorate to, @Nullable Overriding without) {
        return rig.transfers.offer(
                rig.salma(), held.number(), new TransferDesk.To(to, ""), REASON, without, null, null);
    }

    private CurrentStaff dara() {
        return rig.staff(Staffing.DARA);
    }
}
