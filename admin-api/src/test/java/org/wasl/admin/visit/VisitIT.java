package org.wasl.admin.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.alert.Sweeps;
import org.wasl.admin.casework.Assignments;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseChange.Why;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.Consents;
import org.wasl.admin.casework.FollowUp;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.casework.Page;
import org.wasl.admin.fieldwork.Alarm;
import org.wasl.admin.fieldwork.SafetyPlan;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.VisitPlan;
import org.wasl.admin.fieldwork.VisitPlan.Basis;
import org.wasl.admin.fieldwork.VisitPlan.Purpose;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.referral.DeskConsent;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** A visit from its plan to what follows it, and whoever is missed on one, on two nodes over one store. */
class VisitIT {
    private static final StaffId WOMAN = Staffing.LAYLA;
    private static final StaffId MAN = Staffing.HIWA;
    private static final StaffId BESIDE = Staffing.DARA;

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext one = rig.node("desk-1");
    private final ApplicationContext two = rig.node("desk-2");
    private final CaseBook book = one.getBean(CaseBook.class);
    private final CaseDesk cases = one.getBean(CaseDesk.class);
    private final VisitSettings settings = VisitSettings.DEFAULTS;
    private final SecureRandom random = new SecureRandom();
    private final VisitDesk visits = new VisitDesk(
            one.getBean(CaseDecisions.class),
            new VisitRules(one.getBean(Assignments.class), rig.staff, settings),
            settings,
            random);
    private final TaskDesk tasks =
            new TaskDesk(one.getBean(CaseDecisions.class), one.getBean(Assignments.class), rig.staff, settings, random);
    private final OutThere out = new OutThere(book, new AfterVisit(random, settings), rig.trail, settings, rig.clock);
    private final AlarmDesk alarms =
            new AlarmDesk(book, one.getBean(CaseAccess.class), rig.staff, rig.trail, settings, rig.clock);
    private final MyWorkDesk work =
            new MyWorkDesk(book, one.getBean(CaseAccess.class), rig.staff, rig.trail, settings, rig.clock);

