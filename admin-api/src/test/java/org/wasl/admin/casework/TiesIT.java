package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.report.Level;

/** What binds cases: one situation told twice, a searcher and whom they search for, one account that threatens many. */
class TiesIT {
    private static final Triage TRIAGE = Triage.load();
    private static final AccusedHandle ACCOUNT =
            new AccusedHandle(AccusedHandle.Kind.ACCOUNT, Platform.INSTAGRAM, "demo.account_1");

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final MergeDesk merges = node.getBean(MergeDesk.class);
    private final CurrentStaff salma = rig.staff.as(Staffing.SALMA);

    @BeforeEach
    void onDuty() {
        rig.staff.onDuty(Staffing.SALMA, Staffing.LAYLA);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aJoinedCaseLeavesTheQueueKeepsItsMailboxAndItsNextWordBringsItBack() {
        FiledReports told = aFiledReport().saying("the same night").judged(Level.L2_EMERGENT);
        Case main = taken(aFiledReport().judged(Level.L3_URGENT));
        Case also = open(told);

        assertThat(merges.merge(salma, also.number(), main.number(), "sisters", null, "k1"))
                .isInstanceOf(CaseChange.Done.class);

        assertThat(queued()).containsExactly(main.number());
        assertThat(now(main).effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
        assertThat(now(main).reports()).hasSize(1);
        assertThat(now(also).reports()).hasSize(1);
        assertThat(merges.merge(salma, also.number(), main.number(), "sisters", null, "k1"))
                .isInstanceOf(CaseChange.Done.class);
        assertThat(now(main).ties().links()).hasSize(1);

        rig.clock.pass(Duration.ofMinutes(1));
        open(aFiledReport().of(told.build().id()).as(1).saying("he is back").judged(Level.L2_EMERGENT));
        assertThat(queued()).contains(also.number());
    }

    @Test
    void endsWithTheCaseItGoesOnInAndStandsByItselfWhereThatWasErased() {
        Case main = taken(aFiledReport());
        Case also = open(aFiledReport().saying("one"));
        merges.merge(salma, also.number(), main.number(), "the same", null, null);
        desk.close(salma, main.number(), Handling.Disposition.SERVICE_DELIVERED, "done", null);
        merges.settle();
        assertThat(now(also).handling().disposition()).isEqualTo(Handling.Disposition.DUPLICATE);

        Case second = taken(aFiledReport().saying("two"));
        Case third = open(aFiledReport().saying("three"));
        merges.merge(salma, third.number(), second.number(), "the same", null, null);
        book.erase(now(second), Tombstone.ASKED, rig.trail);
        merges.settle();
        assertThat(now(third).status().open()).isTrue();
        assertThat(queued()).contains(third.number());
    }

    @Test
    void anUrgentOneNobodyTookIsNotTakenByBeingJoined() {
        Case main = open(aFiledReport().judged(Level.L1_IMMEDIATE));
        desk.acknowledge(rig.staff.as(Staffing.LAYLA), main.number(), null);
        rig.clock.pass(Duration.ofMinutes(5));
        Case also = open(aFiledReport().saying("my sister").judged(Level.L1_IMMEDIATE));

        merges.merge(salma, also.number(), main.number(), "sisters", null, null);

        assertThat(now(main).needsAcknowledgement()).isTrue();
    }

    @Test
    void aSearcherIsLinkedNeverJoinedAndOnlySupervisorsKnow() {
        Case searched = open(aFiledReport());
        Case searcher = open(aFiledReport().saying("where is she").tagged(Tag.SEARCHER));
        desk.acknowledge(salma, searched.number(), null);
        assertThat(merges.merge(salma, searcher.number(), searched.number(), "her father", null, null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED));
        assertThat(merges.link(rig.staff.as(Staffing.LAYLA), searcher.number(), searched.number(), "why", null))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NOT_ALLOWED));

        assertThat(merges.link(salma, searcher.number(), searched.number(), "he says her name", null))
                .isInstanceOf(CaseChange.Done.class);

        assertThat(seenBy(Staffing.SALMA, searched).links()).hasSize(1);
        assertThat(seenBy(Staffing.LAYLA, searched).links()).isEmpty();
        assertThat(seenBy(Staffing.LAYLA, searcher).links()).isEmpty();
    }

