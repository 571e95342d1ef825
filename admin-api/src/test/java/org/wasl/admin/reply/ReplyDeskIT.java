package org.wasl.admin.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.DeskReply;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.ReplyOpener;
import org.wasl.triage.mailbox.WithdrawSigner;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/** Words to the citizen, and what comes back about them. */
class ReplyDeskIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final ReplyDesk desk = node.getBean(ReplyDesk.class);
    private final MailboxDesk mailboxes = node.getBean(MailboxDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final MailboxKeys mailbox = DeskRig.aMailbox();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void reachesTheMailboxAndIsHandedOverUntilItIsDelivered() {
        CaseNumber number = claimed(aFiledReport().reachedAt(mailbox.address()));

        ReplyOutcome.Written written = (ReplyOutcome.Written) write(number, "نحن هنا", "k1");
        assertThat(written.reply().state()).isEqualTo(DeskReply.State.SENT);
        DeskNotice.ReplyPublished told =
                (DeskNotice.ReplyPublished) rig.notices().getFirst();
        assertThat(new ReplyOpener(DeskRig.botKeys().deskVerifier())
                        .open(told.sealedReply(), mailbox.privateReplyKey(), told.mailboxId(), told.replyId())
                        .entryIfOpened()
                        .orElseThrow()
                        .text())
                .isEqualTo("نحن هنا");

        rig.clock.pass(Duration.ofSeconds(6));
        node.getBean(ReplyPublisher.class).sweep();
        assertThat(rig.notices()).hasSize(2);

        mailboxes.delivered(new IntakeEntry.Delivered(told.replyId(), rig.clock.instant()));
        rig.clock.pass(Duration.ofHours(2));
        node.getBean(ReplyPublisher.class).sweep();
        assertThat(rig.notices()).hasSize(2);
        assertThat(held(number).replies().getFirst().state()).isEqualTo(DeskReply.State.DELIVERED);
        assertThat(held(number).handling().acted()).isNotNull();
    }

    @Test
    void aReplyIsTheFirstStepOfAnL2AndNeverOfAnL1() {
        for (Level level : List.of(Level.L1_IMMEDIATE, Level.L2_EMERGENT)) {
            MailboxKeys own = DeskRig.aMailbox();
            CaseNumber number = claimed(aFiledReport().judged(level).reachedAt(own.address()));
            write(number, "we are here", "k" + level);
            delivered(number);
            assertThat(held(number).handling().acted() != null).isEqualTo(level == Level.L2_EMERGENT);
        }
    }

    @Test
    void aReplyThatReachedAnL1CountsOnceTwoPeopleSaidThatItIsLess() {
        CaseNumber number = claimed(aFiledReport().judged(Level.L1_IMMEDIATE).reachedAt(mailbox.address()));
        write(number, "we are here", "k");
        rig.clock.pass(Duration.ofMinutes(1));
        delivered(number);
        Instant reached = rig.clock.instant();
        assertThat(held(number).needsStep()).isTrue();

        rig.clock.pass(Duration.ofMinutes(20));
        rig.staff.onDuty(Staffing.SALMA, Staffing.NIDAL);
        CaseDesk cases = node.getBean(CaseDesk.class);
        cases.lower(rig.staff.as(Staffing.SALMA), number, Level.L2_EMERGENT, "he left the town", null);
        assertThat(held(number).needsStep()).isTrue();
        cases.confirmLowering(rig.staff.as(Staffing.NIDAL), number, true, null);
        assertThat(held(number).effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
        assertThat(held(number).handling().acted()).isEqualTo(reached);

        // Raised again it is as if nothing had been done.
        cases.raise(rig.staff.as(Staffing.SALMA), number, Level.L1_IMMEDIATE, "he is back", null);
        assertThat(held(number).needsStep()).isTrue();
        cases.lower(rig.staff.as(Staffing.SALMA), number, Level.L2_EMERGENT, "he left again", null);
        cases.confirmLowering(rig.staff.as(Staffing.NIDAL), number, true, null);
        assertThat(held(number).needsStep()).isTrue();
    }

    @Test
    void whatWasWrittenBeforeItGotWorseStopsNoClock() {
        FiledReports told = aFiledReport().judged(Level.L3_URGENT).reachedAt(mailbox.address());
        CaseNumber number = claimed(told);
        write(number, "one", "k");
        rig.clock.pass(Duration.ofMinutes(5));
        open(aFiledReport()
                .of(told.build().id())
                .as(1)
                .saying("he has a knife")
                .judged(Level.L1_IMMEDIATE)
                .reachedAt(mailbox.address())
                .at(rig.clock.instant()));

        mailboxes.delivered(
                new IntakeEntry.Delivered(held(number).replies().getFirst().replyId(), rig.clock.instant()));

        assertThat(held(number).handling().acted()).isNull();
    }

    @Test
    void writesOnceForOneKey() {
        CaseNumber number = claimed(aFiledReport().reachedAt(mailbox.address()));
        write(number, "one", "same");
        assertThat(write(number, "one", "same"))
                .isInstanceOfSatisfying(
                        ReplyOutcome.Written.class,
                        written -> assertThat(written.again()).isTrue());
        assertThat(write(number, "other", "same")).isEqualTo(new ReplyOutcome.Refused(ReplyOutcome.Why.KEY_REUSED));
        assertThat(held(number).replies()).hasSize(1);
    }

    @Test
    void refusesWithoutAMailboxWithoutAClaimAndOutsideTheWindow() {
        CaseNumber none = claimed(aFiledReport());
        assertThat(write(none, "x", "k"))
                .isInstanceOfSatisfying(
                        ReplyOutcome.Unreachable.class,
                        no -> assertThat(no.reach().state()).isEqualTo(Reach.State.NO_MAILBOX));

        CaseNumber unclaimed = open(aFiledReport().saying("other").reachedAt(mailbox.address()));
        assertThat(write(unclaimed, "x", "k")).isEqualTo(new ReplyOutcome.Refused(ReplyOutcome.Why.CLAIM_FIRST));

        // 08:00 UTC is 11:00 in Baghdad; after a while the person is no longer in the chat.
        CaseNumber evening = claimed(aFiledReport()
                .saying("third")
                .reachedAt(DeskRig.aMailbox().address())
                .inWindows("evening"));
        rig.clock.pass(Duration.ofMinutes(16));
        assertThat(write(evening, "x", "k")).isInstanceOfSatisfying(ReplyOutcome.Unreachable.class, no -> {
            assertThat(no.reach().state()).isEqualTo(Reach.State.WINDOW_CLOSED);
            assertThat(no.reach().opens()).isEqualTo("2026-11-22T13:00:00Z");
        });
        rig.clock.pass(Duration.ofHours(5));
        assertThat(write(evening, "x", "k2")).isInstanceOf(ReplyOutcome.Written.class);
    }

    @Test
    void erasesWhatTheReceiptsHolderErasesAndNothingForAForger() {
        FiledReports filed = aFiledReport().about(Category.DRG).reachedAt(mailbox.address());
        CaseNumber number = open(filed);
        WithdrawSigner forger = new WithdrawSigner(DeskRig.aMailbox().privateSignKey());
        WithdrawSigner holder = new WithdrawSigner(mailbox.privateSignKey());

        assertThat(mailboxes.eraseAsked(
                        forger.erase(filed.build().id(), mailbox.address().id(), rig.clock.instant())))
                .isEqualTo(MailboxDesk.Withdrawal.NOT_PROVEN);
        assertThat(book.read(number)).isPresent();
        assertThat(mailboxes.eraseAsked(
                        holder.erase(filed.build().id(), mailbox.address().id(), rig.clock.instant())))
                .isEqualTo(MailboxDesk.Withdrawal.ERASED);
        assertThat(book.read(number)).isEmpty();
        assertThat(rig.store.template().getCollection("case_keys").countDocuments())
                .isZero();
        assertThat(rig.notices()).hasSize(1).first().isInstanceOf(DeskNotice.Erased.class);
    }

    @Test
    void holdsAnUrgentCaseForTwoPeopleAndWritesToNobody() {
        FiledReports filed = aFiledReport().judged(Level.L1_IMMEDIATE).reachedAt(mailbox.address());
        CaseNumber number = claimed(filed);
        WithdrawSigner holder = new WithdrawSigner(mailbox.privateSignKey());

        assertThat(mailboxes.withdrawAsked(
                        holder.withdraw(filed.build().id(), mailbox.address().id(), rig.clock.instant())))
                .isEqualTo(MailboxDesk.Withdrawal.HELD);
        assertThat(held(number).status()).isEqualTo(CaseStatus.WITHDRAWAL_ASKED);
        assertThat(write(number, "x", "k")).isInstanceOf(ReplyOutcome.Unreachable.class);

        rig.clock.pass(Duration.ofDays(15));
        mailboxes.sweep();
        assertThat(book.read(number)).isEmpty();
    }

    @Test
    void answersEveryQuestionForACapsuleAfterTheSameWhile() {
        open(aFiledReport().foundBy(new Mark("7".repeat(64))));
        CapsuleAnswers answers = node.getBean(CapsuleAnswers.class);
        answers.asked(new IntakeEntry.CapsuleAsked(new Mark("7".repeat(64)), "a1"));
        answers.asked(new IntakeEntry.CapsuleAsked(new Mark("8".repeat(64)), "a2"));

        rig.clock.pass(Duration.ofMillis(399));
        answers.answerDue();
        assertThat(rig.notices()).isEmpty();
        rig.clock.pass(Duration.ofMillis(1));
        answers.answerDue();

        List<DeskNotice> told = rig.notices();
        assertThat(told).hasSize(2);
        assertThat(((DeskNotice.CapsuleFound) told.get(0)).capsules()).hasSize(1);
        assertThat(((DeskNotice.CapsuleFound) told.get(1)).capsules()).isEmpty();
    }

    @Test
    void forgetsTheChatOfAClosedCaseAndTellsTheBot() {
        CaseNumber number = claimed(aFiledReport().reachedAt(mailbox.address()));
        rig.staff.onDuty(Staffing.SALMA);
        node.getBean(CaseDesk.class)
                .close(
                        rig.staff.as(Staffing.SALMA),
                        number,
                        org.wasl.admin.casework.Handling.Disposition.SERVICE_DELIVERED,
                        "done",
                        null);
        mailboxes.sweep();

        assertThat(rig.notices()).hasSize(1).first().isInstanceOf(DeskNotice.Closed.class);
        assertThat(held(number).leading().capsule()).isNull();
        mailboxes.sweep();
        assertThat(rig.notices()).hasSize(1);
    }

    @Test
    void speaksInTheChatUntilTheLeaseEnds() {
        CaseNumber number = claimed(aFiledReport().reachedAt(mailbox.address()));
        assertThat(desk.takeOver(rig.staff.as(Staffing.LAYLA), number)).isInstanceOf(TakeOverOutcome.Speaking.class);
        assertThat(desk.takeOver(rig.staff.as(Staffing.DARA), number)).isInstanceOf(TakeOverOutcome.Refused.class);
        assertThat(desk.handBack(rig.staff.as(Staffing.LAYLA), number)).isInstanceOf(TakeOverOutcome.HandedBack.class);
        assertThat(rig.notices()).hasSize(2).allMatch(notice -> notice instanceof DeskNotice.TakenOver);
    }

    @Test
    void speaksOnOnlyWhileTheLeaseRunsAndIntoNoEmptyRoom() {
        CaseNumber number = claimed(aFiledReport().reachedAt(mailbox.address()));
        desk.takeOver(rig.staff.as(Staffing.LAYLA), number);
        rig.clock.pass(Duration.ofSeconds(50));
        assertThat(desk.keepSpeaking(rig.staff.as(Staffing.LAYLA), number))
                .isInstanceOf(TakeOverOutcome.Speaking.class);
        rig.clock.pass(Duration.ofSeconds(61));
        assertThat(desk.keepSpeaking(rig.staff.as(Staffing.LAYLA), number)).isInstanceOf(TakeOverOutcome.NoChat.class);
        rig.clock.pass(Duration.ofMinutes(16));
        assertThat(desk.takeOver(rig.staff.as(Staffing.LAYLA), number)).isInstanceOf(TakeOverOutcome.NoChat.class);
    }

    @Test
    void putsTheAgreedWordIntoEveryReplyAndTellsOfADoubt() {
        FiledReports filed = aFiledReport().reachedAt(mailbox.address());
        CaseNumber number = claimed(filed);
        mailboxes.contactChosen(chosen(filed, "نارنج", new Mark("7".repeat(64))));

        ReplyOutcome.Written written = (ReplyOutcome.Written) write(number, "نحن هنا", "k1");
        DeskNotice.ReplyPublished told =
                (DeskNotice.ReplyPublished) rig.notices().getLast();
        assertThat(new ReplyOpener(DeskRig.botKeys().deskVerifier())
                        .open(told.sealedReply(), mailbox.privateReplyKey(), told.mailboxId(), told.replyId())
                        .entryIfOpened()
                        .orElseThrow()
                        .codeWord())
                .isEqualTo("نارنج");

        for (int times = 0; times < 20; times++) {
            mailboxes.doubted(new IntakeEntry.Doubted(written.reply().replyId(), rig.clock.instant()));
        }
        assertThat(held(number).events())
                .filteredOn(event -> event.kind() == org.wasl.admin.casework.CaseEvent.Kind.DOUBTED)
                .hasSize(10);
    }

    @Test
    void findsTheChatThePersonIsInNowAndNoPhoneUsedBefore() {
        FiledReports filed = aFiledReport().reachedAt(mailbox.address()).foundBy(new Mark("7".repeat(64)));
        CaseNumber number = open(filed);

        mailboxes.contactChosen(chosen(filed, null, new Mark("8".repeat(64))));
        assertThat(book.marked(new Mark("7".repeat(64)))).isEmpty();
        assertThat(book.marked(new Mark("8".repeat(64)))).hasSize(1);
        assertThat(held(number).leading().windows()).containsExactly("evening:fri");

        mailboxes.contactChosen(new IntakeEntry.ContactChosen(
                filed.build().id(), mailbox.address().id(), List.of(), null, null, null, rig.clock.instant()));
        assertThat(book.marked(new Mark("8".repeat(64)))).isEmpty();
        assertThat(held(number).leading().capsule()).isNull();
    }

    private IntakeEntry.ContactChosen chosen(
            FiledReports filed, @org.jspecify.annotations.Nullable String word, Mark mark) {
        return new IntakeEntry.ContactChosen(
                filed.build().id(),
                mailbox.address().id(),
                List.of("evening:fri"),
                word,
                new org.wasl.triage.intake.Capsule(org.wasl.triage.seal.Bytes.ofUtf8("capsule")),
                mark,
                rig.clock.instant());
    }

    private void delivered(CaseNumber number) {
        mailboxes.delivered(
                new IntakeEntry.Delivered(held(number).replies().getFirst().replyId(), rig.clock.instant()));
    }

    private ReplyOutcome write(CaseNumber number, String text, String key) {
        return desk.write(rig.staff.as(Staffing.LAYLA), number, null, text, null, key);
    }

    private CaseNumber claimed(FiledReports filed) {
        CaseNumber number = open(filed);
        rig.staff.onDuty(Staffing.LAYLA);
        node.getBean(CaseDesk.class).acknowledge(rig.staff.as(Staffing.LAYLA), number, null);
        return number;
    }

    private CaseNumber open(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class).receive(filed.build(), "digest");
        return book.caseOf(filed.build().id()).orElseThrow();
    }

    private Case held(CaseNumber number) {
        return book.read(number).orElseThrow();
    }
}