    @BeforeEach
    void onDuty() {
        Scope everywhere = Scope.everywhere("ar");
        rig.staff
                .as(WOMAN, Role.OFFICER)
                .as(BESIDE, Role.OFFICER)
                .scoped(WOMAN, everywhere.of(Gender.WOMAN))
                .scoped(BESIDE, everywhere.of(Gender.WOMAN))
                .scoped(MAN, everywhere.of(Gender.MAN))
                .onDuty(WOMAN, BESIDE, MAN, Staffing.SALMA, Staffing.NIDAL, Staffing.RAWA);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void nobodyGoesWithoutConsentAndTheLastWordCounts() {
        Case held = taken(aFiledReport().judged(Level.L2_EMERGENT));
        assertThat(plan(held, talk())).isEqualTo(no(Why.NO_CONSENT));
        agrees(held, "visit", true);
        assertThat(plan(held, talk())).isInstanceOf(CaseChange.Done.class);
        String id = approved(held);

        agrees(held, "visit", false);

        assertThat(out.report(staff(WOMAN), held.number(), id, OutThere.Report.DEPARTED, 0))
                .isEqualTo(new OutThere.Reported.Refused(Why.NO_CONSENT));
        assertThat(work.of(staff(WOMAN)).visits().getFirst().turnBack()).isTrue();
    }

    @Test
    void aLifeInDangerStandsAboveConsentWithAPlaceAndAReasonAndWaitsForNobody() {
        Case calm = taken(aFiledReport().saying("calm").judged(Level.L3_URGENT));
        assertThat(plan(calm, rescue(Basis.LIFE_IN_DANGER, "he has a knife"))).isEqualTo(no(Why.NO_CONSENT));

        Case held = taken(aFiledReport()
                .judged(Level.L1_IMMEDIATE)
                .with(Fact.chosen(FactKey.PREFERRED_OFFICER, Truth.YES, "woman")));
        assertThat(plan(held, rescue(Basis.LIFE_IN_DANGER, ""))).isEqualTo(no(Why.REASON_MISSING));
        assertThat(plan(held, rescue(Basis.LIFE_IN_DANGER, "he has a knife"))).isInstanceOf(CaseChange.Done.class);

        assertThat(visit(held).state()).isEqualTo(Visit.State.APPROVED);
        assertThat(visit(held).plan().asWished()).isFalse();
        assertThat(plan(held, rescue(Basis.CHILD_IN_DANGER, "a child"))).isEqualTo(no(Why.NO_CONSENT));
    }

    @Test
    void aStatedWishHoldsForEverybodyWhoGoes() {
        Case held = taken(aFiledReport().with(Fact.chosen(FactKey.PREFERRED_OFFICER, Truth.YES, "woman")));
        agrees(held, "visit", true);
        assertThat(plan(held, talk(MAN, null))).isEqualTo(no(Why.WISH_NOT_MET));
        assertThat(plan(held, talk(WOMAN, MAN))).isEqualTo(no(Why.WISH_NOT_MET));
        assertThat(plan(held, talk(WOMAN, BESIDE))).isInstanceOf(CaseChange.Done.class);
    }

    @Test
    void nobodyGoesAloneToAWeaponOrAtNight() {
        Case armed = taken(aFiledReport().saying("armed").with(Fact.chosen(FactKey.WEAPON_ACCESS, Truth.YES)));
        agrees(armed, "visit", true);
        assertThat(plan(armed, talk())).isEqualTo(no(Why.TWO_NEEDED));
        assertThat(plan(armed, talk(WOMAN, BESIDE))).isInstanceOf(CaseChange.Done.class);

        Case calm = taken(aFiledReport().saying("calm"));
        agrees(calm, "visit", true);
        Instant night = Instant.parse("2026-11-22T18:00:00Z");
        assertThat(plan(calm, at(talk(), night, night.plus(Duration.ofHours(1)))))
                .isEqualTo(no(Why.TWO_NEEDED));
    }

    @Test
    void theFamilyIsSpokenWithOnlyAsThePersonWantsAndNeverLightlyWhereMediationKills() {
        Case held = taken(aFiledReport().about(Category.HBV).judged(Level.L2_EMERGENT));
        agrees(held, "visit", true);
        VisitPlan family = of(talk(WOMAN, BESIDE), Purpose.MEET_FAMILY, Basis.CONSENT, "she asked for it herself");
        assertThat(plan(held, family)).isEqualTo(no(Why.NO_CONSENT));
        agrees(held, "contact", true);
        assertThat(visits.plan(staff(WOMAN), held.number(), family, null, null)).isNotInstanceOf(CaseChange.Done.class);
        assertThat(plan(held, family)).isInstanceOf(CaseChange.Done.class);

        assertThat(visits.approve(
                        staff(Staffing.SALMA), held.number(), visit(held).id(), null))
                .isEqualTo(no(Why.NEEDS_ANOTHER_PERSON));
    }

    @Test
    void goesThereComesBackAndLeavesWhatIsToBeDone() {
        Case held = taken(aFiledReport().judged(Level.L3_URGENT).inWindows("morning"));
        agrees(held, "visit", true);
        plan(held, talk());
        String id = approved(held);
        rig.clock.pass(Duration.ofHours(1));
        report(held, id, OutThere.Report.DEPARTED);
        report(held, id, OutThere.Report.ARRIVED);
        report(held, id, OutThere.Report.ARRIVED);
        assertThat(now(held).handling().acted()).isNotNull();
        assertThat(cases.close(
                        staff(Staffing.SALMA), held.number(), Handling.Disposition.SERVICE_DELIVERED, "done", null))
                .isEqualTo(no(Why.NOT_READY));

        assertThat(out.end(staff(WOMAN), held.number(), id, Visit.Result.MET_SAFE, Set.of(), ""))
                .isEqualTo(new OutThere.Reported.Refused(Why.NOT_READY));
        assertThat(out.end(
                        staff(WOMAN),
                        held.number(),
                        id,
                        Visit.Result.MET_SAFE,
                        Set.of(Visit.Check.SPOKE_ALONE),
                        "calm"))
                .isInstanceOf(OutThere.Reported.Done.class);

        List<FollowUp> looks = now(held).agenda().followUps();
        assertThat(looks).hasSize(3);
        assertThat(looks)
                .allSatisfy(look ->
                        assertThat(look.due().atZone(Scope.ZONE).getHour()).isBetween(5, 12));
        assertThat(now(held).fieldwork().tasks()).extracting(Task::kind).containsExactly(Task.Kind.SAFETY_PLAN);
        assertThat(now(held).events().stream()
                        .filter(event -> event.kind().name().equals("VISIT_ARRIVED")))
                .hasSize(1);

        agrees(held, DeskConsent.FOLLOW_UP, false);
        assertThat(now(held).agenda().nextFollowUp()).isEmpty();
    }

    @Test
    void whoeverIsMissedIsCalledForOnceByTwoNodesUntilSomebodyLooksAfterThem() {
        Case held = taken(aFiledReport().judged(Level.L3_URGENT));
        agrees(held, "visit", true);
        plan(held, with(talk(), MAN));
        String id = approved(held);
        report(held, id, OutThere.Report.DEPARTED);
        rig.clock.pass(Duration.ofMinutes(61 + 30 + 15));
        both();
        both();
        assertThat(paged(held)).containsOnlyKeys(MAN, Staffing.SALMA, Staffing.NIDAL);
        assertThat(paged(held).values()).allMatch(times -> times == 1);
        assertThat(work.of(staff(MAN)).alarms()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Alarm.Kind.OVERDUE);
            assertThat(row.place()).isNull();
        });
        assertThat(alarms.take(staff(BESIDE), held.number(), id))
                .isEqualTo(new AlarmDesk.Answer.Refused(Why.NOT_YOURS));

