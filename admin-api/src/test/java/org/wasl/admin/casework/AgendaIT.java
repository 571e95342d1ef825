package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.referral.Outside;
import org.wasl.triage.report.Level;

/** Every open case has somebody who answers for it and a date; and what looks not real is put aside for an hour. */
class AgendaIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final AgendaDesk agenda = node.getBean(AgendaDesk.class);
    private final ParkDesk parking = node.getBean(ParkDesk.class);
    private final CurrentStaff layla = rig.staff.as(Staffing.LAYLA);

    @BeforeEach
    void onDuty() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.SALMA);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void hasADateFromTheClocksOfItsLevelInEveryStateItGoesThrough() {
        Case held = open(aFiledReport().judged(Level.L3_URGENT));
        assertThat(next(held)).isEqualTo(due(Duration.ofHours(2), NextAction.What.ACKNOWLEDGE));

        desk.acknowledge(layla, held.number(), null);
        assertThat(next(held)).isEqualTo(due(Duration.ofHours(24), NextAction.What.ACT));
        rig.clock.pass(Duration.ofHours(1));
        desk.move(layla, held.number(), CaseStatus.IN_PROGRESS, null);
        assertThat(next(held)).isEqualTo(due(Duration.ofHours(24), NextAction.What.ACT));
        spokenWith(held);
        assertThat(next(held)).isEqualTo(due(Duration.ofHours(25), NextAction.What.LOOK));
        desk.move(layla, held.number(), CaseStatus.AWAITING_REPORTER, null);
        assertThat(next(held).what()).isEqualTo(NextAction.What.WRITE);
    }

    @Test
    void letsItsOwnerSetTheDateAndKeepsItUntilTheCaseIsSomewhereElse() {
        Case held = open(aFiledReport().judged(Level.L3_URGENT));
        desk.acknowledge(layla, held.number(), null);
        desk.move(layla, held.number(), CaseStatus.IN_PROGRESS, null);
        spokenWith(held);
        Instant sunday = rig.clock.instant().plus(Duration.ofDays(3));

        agenda.plan(layla, held.number(), NextAction.What.VISIT, sunday, null);
        desk.note(layla, held.number(), "the uncle has the key");
        assertThat(next(held)).isEqualTo(new NextAction(sunday, NextAction.What.VISIT, Staffing.LAYLA));

        desk.move(layla, held.number(), CaseStatus.AWAITING_REPORTER, null);
        assertThat(next(held).by()).isNull();
    }

    @Test
    void refusesADateThatIsPastOneFarAwayAndOneOfAnother() {
        Case held = open(aFiledReport().judged(Level.L3_URGENT));
        desk.acknowledge(layla, held.number(), null);
        Instant now = rig.clock.instant();
        for (Instant wrong : List.of(now.minusSeconds(1), now.plus(Duration.ofDays(91)))) {
            assertThat(agenda.plan(layla, held.number(), NextAction.What.LOOK, wrong, null))
                    .isEqualTo(new CaseChange.Refused(CaseChange.Why.DATE_WRONG));
        }
        assertThat(agenda.plan(
                        rig.staff.as(Staffing.DARA), held.number(), NextAction.What.LOOK, now.plusSeconds(60), null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_YOURS));
    }

    @Test
    void showsWhatIsDueTodayAndWhatIsOverdue() {
        Case held = open(aFiledReport().judged(Level.L3_URGENT));
        desk.acknowledge(layla, held.number(), null);
        desk.move(layla, held.number(), CaseStatus.IN_PROGRESS, null);
        spokenWith(held);
        assertThat(listed(QueueFilter.Shortlist.MINE_TODAY)).isEmpty();
        assertThat(listed(QueueFilter.Shortlist.OVERDUE)).isEmpty();

        rig.clock.pass(Duration.ofHours(23));
        assertThat(listed(QueueFilter.Shortlist.MINE_TODAY)).containsExactly(held.number());
        rig.clock.pass(Duration.ofHours(2));
        assertThat(listed(QueueFilter.Shortlist.OVERDUE)).containsExactly(held.number());
    }

    @Test
    void neverStoresATakenCaseThatNobodyAnswersFor() {
        Case held = open(aFiledReport().judged(Level.L3_URGENT));
        assertThat(desk.move(rig.staff.as(Staffing.SALMA), held.number(), CaseStatus.ACKED, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.OWNER_MISSING));
        assertThatThrownBy(() -> book.change(
                        held.number(), one -> one.handled(one.handling().in(CaseStatus.ACKED))))
                .hasMessageContaining("without OWNER");
    }

    @Test
    void putsAnUrgentCaseAsideOnlyAfterAnAnswerAndBringsItBackAtTheNextWord() {
        FiledReports first = aFiledReport().judged(Level.L1_IMMEDIATE);
        Case held = open(first);
        Case other =
                open(aFiledReport().saying("another").judged(Level.L1_IMMEDIATE).scoring(0));
        desk.acknowledge(layla, held.number(), null);
        assertThat(parking.park(layla, held.number(), "laughing in the background", null, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.ANSWER_FIRST));
        answered(held);

        assertThat(parking.park(layla, held.number(), "laughing in the background", null, null))
                .isInstanceOf(CaseChange.Done.class);
        assertThat(hot(held).parkedUntil()).isEqualTo(rig.clock.instant().plus(Duration.ofMinutes(60)));
        assertThat(hot(held).level()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(listed(QueueFilter.Shortlist.ALL)).containsExactly(other.number(), held.number());

        rig.clock.pass(Duration.ofMinutes(5));
        open(aFiledReport().of(first.build().id()).as(1).saying("he is back").judged(Level.L1_IMMEDIATE));
        assertThat(hot(held).parkedUntil()).isNull();
        assertThat(hot(held).needsAcknowledgement()).isTrue();
    }

    @Test
    void isBackOnTopAfterAnHourByItself() {
        Case held = open(aFiledReport().judged(Level.L2_EMERGENT).scoring(90));
        Case other =
                open(aFiledReport().saying("another").judged(Level.L2_EMERGENT).scoring(0));
        desk.acknowledge(layla, held.number(), null);
        answered(held);
        parking.park(layla, held.number(), "sounds like a school class", null, null);
        assertThat(listed(QueueFilter.Shortlist.PARKED)).containsExactly(held.number());
        assertThat(listed(QueueFilter.Shortlist.ALL)).containsExactly(other.number(), held.number());

        rig.clock.pass(Duration.ofMinutes(61));

        assertThat(listed(QueueFilter.Shortlist.PARKED)).isEmpty();
        assertThat(listed(QueueFilter.Shortlist.ALL)).containsExactly(held.number(), other.number());
        assertThat(listed(QueueFilter.Shortlist.OVERDUE)).contains(held.number());
    }

    @Test
    void readsACaseOfBeforeThereWereDates() {
        Case held = open(aFiledReport().judged(Level.L3_URGENT));
        CaseCodec codec = new CaseCodec();
        String written = new String(codec.write(held), java.nio.charset.StandardCharsets.UTF_8);
        String before = written.replaceAll("\"agenda\":\\{.*?\"brought\":null},?", "")
                .replaceAll(",?\"ties\":\\{[^}]*}", "")
                .replaceAll(",?\"coding\":null", "")
                .replaceAll(",?\"outside\":\\{[^}]*}", "");
        assertThat(before).doesNotContain("agenda", "ties", "coding", "outside");

        Case read = codec.read(before.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(read.agenda()).isEqualTo(Agenda.NONE);
        assertThat(read.outside()).isEqualTo(Outside.NONE);
        assertThat(NextActions.of(read)).isEqualTo(due(Duration.ofHours(2), NextAction.What.ACKNOWLEDGE));
    }

    private void spokenWith(Case held) {
        FirstSteps.record(node, layla, held.number(), ProtectiveStep.SAFE_CONTACT_MADE);
    }

    private void answered(Case held) {
        book.change(
                held.number(),
                one -> one.happened(CaseEvent.Kind.REPLY_WRITTEN, rig.clock.instant(), Staffing.LAYLA.value(), null));
    }

    private NextAction due(Duration after, NextAction.What what) {
        return new NextAction(FiledReports.MORNING.plus(after), what, null);
    }

    private NextAction next(Case held) {
        return Objects.requireNonNull(hot(held).next());
    }

    private HotCase hot(Case held) {
        return book.hot(held.number()).orElseThrow();
    }

    private List<CaseNumber> listed(QueueFilter.Shortlist list) {
        return desk.queue(layla, new QueueFilter(java.util.Set.of(), list, null, null), null, 50).rows().stream()
                .map(QueueRow::number)
                .toList();
    }

    private Case open(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class)
                .receive(filed.build(), "digest " + filed.build().sequence());
        return book.read(book.caseOf(filed.build().id()).orElseThrow()).orElseThrow();
    }
}
