package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.casework.Suggestion.Point;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.VisitPlan;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.Specialism;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** To whom a case is given, what becomes of it then, and who has to keep away. */
class AssignmentIT {
    private static final StaffId MAN = Staffing.HIWA;

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final AssignmentDesk assignments = node.getBean(AssignmentDesk.class);
    private final ConflictDesk conflicts = node.getBean(ConflictDesk.class);
    private final CurrentStaff salma = rig.staff.as(Staffing.SALMA);

    @BeforeEach
    void onDuty() {
        Scope everywhere = Scope.everywhere("ar");
        rig.staff
                .scoped(Staffing.LAYLA, everywhere.of(Gender.WOMAN))
                .scoped(Staffing.DARA, everywhere.of(Gender.WOMAN))
                .scoped(MAN, everywhere.of(Gender.MAN))
                .onDuty(Staffing.SALMA, Staffing.LAYLA, Staffing.DARA, MAN);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aStatedWishForAWomanIsNeverGivenToAManWithoutThePersonsOwnAgreement() {
        Case held = open(aFiledReport().with(Fact.chosen(FactKey.PREFERRED_OFFICER, Truth.YES, "woman")));
        assertThat(suggested(held)).doesNotContain(MAN).contains(Staffing.LAYLA);
        assertThat(desk.assign(salma, held.number(), MAN, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.WISH_NOT_MET));

        desk.acknowledge(salma, held.number(), null);
        assignments.agreed(salma, held.number(), "yes, it is all right", null, null);

        assertThat(desk.assign(salma, held.number(), MAN, null)).isInstanceOf(CaseChange.Done.class);
    }

    @Test
    void whoeverKnowsAPartyIsTakenOffTheVisitAndItGoesToAnotherToBeAgreedToAnew() {
        rig.staff.as(Staffing.LAYLA, Role.OFFICER).as(Staffing.DARA, Role.OFFICER);
        Case held = open(aFiledReport());
        desk.acknowledge(salma, held.number(), null);
        Instant from = rig.clock.instant();
        VisitPlan plan = new VisitPlan(
                VisitPlan.Purpose.TALK,
                VisitPlan.Basis.CONSENT,
                Staffing.LAYLA,
                null,
                null,
                from,
                from.plusSeconds(3600),
                45,
                15,
                "place",
                "cover",
                "",
                true,
                true,
                VisitPlan.Interpreter.NOT_NEEDED,
                true,
                "");
        Visit visit = Visit.planned("v", plan, Staffing.SALMA, from).approved(Staffing.SALMA);
        book.change(
                held.number(),
                one -> one.joinedBy(List.of(Staffing.LAYLA))
                        .worked(one.fieldwork().with(visit)));

        conflicts.knows(rig.staff.as(Staffing.LAYLA), held.number(), null);

        Case after = book.read(held.number()).orElseThrow();
        Visit passed = after.fieldwork().visit("v").orElseThrow();
        assertThat(passed.state()).isEqualTo(Visit.State.PLANNED);
        assertThat(passed.plan().lead()).isNotNull().isNotEqualTo(Staffing.LAYLA);
        assertThat(after.handling().team()).contains(passed.plan().lead()).doesNotContain(Staffing.LAYLA);
        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held.number())).isNotInstanceOf(CaseReading.Opened.class);
    }

    @Test
    void whoeverSaidNothingOfTheirOwnGenderMeetsNoStatedWish() {
        rig.staff.scoped(MAN, Scope.everywhere("ar").of(Gender.UNSTATED));
        for (String wish : List.of("woman", "man")) {
            Case held = open(aFiledReport().saying(wish).with(Fact.chosen(FactKey.PREFERRED_OFFICER, Truth.YES, wish)));
            assertThat(desk.assign(salma, held.number(), MAN, null))
                    .isEqualTo(new CaseChange.Refused(CaseChange.Why.WISH_NOT_MET));
        }
    }

    @Test
    void womenStandFirstForAQuarterOfAnHourAtL2WhereNoWishIsKnownAndNotAtL1() {
        rig.staff.scoped(MAN, Scope.everywhere("ar").of(Gender.MAN).trainedFor(Set.of(Specialism.GBV)));
        Case l2 = open(aFiledReport().judged(Level.L2_EMERGENT).about(Category.DV));
        Case l1 = open(aFiledReport().saying("now").judged(Level.L1_IMMEDIATE).about(Category.DV));
        assertThat(suggested(l2).indexOf(MAN)).isGreaterThan(suggested(l2).indexOf(Staffing.LAYLA));
        assertThat(suggested(l1).getFirst()).isEqualTo(MAN);

        rig.clock.pass(Duration.ofMinutes(16));
        assertThat(suggested(l2).getFirst()).isEqualTo(MAN);
    }

    @Test
    void saysHonestlyWhereNoWomanServes() {
        Fact wish = Fact.chosen(FactKey.PREFERRED_OFFICER, Truth.YES, "woman");
        Case held = open(aFiledReport().with(wish).with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "DQ")));
        rig.staff
                .scoped(Staffing.SALMA, Scope.everywhere("ar").of(Gender.MAN))
                .scoped(Staffing.LAYLA, elsewhere(Governorate.BG).of(Gender.WOMAN))
                .scoped(Staffing.DARA, elsewhere(Governorate.MU).of(Gender.WOMAN));
        Suggestions far = view(held).suggestions();
        assertThat(far.fallback()).isEqualTo(Suggestions.Fallback.FROM_ELSEWHERE);
        assertThat(far.people().getFirst().staff()).isEqualTo(Staffing.DARA);
        assertThat(far.people().getFirst().points()).contains(Point.NEXT_DOOR);

        rig.staff.offDuty(Staffing.LAYLA).offDuty(Staffing.DARA);
        assertThat(view(held).suggestions())
                .isEqualTo(new Suggestions(List.of(), Suggestions.Fallback.NOBODY_AS_WISHED));
        // The page and the rescue do not wait for a woman: whoever is there may take it.
        assertThat(desk.acknowledge(rig.staff.as(Staffing.SALMA), held.number(), null))
                .isInstanceOf(CaseChange.Done.class);
    }

    @Test
    void weighsLanguagePlaceTrainingAndLoadAndSaysSo() {
        rig.staff
                .scoped(Staffing.LAYLA, Scope.everywhere("ar").of(Gender.WOMAN).trainedFor(Set.of(Specialism.CHILD)))
                .scoped(
                        Staffing.DARA,
                        elsewhere(Governorate.AR).of(Gender.WOMAN).holding(1));
        Case load = open(aFiledReport().saying("held"));
        desk.assign(salma, load.number(), Staffing.DARA, null);
        Case held = open(aFiledReport()
                .saying("a child")
                .about(Category.CHI)
                .with(Fact.chosen(FactKey.MINOR, Truth.YES))
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BG")));

        List<Suggestion> people = view(held).suggestions().people();

        assertThat(people.getFirst().staff()).isEqualTo(Staffing.LAYLA);
        assertThat(people.getFirst().points())
                .contains(Point.READS_LANGUAGE, Point.SERVES_THERE, Point.TRAINED_FOR_CHILDREN, Point.SPECIALIST);
        assertThat(people.getLast().staff()).isEqualTo(Staffing.DARA);
        assertThat(people.getLast().points()).contains(Point.ELSEWHERE, Point.FULL);
    }

    @Test
    void whoIsGivenACaseTakesItOrPassesItOn() {
        Case held = open(aFiledReport().judged(Level.L2_EMERGENT));
        desk.acknowledge(salma, held.number(), null);
        desk.assign(salma, held.number(), Staffing.LAYLA, null);
        assertThat(offer(held).answerBy()).isEqualTo(rig.clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(now(held).status()).isEqualTo(CaseStatus.ASSIGNED);

        assignments.decline(rig.staff.as(Staffing.LAYLA), held.number(), "I am in the car", null, null);
        Offer next = offer(held);
        assertThat(next.to()).isNotEqualTo(Staffing.LAYLA);
        assertThat(now(held).handling().owner()).isEqualTo(next.to());

        assignments.accept(rig.staff.as(next.to()), held.number(), null);
        assertThat(now(held).agenda().offer()).isNull();
        assertThat(now(held).handling().claimedUntil()).isNotNull();
    }

    @Test
    void whatNobodyAnswersGoesRoundAndThenBackToTheShift() {
        Case held = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        desk.acknowledge(salma, held.number(), null);
        desk.assign(salma, held.number(), Staffing.LAYLA, null);
        rig.staff.offDuty(MAN);
        assertThat(Assignments.answerWithin(Level.L1_IMMEDIATE)).isEqualTo(Duration.ofMinutes(2));

        rig.clock.pass(Duration.ofMinutes(2));
        assignments.lapse();
        assertThat(now(held).handling().owner()).isIn(Staffing.DARA, Staffing.SALMA);
        rig.clock.pass(Duration.ofMinutes(2));
        assignments.lapse();
        rig.clock.pass(Duration.ofMinutes(2));
        assignments.lapse();

        assertThat(now(held).status()).isEqualTo(CaseStatus.NEW);
        assertThat(now(held).handling().owner()).isNull();
        assertThat(now(held).needsAcknowledgement()).isTrue();
        assertThat(now(held).clockFrom()).isEqualTo(rig.clock.instant());
    }

    @Test
    void whoeverKnowsAPartyIsOutForGoodAndTheCaseGoesToAnother() {
        Case held = open(aFiledReport().judged(Level.L2_EMERGENT));
        CurrentStaff layla = rig.staff.as(Staffing.LAYLA);
        desk.acknowledge(layla, held.number(), null);

        assertThat(conflicts.knows(layla, held.number(), null)).isInstanceOf(CaseChange.Done.class);

        assertThat(desk.open(layla, held.number())).isInstanceOf(CaseReading.Closed.class);
        assertThat(desk.acknowledge(layla, held.number(), null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_YOURS));
        assertThat(desk.queue(layla, QueueFilter.ALL, null, 10).rows()).isEmpty();
        assertThat(now(held).handling().owner()).isNotNull().isNotEqualTo(Staffing.LAYLA);
        assertThat(desk.assign(salma, held.number(), Staffing.LAYLA, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.KEPT_APART));
        book.copyAudits(rig.trail);
        assertThat(rig.trail.acts()).contains(Act.CONFLICT_DECLARED);
    }

    @Test
    void aCaseAboutThePoliceIsGivenOnlyToThoseClearedWhoDoNotServeThere() {
        Fact there = Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BA");
        rig.staff
                .scoped(Staffing.NIDAL, Scope.everywhere("ar").servingIn(Governorate.BA, "BA-7"))
                .onDuty(Staffing.NIDAL);
        for (Case held : List.of(
                open(aFiledReport().with(there).tagged(Tag.COI_ROUTE)),
                open(aFiledReport()
                        .saying("a complaint")
                        .about(Category.INF)
                        .with(there)
                        .with(Fact.chosen(FactKey.TOPIC, Truth.YES, "police"))))) {
            assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held.number())).isEqualTo(new CaseReading.Missing());
            assertThat(desk.open(rig.staff.as(Staffing.NIDAL), held.number())).isEqualTo(new CaseReading.Missing());
            assertThat(suggested(held)).containsExactly(Staffing.SALMA);
            assertThat(desk.assign(salma, held.number(), Staffing.LAYLA, null))
                    .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_YOURS));
        }
    }

    @Test
    void whoeverServesThereAndAsksForItIsToldOfInItsHistoryOnceAnHour() {
        rig.staff.scoped(Staffing.NIDAL, Scope.everywhere("ar").servingIn(Governorate.BA, "BA-7"));
        Case held = open(aFiledReport()
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BA"))
                .tagged(Tag.COI_ROUTE));
        CurrentStaff nidal = rig.staff.as(Staffing.NIDAL);

        desk.open(rig.staff.as(Staffing.LAYLA), held.number());
        assertThat(reachedFor(held)).as("does not serve there").isEmpty();
        desk.open(nidal, held.number());
        desk.open(nidal, held.number());
        assertThat(reachedFor(held)).containsExactly(Staffing.NIDAL.value());
        rig.clock.pass(Duration.ofMinutes(61));
        desk.open(nidal, held.number());
        assertThat(reachedFor(held)).hasSize(2);
        assertThat(now(held).edition()).isEqualTo(held.edition());
    }

    private List<String> reachedFor(Case held) {
        return now(held).events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.REACHED_FOR)
                .map(CaseEvent::by)
                .toList();
    }

    @Test
    void whatTurnsOutToBeAboutTheForcesIsTakenFromWhoeverServesThere() {
        Fact there = Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BA");
        rig.staff.scoped(Staffing.LAYLA, Scope.everywhere("ar").of(Gender.WOMAN).servingIn(Governorate.BA, "BA-7"));
        CurrentStaff layla = rig.staff.as(Staffing.LAYLA);
        FiledReports told = aFiledReport().judged(Level.L2_EMERGENT).with(there);
        Case held = open(told);
        desk.acknowledge(layla, held.number(), null);
        conflicts.settle();
        assertThat(now(held).handling().owner()).isEqualTo(Staffing.LAYLA);
        rig.clock.pass(Duration.ofMinutes(1));

        open(aFiledReport()
                .of(told.build().id())
                .as(1)
                .saying("he is of the police here")
                .judged(Level.L2_EMERGENT)
                .with(there)
                .tagged(Tag.COI_ROUTE));
        assertThat(desk.open(layla, held.number())).isNotInstanceOf(CaseReading.Opened.class);
        conflicts.settle();

        assertThat(now(held).handling().team()).doesNotContain(Staffing.LAYLA);
        assertThat(now(held).handling().owner()).isEqualTo(Staffing.SALMA);
        assertThat(now(held).needsAcknowledgement()).isTrue();
        long edition = now(held).edition();
        conflicts.settle();
        assertThat(now(held).edition()).isEqualTo(edition);
    }

    private static Scope elsewhere(Governorate place) {
        return Scope.everywhere("ar").in(Set.of(place));
    }

    private List<StaffId> suggested(Case held) {
        return view(held).suggestions().people().stream().map(Suggestion::staff).toList();
    }

    private CaseView view(Case held) {
        return ((CaseReading.Opened) desk.open(rig.staff.as(Staffing.SALMA), held.number())).view();
    }

    private Offer offer(Case held) {
        return Objects.requireNonNull(now(held).agenda().offer());
    }

    private Case now(Case held) {
        return book.read(held.number()).orElseThrow();
    }

    private Case open(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class)
                .receive(filed.build(), "digest " + filed.build().sequence());
        return book.read(book.caseOf(filed.build().id()).orElseThrow()).orElseThrow();
    }
}