        rig.clock.pass(Duration.ofMinutes(5));
        both();
        assertThat(paged(held)).containsKey(Staffing.RAWA);

        assertThat(alarms.take(staff(Staffing.SALMA), held.number(), id)).isInstanceOf(AlarmDesk.Answer.Done.class);
        assertThat(alarms.take(staff(Staffing.NIDAL), held.number(), id)).isInstanceOf(AlarmDesk.Answer.Taken.class);
        assertThat(work.of(staff(Staffing.SALMA)).alarms().getFirst().place()).isEqualTo("the clinic");
        rig.clock.pass(Duration.ofMinutes(14));
        both();
        assertThat(paged(held)).doesNotContainKey(Staffing.JALAL);

        rig.clock.pass(Duration.ofMinutes(2));
        both();
        assertThat(paged(held).get(Staffing.SALMA)).isEqualTo(2);
    }

    @Test
    void aCallForHelpEndsOnlyByTheWordOfSomebodyElse() {
        Case held = taken(aFiledReport().about(Category.HBV).judged(Level.L3_URGENT));
        agrees(held, "visit", true);
        plan(held, talk(WOMAN, BESIDE));
        String id = approved(held);
        report(held, id, OutThere.Report.DEPARTED);
        report(held, id, OutThere.Report.HELP);
        both();
        assertThat(paged(held)).containsKey(Staffing.NIDAL).doesNotContainKeys(WOMAN, BESIDE);
        assertThat(cases.open(staff(Staffing.NIDAL), held.number())).isNotInstanceOf(CaseReading.Opened.class);

        out.end(staff(WOMAN), held.number(), id, Visit.Result.NOT_MET, Set.of(), "");
        assertThat(work.alarms(staff(Staffing.NIDAL))).isEqualTo(1);
        assertThat(alarms.take(staff(BESIDE), held.number(), id))
                .isEqualTo(new AlarmDesk.Answer.Refused(Why.NOT_YOURS));

        alarms.take(staff(Staffing.NIDAL), held.number(), id);
        assertThat(alarms.end(staff(Staffing.NIDAL), held.number(), id, false, "spoke with both"))
                .isInstanceOf(AlarmDesk.Answer.Done.class);
        assertThat(work.of(staff(Staffing.NIDAL)).alarms()).isEmpty();
        assertThat(work.alarms(staff(Staffing.NIDAL))).isZero();
    }

    @Test
    void aSupervisorOfTheAccusedsOwnGovernorateHearsNothingOfTheVisit() {
        rig.staff
                .scoped(Staffing.NIDAL, Scope.everywhere("ar").servingIn(Governorate.BG, "u1"))
                .as(WOMAN, Role.INTERNAL_AFFAIRS);
        Case held = taken(aFiledReport()
                .judged(Level.L3_URGENT)
                .tagged(Tag.COI_ROUTE)
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BG")));
        agrees(held, "visit", true);
        assertThat(plan(held, talk())).isInstanceOf(CaseChange.Done.class);
        assertThat(work.of(staff(Staffing.NIDAL)).toApprove()).isEmpty();
        String id = approved(held);
        report(held, id, OutThere.Report.HELP);
        both();

        assertThat(paged(held)).doesNotContainKey(Staffing.NIDAL);
        assertThat(work.of(staff(Staffing.NIDAL))).isEqualTo(MyWork.NOTHING);
        assertThat(alarms.take(staff(Staffing.NIDAL), held.number(), id))
                .isEqualTo(new AlarmDesk.Answer.Refused(Why.NOT_YOURS));
        assertThat(alarms.take(staff(Staffing.SALMA), held.number(), id)).isInstanceOf(AlarmDesk.Answer.Done.class);
    }

    @Test
    void aTaskIsDeclinedBackToWhoeverHoldsTheCaseAndItsDateIsTheNextOfTheCase() {
        Case held = taken(aFiledReport().judged(Level.L4_STANDARD));
        Instant due = rig.clock.instant().plus(Duration.ofMinutes(10));
        assertThat(tasks.add(
                        staff(Staffing.SALMA), held.number(), Task.Kind.CALL_BACK, WOMAN, due, "gently", null, "k1"))
                .isInstanceOf(CaseChange.Done.class);
        tasks.add(staff(Staffing.SALMA), held.number(), Task.Kind.CALL_BACK, WOMAN, due, "gently", null, "k1");
        assertThat(now(held).fieldwork().tasks()).hasSize(1);
        assertThat(book.hot(held.number()).orElseThrow().next())
                .isEqualTo(new NextAction(due, NextAction.What.TASK, null));
        assertThat(work.of(staff(WOMAN)).tasks()).hasSize(1);
        String id = now(held).fieldwork().tasks().getFirst().id();

        assertThat(tasks.decline(staff(WOMAN), held.number(), id, "", null)).isEqualTo(no(Why.REASON_MISSING));
        tasks.decline(staff(WOMAN), held.number(), id, "on leave", null);

        assertThat(work.of(staff(WOMAN)).tasks()).isEmpty();
        assertThat(work.of(staff(Staffing.SALMA)).tasks()).hasSize(1);
        assertThat(tasks.done(staff(WOMAN), held.number(), id, "", null)).isEqualTo(no(Why.NOT_YOURS));
        assertThat(tasks.done(staff(Staffing.SALMA), held.number(), id, "", 0L))
                .isInstanceOf(CaseChange.Overtaken.class);
        tasks.done(staff(Staffing.SALMA), held.number(), id, "", null);
        assertThat(work.of(staff(Staffing.SALMA)).tasks()).isEmpty();
        assertThat(tasks.planSafety(
                        staff(Staffing.SALMA),
                        held.number(),
                        Map.of(SafetyPlan.Point.SIGN_AGREED, SafetyPlan.Answer.SETTLED),
                        null))
                .isInstanceOf(CaseChange.Done.class);
    }

    private CaseChange plan(Case held, VisitPlan plan) {
        return visits.plan(staff(Staffing.SALMA), held.number(), plan, null, null);
    }

    private String approved(Case held) {
        String id = visit(held).id();
        assertThat(visits.approve(staff(Staffing.SALMA), held.number(), id, null))
                .isInstanceOf(CaseChange.Done.class);
        return id;
    }

    private void report(Case held, String id, OutThere.Report what) {
        assertThat(out.report(staff(WOMAN), held.number(), id, what, 0)).isInstanceOf(OutThere.Reported.Done.class);
    }

    /** What the person says to one of the staff, as it stands in the case. */
    private void agrees(Case held, String scope, boolean yes) {
        DeskConsent word = new DeskConsent(scope, yes, "1", "ar-IQ", rig.clock.instant(), "web", Staffing.SALMA);
        book.change(
                held.number(), one -> Consents.settled(one.outside(one.outside().with(word)), rig.clock.instant()));
    }

    private VisitPlan talk() {
        return talk(WOMAN, null);
    }

    private VisitPlan talk(StaffId lead, @Nullable StaffId second) {
        Instant from = rig.clock.instant().plus(Duration.ofMinutes(31));
        return new VisitPlan(
                Purpose.TALK,
                Basis.CONSENT,
                lead,
                second,
                null,
                from,
                from.plus(Duration.ofHours(1)),
                45,
                0,
                "the clinic",
                "a survey on water",
                "",
                true,
                true,
                VisitPlan.Interpreter.NOT_NEEDED,
                true,
                "");
    }

    private VisitPlan rescue(Basis basis, String reason) {
        return of(talk(MAN, null), Purpose.RESCUE, basis, reason);
    }

    private static VisitPlan of(VisitPlan like, Purpose purpose, Basis basis, String reason) {
        return new VisitPlan(
                purpose,
                basis,
                like.lead(),
                like.second(),
                like.standby(),
                like.from(),
                like.until(),
                like.stay(),
                like.late(),
                like.place(),
                like.cover(),
                like.word(),
                true,
                true,
                like.interpreter(),
                true,
                reason);
    }

    private static VisitPlan at(VisitPlan like, Instant from, Instant until) {
        return new VisitPlan(
                like.purpose(),
                like.basis(),
                like.lead(),
                like.second(),
                like.standby(),
                from,
                until,
                like.stay(),
                like.late(),
                like.place(),
                like.cover(),
                like.word(),
                true,
                true,
                like.interpreter(),
                true,
                "");
    }

    private static VisitPlan with(VisitPlan like, StaffId standby) {
        return new VisitPlan(
                like.purpose(),
                like.basis(),
                like.lead(),
                like.second(),
                standby,
                like.from(),
                like.until(),
                like.stay(),
                like.late(),
                like.place(),
                like.cover(),
                like.word(),
                true,
                true,
                like.interpreter(),
                true,
                "");
    }

    private Visit visit(Case held) {
        return now(held).fieldwork().visits().getLast();
    }

    private Case now(Case held) {
        return book.read(held.number()).orElseThrow();
    }

    private CurrentStaff staff(StaffId id) {
        return rig.staff.as(id);
    }

    private static CaseChange no(Why why) {
        return new CaseChange.Refused(why);
    }

    /** How often each was paged for those on the visit, by whatever way first. */
    private Map<StaffId, Long> paged(Case held) {
        return now(held).pages().stream()
                .filter(page -> page.clock() == Page.Clock.VISIT && page.way() == Page.Way.CONSOLE)
                .collect(Collectors.groupingBy(Page::staff, Collectors.counting()));
    }

    private void both() {
        follow(two);
        Sweeps.once(one);
        follow(two);
        Sweeps.once(two);
        follow(one);
    }

    private static void follow(ApplicationContext node) {
        SmartLifecycle upkeep = node.getBean("caseUpkeep", SmartLifecycle.class);
        upkeep.start();
        upkeep.stop();
    }

    private Case taken(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        one.getBean(CaseIntake.class)
                .receive(filed.build(), "digest " + filed.build().sequence());
        Case held = book.read(book.caseOf(filed.build().id()).orElseThrow()).orElseThrow();
        cases.acknowledge(staff(Staffing.SALMA), held.number(), null);
        return held;
    }
}
