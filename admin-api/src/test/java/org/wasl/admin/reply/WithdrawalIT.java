package org.wasl.admin.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.WithdrawSigner;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** What a person takes back: gone, or held for the eyes of two. */
class WithdrawalIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final MailboxDesk mailboxes = node.getBean(MailboxDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final MailboxKeys mailbox = DeskRig.aMailbox();
    private final WithdrawSigner holder = new WithdrawSigner(mailbox.privateSignKey());
    private final FiledReports filed = aFiledReport().judged(Level.L1_IMMEDIATE).reachedAt(mailbox.address());

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void isKeptOnlyWhenTwoDifferentPeopleSayWhy() {
        CaseNumber number = takenBack();

        assertThat(keep(Staffing.LAYLA, number, "a child is in the house"))
                .isInstanceOf(CaseChange.WaitsForSecond.class);
        assertThat(keep(Staffing.LAYLA, number, "once more"))
                .isEqualTo(new CaseChange.Refused(CaseChange.Why.NEEDS_ANOTHER_PERSON));
        assertThat(keep(Staffing.SALMA, number, " ")).isEqualTo(new CaseChange.Refused(CaseChange.Why.REASON_MISSING));
        assertThat(held(number).status()).isEqualTo(CaseStatus.WITHDRAWAL_ASKED);
        assertThat(keep(Staffing.SALMA, number, "he made her do it")).isInstanceOf(CaseChange.Done.class);

        rig.clock.pass(Duration.ofDays(20));
        mailboxes.sweep();
        Case kept = held(number);
        assertThat(kept.status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(kept.needsAcknowledgement()).isTrue();
        assertThat(java.util.Objects.requireNonNull(kept.handling().withdrawal())
                        .keepers())
                .extracting(keeper -> keeper.by())
                .containsExactly(Staffing.LAYLA, Staffing.SALMA);
    }

    @Test
    void nobodyWritesToThePersonEvenWhenItIsKept() {
        CaseNumber number = takenBack();
        keep(Staffing.LAYLA, number, "one");
        keep(Staffing.SALMA, number, "two");
        desk.acknowledge(rig.staff.as(Staffing.LAYLA), number, null);

        assertThat(node.getBean(ReplyDesk.class).write(rig.staff.as(Staffing.LAYLA), number, null, "x", null, "k"))
                .isInstanceOfSatisfying(
                        ReplyOutcome.Unreachable.class,
                        no -> assertThat(no.reach().state()).isEqualTo(Reach.State.WITHDRAWN));
        assertThat(book.hot(number).orElseThrow().marks()).isEmpty();
    }

    @Test
    void onePersonMovingItOnUndoesNothing() {
        CaseNumber number = takenBack();
        for (CaseStatus to : CaseStatus.values()) {
            if (to != CaseStatus.WITHDRAWAL_ASKED) {
                assertThat(desk.move(rig.staff.as(Staffing.SALMA), number, to, null))
                        .isInstanceOf(CaseChange.Refused.class);
            }
        }
        assertThat(desk.reopen(rig.staff.as(Staffing.SALMA), number, "no", null))
                .isInstanceOf(CaseChange.Refused.class);
        assertThat(desk.acknowledge(rig.staff.as(Staffing.SALMA), number, null)).isInstanceOf(CaseChange.Refused.class);
        desk.assign(rig.staff.as(Staffing.SALMA), number, Staffing.DARA, null);
        keep(Staffing.SALMA, number, "only me");

        assertThat(held(number).status()).isEqualTo(CaseStatus.WITHDRAWAL_ASKED);
        rig.clock.pass(Duration.ofDays(14).minusMinutes(1));
        mailboxes.sweep();
        assertThat(book.read(number)).isPresent();
        rig.clock.pass(Duration.ofMinutes(1));
        mailboxes.sweep();
        assertThat(book.read(number)).isEmpty();
    }

    @Test
    void aSupervisorMaySeeWhatAnotherTeamHoldsOnceItIsTakenBack() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.SALMA);
        CaseNumber number = open(filed.about(Category.SXV));
        desk.acknowledge(rig.staff.as(Staffing.LAYLA), number, null);
        assertThat(desk.open(rig.staff.as(Staffing.SALMA), number)).isInstanceOf(CaseReading.Closed.class);

        withdraw();

        assertThat(desk.open(rig.staff.as(Staffing.SALMA), number)).isInstanceOf(CaseReading.Opened.class);
        assertThat(desk.open(rig.staff.as(Staffing.DARA), number)).isInstanceOf(CaseReading.Closed.class);
    }

    @Test
    void holdsAChildsCaseAndOneUnderPressureWhateverTheLevel() {
        CaseNumber child = open(filed.judged(Level.L4_STANDARD).with(Fact.chosen(FactKey.AGE_BAND, Truth.YES, "9-14")));
        assertThat(withdraw()).isEqualTo(MailboxDesk.Withdrawal.HELD);
        assertThat(held(child).status()).isEqualTo(CaseStatus.WITHDRAWAL_ASKED);
    }

    @Test
    void erasesEverythingElseWithinSeventyTwoHours() {
        CaseNumber number = open(filed.judged(Level.L4_STANDARD));
        assertThat(withdraw()).isEqualTo(MailboxDesk.Withdrawal.ERASED);
        rig.clock.pass(Duration.ofHours(72));
        mailboxes.sweep();
        assertThat(book.read(number)).isEmpty();
        assertThat(rig.store.template().getCollection("case_keys").countDocuments())
                .isZero();
    }

    @Test
    void handsNoReplyOverOnceItIsTakenBack() {
        rig.staff.onDuty(Staffing.LAYLA);
        CaseNumber number = open(filed);
        desk.acknowledge(rig.staff.as(Staffing.LAYLA), number, null);
        node.getBean(ReplyDesk.class).write(rig.staff.as(Staffing.LAYLA), number, null, "x", null, "k");
        assertThat(rig.notices()).hasSize(1);

        withdraw();
        rig.clock.pass(Duration.ofHours(1));
        node.getBean(ReplyPublisher.class).sweep();

        assertThat(rig.notices()).hasSize(1);
    }

    @Test
    void wordsWrittenBeforeTheWithdrawalDoNotUndoItAndLaterOnesDo() {
        CaseNumber number = takenBack();
        receive(aFiledReport()
                .of(filed.build().id())
                .as(1)
                .saying("sent before, came late")
                .at(rig.clock.instant().minusSeconds(60)));
        assertThat(held(number).status()).isEqualTo(CaseStatus.WITHDRAWAL_ASKED);

        rig.clock.pass(Duration.ofMinutes(5));
        receive(aFiledReport()
                .of(filed.build().id())
                .as(2)
                .saying("that was not me")
                .at(rig.clock.instant()));
        assertThat(held(number).status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(held(number).takenBack()).isFalse();
    }

    private CaseNumber takenBack() {
        rig.staff.onDuty(Staffing.LAYLA, Staffing.SALMA);
        CaseNumber number = open(filed);
        rig.clock.pass(Duration.ofMinutes(1));
        assertThat(withdraw()).isEqualTo(MailboxDesk.Withdrawal.HELD);
        return number;
    }

    private MailboxDesk.Withdrawal withdraw() {
        IntakeEntry.WithdrawAsked asked =
                holder.withdraw(filed.build().id(), mailbox.address().id(), rig.clock.instant());
        return mailboxes.withdrawAsked(asked);
    }

    private CaseChange keep(StaffId who, CaseNumber number, String why) {
        return desk.keep(rig.staff.as(who), number, why, null, null);
    }

    private CaseNumber open(FiledReports one) {
        receive(one);
        return book.caseOf(one.build().id()).orElseThrow();
    }

    private void receive(FiledReports one) {
        rig.deskSays(one.build().story(), one.assessment());
        node.getBean(CaseIntake.class)
                .receive(one.build(), "digest " + one.build().sequence());
    }

    private Case held(CaseNumber number) {
        return book.read(number).orElseThrow();
    }
}
