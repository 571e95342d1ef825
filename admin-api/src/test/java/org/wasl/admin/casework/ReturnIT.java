package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.WithdrawSigner;
import org.wasl.triage.report.Level;

/** Somebody comes back with a receipt, in another chat, under another intake id. */
class ReturnIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseBook book = node.getBean(CaseBook.class);
    private final MailboxKeys mailbox = DeskRig.aMailbox();
    private final WithdrawSigner holder = new WithdrawSigner(mailbox.privateSignKey());
    private final FiledReports first = aFiledReport().saying("first").reachedAt(mailbox.address());
    private final FiledReports again = aFiledReport().saying("again").reachedAt(mailbox.address());

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void joinsTheCaseOfTheMailboxAndCountsAsNews() {
        CaseNumber number = open(first);
        rig.staff.onDuty(Staffing.LAYLA);
        node.getBean(CaseDesk.class).acknowledge(rig.staff.as(Staffing.LAYLA), number, null);
        rig.clock.pass(Duration.ofMinutes(1));

        assertThat(receive(node, again.judged(Level.L1_IMMEDIATE))).isEqualTo(CaseIntake.Outcome.JOINED);

        assertThat(book.caseOf(again.build().id())).contains(number);
        assertThat(cases()).isEqualTo(1);
        Case held = book.read(number).orElseThrow();
        assertThat(held.reports()).hasSize(2);
        assertThat(held.effectiveLevel()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(held.needsAcknowledgement()).isTrue();
        assertThat(receive(node, again)).isEqualTo(CaseIntake.Outcome.REPEATED);
        assertThat(receive(node, aFiledReport().of(again.build().id()).as(1).saying("more")))
                .isEqualTo(CaseIntake.Outcome.ADDED);
    }

    @Test
    void reopensAClosedCase() {
        CaseNumber number = open(first);
        rig.staff.onDuty(Staffing.SALMA);
        CaseDesk desk = node.getBean(CaseDesk.class);
        desk.acknowledge(rig.staff.as(Staffing.SALMA), number, null);
        desk.close(rig.staff.as(Staffing.SALMA), number, Handling.Disposition.SERVICE_DELIVERED, "done", null);

        receive(node, again);

        assertThat(book.read(number).orElseThrow().status()).isEqualTo(CaseStatus.REOPENED);
    }

    @Test
    void erasesTheWholeCaseUnderTheFirstId() {
        open(first);
        receive(node, again);
        assertThat(erase(holder, first.build().id())).isEqualTo(MailboxDesk.Withdrawal.ERASED);
        assertThat(cases()).isZero();
        assertThat(receive(node, again)).isEqualTo(CaseIntake.Outcome.ERASED);
    }

    @Test
    void erasesTheWholeCaseUnderTheIdOfTheReturn() {
        open(first);
        receive(node, again);
        assertThat(erase(holder, again.build().id())).isEqualTo(MailboxDesk.Withdrawal.ERASED);
        assertThat(cases()).isZero();
        assertThat(receive(node, first)).isEqualTo(CaseIntake.Outcome.ERASED);
    }

    @Test
    void erasesTheMailboxesCaseForSomebodyWhoCameBackAndFiledNothing() {
        open(first);
        IntakeId never = aFiledReport().build().id();

        assertThat(erase(new WithdrawSigner(DeskRig.aMailbox().privateSignKey()), never))
                .isEqualTo(MailboxDesk.Withdrawal.NOT_PROVEN);
        assertThat(cases()).isEqualTo(1);
        assertThat(erase(holder, never)).isEqualTo(MailboxDesk.Withdrawal.ERASED);
        assertThat(cases()).isZero();
    }

    @Test
    void withdrawsTheMailboxesCaseAfterAReturn() {
        CaseNumber number = open(first.judged(Level.L1_IMMEDIATE));
        receive(node, again);
        rig.clock.pass(Duration.ofMinutes(1));

        assertThat(node.getBean(MailboxDesk.class)
                        .withdrawAsked(holder.withdraw(
                                again.build().id(), mailbox.address().id(), rig.clock.instant())))
                .isEqualTo(MailboxDesk.Withdrawal.HELD);
        assertThat(book.read(number).orElseThrow().status()).isEqualTo(CaseStatus.WITHDRAWAL_ASKED);
    }

    @Test
    void takesBackBothWhereTheMailboxCameToAnotherCaseOnlyLater() {
        open(first);
        FiledReports early = aFiledReport().saying("before the receipt was derived");
        open(early);
        receive(
                node,
                aFiledReport().of(early.build().id()).as(1).saying("with it").reachedAt(mailbox.address()));
        assertThat(cases()).isEqualTo(2);

        assertThat(erase(holder, early.build().id())).isEqualTo(MailboxDesk.Withdrawal.ERASED);
        assertThat(cases()).isZero();
    }

    @Test
    void givesAMailboxWithOtherKeysACaseByItself() {
        CaseNumber number = open(first);
        MailboxKeys other = DeskRig.aMailbox();
        MailboxAddress forged = new MailboxAddress(
                mailbox.address().id(),
                other.address().replyKey(),
                other.address().verifyKey(),
                mailbox.address().pepper());

        assertThat(receive(node, aFiledReport().saying("forged").reachedAt(forged)))
                .isEqualTo(CaseIntake.Outcome.OPENED);

        assertThat(book.caseOfMailbox(mailbox.address().id())).contains(number);
        assertThat(book.read(number).orElseThrow().reports()).hasSize(1);
    }

    @Test
    void doesNotRiseAgainAndStartsAnewAfterAnErasure() {
        CaseNumber number = open(first);
        erase(holder, first.build().id());
        assertThat(receive(node, first)).isEqualTo(CaseIntake.Outcome.ERASED);
        assertThat(receive(node, again)).isEqualTo(CaseIntake.Outcome.OPENED);

        assertThat(book.caseOfMailbox(mailbox.address().id())).isPresent().isNotEqualTo(number);
    }

    @Test
    void losesNoNewReportInAnErasureThatAKillBrokeOff() {
        CaseNumber number = open(first);
        CaseStore store = node.getBean(CaseStore.class);
        // Killed after the key was gone, before anything else.
        rig.store
                .template()
                .getCollection("erasing")
                .insertOne(new Document("_id", number.value())
                        .append("ids", List.of(first.build().id().value()))
                        .append("m", List.of(CaseStore.hash(mailbox.address().id()))));
        rig.store.template().getCollection("case_keys").deleteMany(new Document());

        assertThat(receive(node, again)).isEqualTo(CaseIntake.Outcome.OPENED);
        assertThat(receive(node, first)).isEqualTo(CaseIntake.Outcome.ERASED);
        assertThat(store.ofMailbox(mailbox.address().id()))
                .isEqualTo(book.caseOf(again.build().id()));
        assertThat(rig.store.template().getCollection("erasing").countDocuments())
                .isZero();
    }

    @Test
    void makesOneCaseOfTwoChatsThatFileOnTwoNodesAtOnce() throws InterruptedException {
        ApplicationContext other = rig.node("desk-2");
        for (int i = 0; i < 20; i++) {
            MailboxAddress address = DeskRig.aMailbox().address();
            FiledReports one = aFiledReport().saying("one " + i).reachedAt(address);
            FiledReports two = aFiledReport().saying("two " + i).reachedAt(address);
            Thread here = Thread.ofPlatform().start(() -> receive(node, one));
            Thread there = Thread.ofPlatform().start(() -> receive(other, two));
            here.join(TimeUnit.SECONDS.toMillis(30));
            there.join(TimeUnit.SECONDS.toMillis(30));
            assertThat(book.caseOf(one.build().id()))
                    .isPresent()
                    .isEqualTo(book.caseOf(two.build().id()));
        }
        assertThat(cases()).isEqualTo(20);
    }

    private MailboxDesk.Withdrawal erase(WithdrawSigner signer, IntakeId id) {
        return node.getBean(MailboxDesk.class)
                .eraseAsked(signer.erase(id, mailbox.address().id(), rig.clock.instant()));
    }

    private CaseNumber open(FiledReports one) {
        receive(node, one);
        return book.caseOf(one.build().id()).orElseThrow();
    }

    private CaseIntake.Outcome receive(ApplicationContext where, FiledReports one) {
        rig.deskSays(one.build().story(), one.assessment());
        return where.getBean(CaseIntake.class)
                .receive(one.build(), "digest of " + one.build().story());
    }

    private long cases() {
        return rig.store.template().getCollection("cases").countDocuments();
    }
}
