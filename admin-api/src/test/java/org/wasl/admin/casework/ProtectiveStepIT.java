package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.MORNING;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.triage.report.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was done first to protect somebody: recorded, and by it alone the second clock of an L1 stops by hand. */
class ProtectiveStepIT {
    private static final String CAR = "Car 12";

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final StepDesk steps = node.getBean(StepDesk.class);
    private final CurrentStaff layla = rig.staff.onDuty(Staffing.LAYLA).as(Staffing.LAYLA);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aPatrolThatTookOverIsRecordedWithWhoAndWhenAndByWhom() {
        CaseNumber number = taken(Level.L1_IMMEDIATE);
        rig.clock.pass(Duration.ofMinutes(8));
        Instant six = MORNING.plus(Duration.ofMinutes(6));

        assertThat(record(number, ProtectiveStep.PATROL_TOOK_OVER, "  " + CAR + " ", six))
                .isInstanceOf(CaseChange.Done.class);

        Case held = held(number);
        assertThat(held.handling().step())
                .isEqualTo(new RecordedStep(
                        ProtectiveStep.PATROL_TOOK_OVER, CAR, six, Staffing.LAYLA, rig.clock.instant()));
        assertThat(held.handling().acted()).isEqualTo(six);
        assertThat(held.needsStep()).isFalse();
        CaseEvent line = held.events().getLast();
        assertThat(line.kind()).isEqualTo(CaseEvent.Kind.STEP_RECORDED);
        assertThat(RecordedStep.read(line.text()))
                .isEqualTo(new RecordedStep.Line(ProtectiveStep.PATROL_TOOK_OVER, six, CAR));
        assertThat(held.audits()).extracting(AuditEntry::act).contains(Act.STEP_RECORDED);
        assertThat(Objects.requireNonNull(book.hot(number).orElseThrow().next()).what())
                .isEqualTo(NextAction.What.LOOK);
    }

    @ParameterizedTest
    @EnumSource(ProtectiveStep.class)
    void anL1HasOneOfFourOutcomesAndWhatIsLessUrgentOneOfSix(ProtectiveStep step) {
        boolean four = List.of(
                        ProtectiveStep.PATROL_TOOK_OVER,
                        ProtectiveStep.IN_CHAT_NOBODY_TO_COME,
                        ProtectiveStep.NO_PLACE_KEPT_IN_CHAT,
                        ProtectiveStep.SAFE_NOW)
                .contains(step);
        String unit = step.handsOver() ? CAR : null;
        Instant done = step.handsOver() ? MORNING : null;
        CaseNumber first = taken(Level.L1_IMMEDIATE);
        CaseNumber second = taken(Level.L2_EMERGENT);

        assertThat(record(first, step, unit, done) instanceof CaseChange.Done).isEqualTo(four);
        assertThat(held(first).needsStep()).isEqualTo(!four);
        assertThat(record(second, step, unit, done)).isInstanceOf(CaseChange.Done.class);
        assertThat(held(second).needsStep()).isFalse();
        assertThat(ProtectiveStep.at(Level.L1_IMMEDIATE).contains(step)).isEqualTo(four);
        assertThat(ProtectiveStep.at(Level.L2_EMERGENT)).contains(step);
    }

    @Test
    void whatIsIncompleteLongOrOfAnotherTimeChangesNothing() {
        CaseNumber number = taken(Level.L2_EMERGENT);
        rig.clock.pass(Duration.ofMinutes(5));
        Instant now = rig.clock.instant();
        ProtectiveStep patrol = ProtectiveStep.PATROL_TOOK_OVER;

        assertThat(record(number, patrol, null, now)).isEqualTo(refused(CaseChange.Why.STEP_INCOMPLETE));
        assertThat(record(number, patrol, "  ", now)).isEqualTo(refused(CaseChange.Why.STEP_INCOMPLETE));
        assertThat(record(number, patrol, CAR, null)).isEqualTo(refused(CaseChange.Why.STEP_INCOMPLETE));
        assertThat(record(number, patrol, "Car\n12", now)).isEqualTo(refused(CaseChange.Why.STEP_INCOMPLETE));
        // Nobody is named where nobody goes.
        assertThat(record(number, ProtectiveStep.SAFE_NOW, CAR, null))
                .isEqualTo(refused(CaseChange.Why.STEP_INCOMPLETE));
        assertThat(record(number, patrol, "x".repeat(41), now)).isEqualTo(refused(CaseChange.Why.TOO_LONG));
        assertThat(record(number, patrol, CAR, now.plusSeconds(1))).isEqualTo(refused(CaseChange.Why.TIME_WRONG));
        assertThat(record(number, patrol, CAR, MORNING.minusSeconds(60))).isEqualTo(refused(CaseChange.Why.TIME_WRONG));

        assertThat(held(number).needsStep()).isTrue();
        assertThat(held(number).events()).noneMatch(event -> event.kind() == CaseEvent.Kind.STEP_RECORDED);
        assertThat(record(number, patrol, "x".repeat(40), now)).isInstanceOf(CaseChange.Done.class);
    }

