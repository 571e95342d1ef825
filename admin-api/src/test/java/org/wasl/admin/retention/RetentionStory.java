package org.wasl.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Handling.Disposition;
import org.wasl.admin.casework.OrphanWalk;
import org.wasl.admin.casework.Orphans;
import org.wasl.admin.casework.Upkeep;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.WithdrawSigner;
import org.wasl.triage.report.Level;

/** A desk with closed cases, and the staff who may destroy them. */
abstract class RetentionStory {
    private static final Period STANDARD = Period.ofYears(1);
    private static final List<String> STORE = List.of(
            "case_keys",
            "cases",
            "open_cases",
            "mailboxes",
            "accused",
            "intake",
            "attachment_chunks",
            "attachment_withheld");

    final DeskRig rig = new DeskRig();
    final ApplicationContext node = rig.node("desk-1");
    final CaseDesk desk = node.getBean(CaseDesk.class);
    final CaseBook book = node.getBean(CaseBook.class);
    final ListDesk lists = node.getBean(ListDesk.class);
    final HoldDesk holds = node.getBean(HoldDesk.class);
    final RequestDesk requests = node.getBean(RequestDesk.class);
    final ProofDesk proofs = node.getBean(ProofDesk.class);
    final Destroyer destroyer = node.getBean(Destroyer.class);
    final CurrentStaff salma = rig.staff.as(Staffing.SALMA);
    final CurrentStaff nidal = rig.staff.as(Staffing.NIDAL);
    final CurrentStaff layla = rig.staff.as(Staffing.LAYLA);
    final MailboxKeys mailbox = DeskRig.aMailbox();
    final FiledReports told = aFiledReport()
            .judged(Level.L4_STANDARD)
            .withoutCapsule()
            .reachedAt(mailbox.address())
            .pointingAt(new DigitalEvidence(
                    List.of(new AccusedHandle(AccusedHandle.Kind.ACCOUNT, Platform.INSTAGRAM, "demo.account_7")),
                    null));

    @BeforeEach
    void onDuty() {
        rig.staff.onDuty(Staffing.SALMA, Staffing.NIDAL, Staffing.LAYLA);
        rig.store.recorder().walks(STORE.toArray(String[]::new));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    static String check(String digits) {
        return String.format("%02d", (98 - Long.parseLong(digits) * 100 % 97) % 97);
    }

    final List<Proof.Kind> kinds(String list) {
        return proofs.verify(salma, list).orElseThrow().findings().stream()
                .map(Proof.Finding::kind)
                .toList();
    }

    final Orphans walk() {
        return node.getBean(OrphanWalk.class).walk(_ -> {});
    }

    final void hold(CaseNumber number) {
        LocalDate review =
                LocalDate.ofInstant(rig.clock.instant(), RetentionPlan.BAGHDAD).plusDays(9);
        holds.ask(salma, number, "a court asks", review);
        assertThat(holds.settle(nidal, number, true, null)).isEqualTo(Answer.DONE);
    }

    final void destroyAll() {
        confirmed();
        destroyer.work();
        assertThat(only().list().state()).isEqualTo(DestructionList.State.DONE);
    }

    final void confirmed() {
        rig.clock.pass(Duration.ofDays(STANDARD.getYears() * 365L + 2));
        lists.propose();
        assertThat(settle(salma, true)).isEqualTo(Answer.WAITS_FOR_SECOND);
        assertThat(settle(nidal, true)).isEqualTo(Answer.DONE);
    }

    final Answer settle(CurrentStaff who, boolean agreed) {
        ListDesk.Held held = only();
        return lists.settle(who, held.list().id(), agreed, "", held.version());
    }

    final ListDesk.Held only() {
        return lists.latest(salma, 1).getFirst();
    }

    final DestructionList only0() {
        return only().list();
    }

    final MailboxDesk.Withdrawal erase() {
        return node.getBean(MailboxDesk.class)
                .eraseAsked(new WithdrawSigner(mailbox.privateSignKey())
                        .erase(told.build().id(), mailbox.address().id(), rig.clock.instant()));
    }

    final CaseNumber closed(FiledReports one) {
        CaseNumber number = open(one);
        desk.acknowledge(salma, number, null);
        close(number, Disposition.SERVICE_DELIVERED);
        Upkeep.once(node);
        assertThat(rig.store.template().findById(number.value(), Document.class, "open_cases"))
                .isNull();
        return number;
    }

    final void close(CaseNumber number, Disposition how) {
        assertThat(desk.close(salma, number, how, "it is done", null)).isInstanceOf(CaseChange.Done.class);
    }

    final CaseNumber open(FiledReports one) {
        rig.deskSays(one.build().story(), one.assessment());
        node.getBean(CaseIntake.class)
                .receive(one.build(), "digest " + one.build().id());
        Case held = book.caseOf(one.build().id()).flatMap(book::read).orElseThrow();
        return held.number();
    }

    final long count(String collection) {
        return rig.store.template().getCollection(collection).countDocuments();
    }

    final Document stored(String collection, String id) {
        return Objects.requireNonNull(rig.store.template().findById(id, Document.class, collection));
    }
}