    @Test
    void twoPeopleThreatenedFromOneAccountRaiseBothCasesAndTheCountIsForTheSupervisor() {
        rig.triage(TRIAGE::assess);
        Case first = open(threatened("يهددني وينشر صوري اذا ما ادفع", '1'));
        assertThat(now(first).ties().pattern()).isNull();
        assertThat(now(first).effectiveLevel()).isEqualTo(Level.L3_URGENT);

        Case second = open(threatened("نفس الحساب يهددني بصوري ويريد فلوس", '2'));

        for (Case held : List.of(now(first), now(second))) {
            assertThat(Objects.requireNonNull(held.ties().pattern()).reporters())
                    .isEqualTo(2);
            assertThat(held.effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
            assertThat(held.leading().assessment().reasons())
                    .anyMatch(reason -> reason.rule().equals("R40"));
        }
        assertThat(seenBy(Staffing.SALMA, first).patternOf()).isEqualTo(2);
        assertThat(seenBy(Staffing.SALMA, first).links())
                .extracting(Ties.Link::to)
                .containsExactly(second.number());
        assertThat(seenBy(Staffing.LAYLA, first).patternOf()).isNull();
        assertThat(seenBy(Staffing.LAYLA, first).links()).isEmpty();
        // It stays raised when more words come.
        assertThat(book.hot(first.number()).orElseThrow().needsAcknowledgement())
                .isTrue();
    }

    @Test
    void onePersonTwiceIsNoPatternNorIsADisplayNameNorAnOldReport() {
        open(threatened("يهددني بصوري", '1'));
        Case again = open(threatened("بعده يهددني بصوري", '1'));
        assertThat(now(again).ties().pattern()).isNull();

        AccusedHandle name = new AccusedHandle(AccusedHandle.Kind.NAME, Platform.FACEBOOK, "demo name");
        open(threatened("one", '3').pointingAt(new DigitalEvidence(List.of(name), null)));
        Case other = open(threatened("two", '4').pointingAt(new DigitalEvidence(List.of(name), null)));
        assertThat(now(other).ties().pattern()).isNull();

        rig.clock.pass(Duration.ofDays(91));
        Case late = open(threatened("later", '5'));
        assertThat(now(late).ties().pattern()).isNull();
    }

    @Test
    void theIndexHoldsNothingReadableAndAnErasedCaseLeavesIt() {
        Case held = open(threatened("يهددني بصوري", '1'));
        String stored = rig.store.template().findAll(Document.class, "accused").toString();
        assertThat(stored)
                .doesNotContain("demo.account", "INSTAGRAM", "111111")
                .contains(held.number().value());

        book.erase(now(held), Tombstone.ASKED, rig.trail);

        assertThat(rig.store.template().findAll(Document.class, "accused")).isEmpty();
    }

    private static FiledReports threatened(String words, char chat) {
        return aFiledReport()
                .saying(words)
                .foundBy(new Mark(String.valueOf(chat).repeat(64)))
                .pointingAt(new DigitalEvidence(List.of(ACCOUNT), null));
    }

    private CaseView seenBy(org.wasl.admin.officer.StaffId who, Case held) {
        return ((CaseReading.Opened) desk.open(rig.staff.as(who), held.number())).view();
    }

    private List<CaseNumber> queued() {
        return desk.queue(salma, QueueFilter.ALL, null, 50).rows().stream()
                .map(QueueRow::number)
                .toList();
    }

    private Case taken(FiledReports filed) {
        Case held = open(filed);
        desk.acknowledge(salma, held.number(), null);
        return held;
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