    @Test
    void aTimeTypedToTheMinuteTheClockBeganInCountsFromThere() {
        rig.clock.pass(Duration.ofSeconds(40));
        CaseNumber number = taken(Level.L1_IMMEDIATE);

        assertThat(record(number, ProtectiveStep.PATROL_TOOK_OVER, CAR, MORNING))
                .isInstanceOf(CaseChange.Done.class);
        assertThat(held(number).handling().acted()).isEqualTo(MORNING.plusSeconds(40));
    }

    @Test
    void signsThatTurnTheLineAroundAreNotKept() {
        CaseNumber number = taken(Level.L1_IMMEDIATE);
        record(number, ProtectiveStep.PATROL_TOOK_OVER, "\u202eCar\u200f 12", MORNING);
        assertThat(Objects.requireNonNull(held(number).handling().step()).unit())
                .isEqualTo(CAR);
    }

    @Test
    void onlyWhoHoldsTheCaseOrASupervisorRecordsAndOnlyWhatSomebodyTook() {
        CaseNumber number = open(Level.L1_IMMEDIATE);
        rig.staff.onDuty(Staffing.DARA, Staffing.SALMA);
        assertThat(record(number, ProtectiveStep.SAFE_NOW, null, null)).isEqualTo(refused(CaseChange.Why.NOT_YOURS));
        assertThat(by(rig.staff.as(Staffing.SALMA), number)).isEqualTo(refused(CaseChange.Why.NOT_FROM_HERE));
        take(number);

        assertThat(by(rig.staff.as(Staffing.DARA), number)).isEqualTo(refused(CaseChange.Why.NOT_YOURS));
        assertThat(held(number).needsStep()).isTrue();
        assertThat(by(rig.staff.as(Staffing.SALMA), number)).isInstanceOf(CaseChange.Done.class);
        assertThat(held(number).needsStep()).isFalse();
    }

    @Test
    void aClosedCaseAndOneThatWasTakenBackTakeNone() {
        CaseNumber closed = taken(Level.L2_EMERGENT);
        book.change(closed, one -> one.handled(one.handling().in(CaseStatus.CLOSED)));
        assertThat(record(closed, ProtectiveStep.SAFE_NOW, null, null))
                .isEqualTo(refused(CaseChange.Why.NOT_FROM_HERE));

        CaseNumber gone = taken(Level.L1_IMMEDIATE);
        book.change(gone, one -> one.withdrawn(Handling.WithdrawalRequest.asked(false, true, rig.clock.instant())));
        assertThat(record(gone, ProtectiveStep.SAFE_NOW, null, null)).isEqualTo(refused(CaseChange.Why.NOT_FROM_HERE));
    }

    @Test
    void anOlderPageIsToldWhatCameSince() {
        CaseNumber number = taken(Level.L1_IMMEDIATE);
        long read = held(number).edition();
        desk.note(layla, number, "she whispers");

        assertThat(steps.record(layla, number, ProtectiveStep.SAFE_NOW, null, null, read, null))
                .isInstanceOf(CaseChange.Overtaken.class);
        assertThat(held(number).needsStep()).isTrue();
    }

    @Test
    void oneKeyRecordsOnceAndNothingElse() {
        CaseNumber number = taken(Level.L1_IMMEDIATE);
        for (int times = 0; times < 2; times++) {
            rig.clock.pass(Duration.ofMinutes(1));
            assertThat(steps.record(layla, number, ProtectiveStep.SAFE_NOW, null, null, null, "k"))
                    .isInstanceOf(CaseChange.Done.class);
        }
        assertThat(held(number).handling().acted()).isEqualTo(MORNING.plusSeconds(60));
        assertThat(recorded(number)).hasSize(1);

        assertThat(steps.record(layla, number, ProtectiveStep.NO_PLACE_KEPT_IN_CHAT, null, null, null, "k"))
                .isEqualTo(refused(CaseChange.Why.KEY_REUSED));
        assertThat(recorded(number)).hasSize(1);
        // For another act the same key is a key of its own.
        assertThat(desk.note(layla, number, "she is at her sister's", "k")).isInstanceOf(CaseChange.Done.class);
    }

    @Test
    void theLatestIsShownAndTheHistoryKeepsBothAndTheClockStoppedWithTheFirst() {
        CaseNumber number = taken(Level.L1_IMMEDIATE);
        record(number, ProtectiveStep.NO_PLACE_KEPT_IN_CHAT, null, null);
        rig.clock.pass(Duration.ofMinutes(3));
        record(number, ProtectiveStep.PATROL_TOOK_OVER, CAR, rig.clock.instant());

        assertThat(Objects.requireNonNull(held(number).handling().step()).step())
                .isEqualTo(ProtectiveStep.PATROL_TOOK_OVER);
        assertThat(recorded(number))
                .extracting(RecordedStep.Line::step)
                .containsExactly(ProtectiveStep.NO_PLACE_KEPT_IN_CHAT, ProtectiveStep.PATROL_TOOK_OVER);
        assertThat(held(number).handling().acted()).isEqualTo(MORNING);
    }

