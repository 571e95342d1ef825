package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** Reading and deciding, with a real store and real seals. */
class CaseDeskIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void refusesADecisionTakenOnAnOlderEditionAndSaysWhatHappened() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.DARA);
        Case held = open(aFiledReport().judged(Level.L3_URGENT));
        assertThat(desk.acknowledge(rig.staff.as(Staffing.LAYLA), held.number(), held.edition()))
                .isInstanceOf(CaseChange.Done.class);

        assertThat(desk.raise(rig.staff.as(Staffing.LAYLA), held.number(), Level.L2_EMERGENT, "why", held.edition()))
                .isInstanceOfSatisfying(CaseChange.Overtaken.class, overtaken -> {
                    assertThat(overtaken.edition()).isEqualTo(held.edition() + 1);
                    assertThat(overtaken.latest()).contains(CaseEvent.Kind.CLAIMED);
                });
        assertThat(book.read(held.number()).orElseThrow().effectiveLevel()).isEqualTo(Level.L3_URGENT);
    }

    @Test
    void respectsARunningClaimAndRecordsTheTakingOfALapsedOne() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.DARA);
        Case held = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        desk.acknowledge(rig.staff.as(Staffing.LAYLA), held.number(), null);

        assertThat(desk.acknowledge(rig.staff.as(Staffing.DARA), held.number(), null))
                .isEqualTo(new CaseChange.Held("Layla (demonstration)"));
        rig.clock.pass(Duration.ofMinutes(11));
        assertThat(desk.acknowledge(rig.staff.as(Staffing.DARA), held.number(), null))
                .isInstanceOf(CaseChange.Done.class);
        assertThat(book.read(held.number()).orElseThrow().events())
                .extracting(CaseEvent::kind)
                .contains(CaseEvent.Kind.TAKEN_OVER_FROM);
    }

    @Test
    void aPageLeftOpenHoldsNobodyBackFromWhatIsWorseNow() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.DARA);
        CurrentStaff layla = rig.staff.as(Staffing.LAYLA);
        CurrentStaff dara = rig.staff.as(Staffing.DARA);
        FiledReports told = aFiledReport().judged(Level.L3_URGENT);
        Case held = open(told);
        desk.acknowledge(layla, held.number(), null);
        rig.clock.pass(Duration.ofMinutes(9));
        open(aFiledReport()
                .of(told.build().id())
                .as(1)
                .saying("he has a knife")
                .judged(Level.L1_IMMEDIATE)
                .at(rig.clock.instant()));
        desk.renewClaim(layla, held.number());

        assertThat(desk.acknowledge(dara, held.number(), null)).isInstanceOf(CaseChange.Held.class);
        rig.clock.pass(Duration.ofSeconds(121));
        desk.renewClaim(layla, held.number());
        assertThat(desk.acknowledge(dara, held.number(), null)).isInstanceOf(CaseChange.Done.class);
    }

    @Test
    void lowersAnUrgentCaseOnlyWithASecondPerson() {
        rig.staff.onDuty(Staffing.SALMA, Staffing.NIDAL);
        Case held = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        assertThat(desk.lower(rig.staff.as(Staffing.SALMA), held.number(), Level.L4_STANDARD, "a mistake", null))
                .isInstanceOf(CaseChange.WaitsForSecond.class);
        assertThat(book.read(held.number()).orElseThrow().effectiveLevel()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(desk.confirmLowering(rig.staff.as(Staffing.SALMA), held.number(), true, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NEEDS_ANOTHER_PERSON));

        desk.confirmLowering(rig.staff.as(Staffing.NIDAL), held.number(), true, null);

        Case lowered = book.read(held.number()).orElseThrow();
        assertThat(lowered.effectiveLevel()).isEqualTo(Level.L4_STANDARD);
        assertThat(lowered.level().machine()).isEqualTo(Level.L1_IMMEDIATE);
    }

    /** A client that keeps one key for all it does must not be told that what never happened was done. */
    @Test
    void aKeyUsedForOneActSaysNothingOfAnother() {
        rig.staff.onDuty(Staffing.SALMA, Staffing.NIDAL);
        CaseNumber number = open(aFiledReport().judged(Level.L1_IMMEDIATE)).number();
        CurrentStaff salma = rig.staff.as(Staffing.SALMA);
        CurrentStaff nidal = rig.staff.as(Staffing.NIDAL);
        desk.lower(salma, number, Level.L4_STANDARD, "a mistake", null);
        assertThat(desk.note(nidal, number, "looked", "a-key")).isInstanceOf(CaseChange.Done.class);

        assertThat(desk.confirmLowering(nidal, number, false, null, "a-key")).isInstanceOf(CaseChange.Done.class);
        assertThat(desk.confirmLowering(nidal, number, false, null, "a-key")).isInstanceOf(CaseChange.Done.class);
        assertThat(desk.confirmLowering(nidal, number, true, null, "a-key"))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOTHING_ASKED));
        assertThat(desk.note(nidal, number, "looked", "a-key")).isInstanceOf(CaseChange.Done.class);
        assertThat(desk.note(salma, number, "looked", "a-key")).isInstanceOf(CaseChange.Done.class);

        Case after = book.read(number).orElseThrow();
        assertThat(after.handling().lowering()).isNull();
        assertThat(after.effectiveLevel()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(after.events())
                .extracting(CaseEvent::kind)
                .filteredOn(kind -> kind == CaseEvent.Kind.NOTED || kind == CaseEvent.Kind.LOWERING_REFUSED)
                .containsExactly(CaseEvent.Kind.NOTED, CaseEvent.Kind.LOWERING_REFUSED, CaseEvent.Kind.NOTED);
    }

    @Test
    void letsTheMachineCountAgainWhenNewWordsAreWorseThanWhatAHumanDecided() {
        rig.staff.onDuty(Staffing.SALMA);
        FiledReports first = aFiledReport().judged(Level.L3_URGENT);
        Case held = open(first);
        desk.lower(rig.staff.as(Staffing.SALMA), held.number(), Level.L5_ADVICE, "only a question", null);

        open(aFiledReport().of(first.build().id()).as(1).saying("worse").judged(Level.L3_URGENT));

        assertThat(book.read(held.number()).orElseThrow().effectiveLevel()).isEqualTo(Level.L3_URGENT);
    }

    @Test
    void opensAnUnclaimedUrgentCaseToEverybodyOnDutyAndShutsTheDoorWithTheClaim() {
        Case held = open(aFiledReport().judged(Level.L1_IMMEDIATE).about(Category.SXV));
        assertThat(desk.open(rig.staff.as(Staffing.DARA), held.number())).isInstanceOf(CaseReading.Closed.class);
        rig.staff.onDuty(Staffing.DARA, Staffing.LAYLA);
        assertThat(desk.open(rig.staff.as(Staffing.DARA), held.number())).isInstanceOf(CaseReading.Opened.class);

        desk.acknowledge(rig.staff.as(Staffing.LAYLA), held.number(), null);

        assertThat(desk.open(rig.staff.as(Staffing.DARA), held.number())).isInstanceOf(CaseReading.Closed.class);
        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held.number())).isInstanceOf(CaseReading.Opened.class);
        assertThat(desk.queue(rig.staff.as(Staffing.DARA), QueueFilter.ALL, null, 10)
                        .rows()
                        .getFirst()
                        .category())
                .isNull();
    }

    @Test
    void keepsACaseAboutTheSecurityForcesFromOperatorsWhileASupervisorIsThere() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.SALMA);
        Case held = open(aFiledReport().judged(Level.L1_IMMEDIATE).tagged(Tag.COI_ROUTE));
        CurrentStaff layla = rig.staff.as(Staffing.LAYLA);
        // Whoever tries numbers must not find out by the kind of the refusal that there is one.
        assertThat(desk.open(layla, held.number())).isEqualTo(new CaseReading.Missing());
        assertThat(desk.acknowledge(layla, held.number(), null)).isEqualTo(new CaseChange.Missing());
        assertThat(desk.note(layla, held.number(), "a try")).isEqualTo(new CaseChange.Missing());
        assertThat(rig.trail.entries())
                .filteredOn(entry -> entry.outcome() == AuditEntry.Outcome.REFUSED)
                .filteredOn(entry -> entry.subject().equals(held.number().value()))
                .extracting(AuditEntry::act)
                .containsExactly(Act.CASE_READ, Act.CASE_CHANGED, Act.CASE_CHANGED);
        assertThat(desk.open(rig.staff.as(Staffing.SALMA), held.number())).isInstanceOf(CaseReading.Opened.class);

        rig.staff.offDuty(Staffing.SALMA);
        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held.number())).isInstanceOf(CaseReading.Opened.class);
        assertThat(rig.trail.acts()).contains(Act.BREAK_GLASS);
    }

    @Test
    void showsAnL1AndNothingElseWhileReadsCannotBeAudited() {
        rig.staff.onDuty(Staffing.LAYLA);
        Case urgent = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        Case other = open(aFiledReport().saying("other").judged(Level.L3_URGENT));
        rig.trail.close(true);

        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), urgent.number())).isInstanceOf(CaseReading.Opened.class);
        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), other.number()))
                .isInstanceOf(CaseReading.NotAuditable.class);
        assertThat(rig.meters.counter("wasl.audit.unaudited", "what", "case").count())
                .isEqualTo(1);
    }

    @Test
    void carriesTheAuditOfAWriteInTheCaseUntilItIsCopied() {
        rig.staff.onDuty(Staffing.LAYLA);
        Case held = open(aFiledReport());
        desk.acknowledge(rig.staff.as(Staffing.LAYLA), held.number(), null);
        assertThat(book.read(held.number()).orElseThrow().audits())
                .extracting(entry -> entry.act())
                .containsExactly(Act.CASE_OPENED, Act.CASE_CLAIMED);

        book.copyAudits(rig.trail);

        assertThat(book.read(held.number()).orElseThrow().audits()).isEmpty();
        assertThat(rig.trail.acts()).contains(Act.CASE_OPENED, Act.CASE_CLAIMED);
    }

    @Test
    void hasTheSameHotSetAfterARestartAndOnAnotherNode() {
        for (Level level : Level.values()) {
            open(aFiledReport().saying("of " + level).judged(level));
        }
        CaseBook other = rig.node("desk-2").getBean(CaseBook.class);
        other.rebuild();
        assertThat(other.hot()).containsExactlyInAnyOrderElementsOf(book.hot());

        rig.staff.onDuty(Staffing.LAYLA);
        desk.acknowledge(
                rig.staff.as(Staffing.LAYLA), book.hot().iterator().next().number(), null);
        other.follow();
        assertThat(other.hot()).containsExactlyInAnyOrderElementsOf(book.hot());
    }

    @Test
    void ordersTheQueueAsThePlainRuleDoes() {
        Random random = new Random(20261122);
        List<Integer> scores = List.of(0, 5, 30);
        for (int i = 0; i < 60; i++) {
            FiledReports filed = aFiledReport()
                    .saying("case " + i)
                    .judged(Level.values()[random.nextInt(5)])
                    .scoring(scores.get(random.nextInt(3)));
            if (random.nextInt(3) == 0) {
                filed.with(new Fact(
                        FactKey.PUBLISH_DEADLINE, Truth.YES, null, random.nextInt(40), FactSource.BUTTON, null));
            }
            if (random.nextInt(4) == 0) {
                filed.onSuspicion();
            }
            open(filed);
            rig.clock.pass(Duration.ofSeconds(random.nextInt(600)));
        }
        rig.staff.onDuty(Staffing.SALMA);
        List<CaseNumber> shown = new ArrayList<>();
        CaseNumber after = null;
        do {
            QueuePage page = desk.queue(rig.staff.as(Staffing.SALMA), QueueFilter.ALL, after, 7);
            page.rows().forEach(row -> shown.add(row.number()));
            after = page.next() == null ? null : new CaseNumber(page.next());
        } while (after != null);

        assertThat(shown).isEqualTo(byPlainRule());
    }

    /** The rule written a second time, as a sentence: level, lane, pressing deadline, score with ageing, age. */
    private List<CaseNumber> byPlainRule() {
        Instant now = rig.clock.instant();
        List<HotCase> all = new ArrayList<>(book.hot());
        Collections.shuffle(all, new Random(1));
        Comparator<HotCase> rule = (one, other) -> {
            int level = one.level().ordinal() - other.level().ordinal();
            if (level != 0) {
                return level;
            }
            if (one.toConfirm() != other.toConfirm()) {
                return one.toConfirm() ? 1 : -1;
            }
            long oneDue = due(one, now);
            long otherDue = due(other, now);
            if (oneDue != otherDue) {
                return Long.compare(oneDue, otherDue);
            }
            if (points(one, now) != points(other, now)) {
                return points(other, now) - points(one, now);
            }
            int age = one.clockFrom().compareTo(other.clockFrom());
            return age != 0
                    ? age
                    : one.number().value().compareTo(other.number().value());
        };
        all.sort(rule);
        return all.stream().map(HotCase::number).toList();
    }

    private static long due(HotCase held, Instant now) {
        Instant deadline = held.deadline();
        if (deadline == null) {
            return Long.MAX_VALUE;
        }
        long target = now.getEpochSecond()
                + CaseworkSettings.DEFAULTS.clock(held.level()).act().toSeconds();
        boolean pressing = deadline.getEpochSecond() >= now.getEpochSecond() && deadline.getEpochSecond() <= target;
        return pressing ? deadline.getEpochSecond() : Long.MAX_VALUE;
    }

    private static int points(HotCase held, Instant now) {
        double waited = Duration.between(held.clockFrom(), now).toMillis();
        double target = CaseworkSettings.DEFAULTS.clock(held.level()).act().toMillis();
        return held.score() + (int) Math.min(15, Math.floor(waited * 10 / target));
    }

    private Case open(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class)
                .receive(filed.build(), "digest " + filed.build().sequence());
        return book.read(book.caseOf(filed.build().id()).orElseThrow()).orElseThrow();
    }
}