    @Test
    void aStatusSetByHandStopsNothing() {
        for (CaseStatus status : List.of(CaseStatus.IN_PROGRESS, CaseStatus.REFERRED)) {
            CaseNumber number = taken(Level.L1_IMMEDIATE);
            assertThat(desk.move(layla, number, status, null)).isInstanceOf(CaseChange.Done.class);
            assertThat(held(number).needsStep()).isTrue();
        }
    }

    @Test
    void whatWasRecordedForLessIsNotShownForMoreNorAfterItWasOpenedAgain() {
        CaseNumber number = taken(Level.L2_EMERGENT);
        record(number, ProtectiveStep.SAFE_CONTACT_MADE, null, null);
        rig.clock.pass(Duration.ofMinutes(1));
        desk.raise(layla, number, Level.L1_IMMEDIATE, "he has come back", null);
        assertThat(held(number).needsStep()).isTrue();
        assertThat(held(number).handling().step()).isNull();
        assertThat(record(number, ProtectiveStep.PATROL_TOOK_OVER, CAR, MORNING.minusSeconds(1)))
                .isEqualTo(refused(CaseChange.Why.TIME_WRONG));

        record(number, ProtectiveStep.SAFE_NOW, null, null);
        book.change(number, one -> one.handled(one.handling().in(CaseStatus.CLOSED)));
        rig.staff.onDuty(Staffing.SALMA);
        assertThat(desk.reopen(rig.staff.as(Staffing.SALMA), number, "closed too early", null))
                .isInstanceOf(CaseChange.Done.class);
        assertThat(held(number).needsStep()).isTrue();
        assertThat(held(number).handling().step()).isNull();
    }

    @Test
    void whatGoesOnInAnotherCaseHasNoSecondClockOfItsOwn() {
        CaseNumber main = taken(Level.L1_IMMEDIATE);
        CaseNumber joined = taken(Level.L1_IMMEDIATE);
        book.change(
                joined,
                one -> one.tied(one.ties()
                        .linked(new Ties.Link(
                                Ties.Link.Kind.CONTINUES_IN, main, rig.clock.instant(), Staffing.LAYLA.value()))));

        assertThat(held(joined).needsStep()).isFalse();
        assertThat(book.hot(joined).orElseThrow().needsStep()).isFalse();
        assertThat(record(joined, ProtectiveStep.SAFE_NOW, null, null))
                .isEqualTo(refused(CaseChange.Why.NOT_FROM_HERE));
        assertThat(held(main).needsStep()).isTrue();
    }

    @Test
    void aCaseStoredBeforeStepsWereRecordedHasNone() {
        CaseCodec codec = new CaseCodec();
        CaseNumber number = taken(Level.L1_IMMEDIATE);
        record(number, ProtectiveStep.SAFE_NOW, null, null);
        Case held = held(number);
        assertThat(codec.read(codec.write(held))).isEqualTo(held);

        JsonMapper json = new JsonMapper();
        JsonNode stored = json.readTree(codec.write(held));
        assertThat(((ObjectNode) stored.at("/content/handling")).remove("step")).isNotNull();
        Case older = codec.read(json.writeValueAsBytes(stored));
        assertThat(older.handling().step()).isNull();
        assertThat(older.handling().acted()).isEqualTo(held.handling().acted());
        assertThat(older.events()).isEqualTo(held.events());
    }

    private CaseChange record(CaseNumber number, ProtectiveStep step, @Nullable String unit, @Nullable Instant done) {
        return steps.record(layla, number, step, unit, done, null, null);
    }

    private CaseChange by(CurrentStaff staff, CaseNumber number) {
        return steps.record(staff, number, ProtectiveStep.SAFE_NOW, null, null, null, null);
    }

    private List<RecordedStep.Line> recorded(CaseNumber number) {
        return held(number).events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.STEP_RECORDED)
                .map(event -> Objects.requireNonNull(RecordedStep.read(event.text())))
                .toList();
    }

    private static CaseChange refused(CaseChange.Why why) {
        return new CaseChange.Refused(why);
    }

    private CaseNumber taken(Level level) {
        CaseNumber number = open(level);
        take(number);
        return number;
    }

    private void take(CaseNumber number) {
        assertThat(desk.acknowledge(layla, number, null)).isInstanceOf(CaseChange.Done.class);
    }

    private CaseNumber open(Level level) {
        FiledReports filed = aFiledReport()
                .saying("a story of its own, number " + book.hot().size())
                .judged(level)
                .at(rig.clock.instant());
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class).receive(filed.build(), "digest");
        return book.caseOf(filed.build().id()).orElseThrow();
    }

    private Case held(CaseNumber number) {
        return book.read(number).orElseThrow();
    }
}
