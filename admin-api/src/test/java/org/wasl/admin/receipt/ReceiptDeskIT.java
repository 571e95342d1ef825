package org.wasl.admin.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.reply.ReplyDesk;
import org.wasl.admin.reply.ReplyOutcome;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.ReplyOpener;
import org.wasl.triage.seal.Bytes;

/** A caller's number from the question to the case that is found by it, with the bot in the test's hand. */
class ReceiptDeskIT {
    /** RFC 9180, appendix A.3.1, pkRm: a point of P-256. */
    private static final Bytes PAGE = Bytes.ofHex("04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a82"
            + "6a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0");

    private static final Bytes SEALED = Bytes.ofUtf8("what only the page opens");

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final ReceiptDesk desk = node.getBean(ReceiptDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final CurrentStaff layla = rig.staff.as(Staffing.LAYLA);

    @BeforeEach
    void onDuty() {
        rig.staff.onDuty(Staffing.LAYLA);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void findsTheCaseByTheNumberFromTheMomentThePageFetchedIt() {
        CaseNumber number = claimed(aFiledReport().over("phone").withoutCapsule());
        String id = asked(number, false);
        assertThat(desk.collect(layla, number, id)).isEqualTo(new ReceiptAnswer.Waiting());
        MailboxKeys mailbox = answered(id);
        assertThat(held(number).leading().mailbox()).as("nobody has seen it").isNull();

        assertThat(desk.collect(layla, number, id)).isEqualTo(new ReceiptAnswer.Given(SEALED));
        assertThat(held(number).leading().mailbox()).isEqualTo(mailbox.address());
        assertThat(held(number).events())
                .extracting(CaseEvent::kind)
                .endsWith(CaseEvent.Kind.RECEIPT_ASKED, CaseEvent.Kind.RECEIPT_GIVEN);
        assertThat(desk.collect(layla, number, id)).as("once").isEqualTo(new ReceiptAnswer.Late());
        assertThat(desk.keeps(number)).isFalse();

        FiledReports later = aFiledReport().saying("هذا كلامي بعد المكالمة").reachedAt(mailbox.address());
        assertThat(take(later)).isEqualTo(CaseIntake.Outcome.JOINED);
        assertThat(held(number).reports()).hasSize(2);
    }

    @Test
    void givesOneNumberAndAnotherOnlyWhenItIsLost() {
        CaseNumber number = claimed(aFiledReport().over("walk-in").withoutCapsule());
        MailboxKeys first = given(number, false);
        assertThat(ask(number, false)).isEqualTo(new ReceiptAnswer.Refused(ReceiptAnswer.Why.GIVEN_BEFORE));
        write(number, "نحن هنا");

        MailboxKeys second = given(number, true);
        assertThat(rig.notices())
                .contains(new DeskNotice.ReceiptVoided(first.address().id()));
        assertThat(held(number).leading().mailbox()).isEqualTo(second.address());
        DeskReply waiting = held(number).replies().getFirst();
        assertThat(new ReplyOpener(DeskRig.botKeys().deskVerifier())
                        .open(
                                waiting.sealed(),
                                second.privateReplyKey(),
                                second.address().id(),
                                waiting.replyId())
                        .entryIfOpened()
                        .orElseThrow()
                        .text())
                .isEqualTo("نحن هنا");
        assertThat(take(aFiledReport().saying("somebody found the slip").reachedAt(first.address())))
                .as("a case by itself")
                .isEqualTo(CaseIntake.Outcome.OPENED);
    }

    @Test
    void tellsTheBotOfALostNumberUntilItCould() {
        CaseNumber number = claimed(aFiledReport().over("walk-in").withoutCapsule());
        MailboxKeys first = given(number, false);
        DeskNotice voided = new DeskNotice.ReceiptVoided(first.address().id());
        String id = asked(number, true);
        answered(id);
        // Nothing can be left for the bot while something else stands where its notices go.
        byte[] notices = Boundary.NOTICES.getBytes(StandardCharsets.UTF_8);
        byte[] kept = Objects.requireNonNull(rig.redis.dump(notices));
        rig.redis.del(notices);
        rig.redis.set(Boundary.NOTICES, "in the way");
        assertThat(desk.collect(layla, number, id)).isInstanceOf(ReceiptAnswer.Given.class);
        desk.sweep();
        rig.redis.del(notices);
        rig.redis.restore(notices, 0, kept);
        assertThat(rig.notices()).doesNotContain(voided);
        assertThat(desk.keeps(number)).as("of the case nothing stays").isFalse();

        desk.sweep();
        desk.sweep();

        assertThat(rig.notices().stream().filter(voided::equals)).hasSize(1);
    }

    @Test
    void throwsAwayWhatNobodyFetchesAndVoidsIt() {
        CaseNumber number = claimed(aFiledReport().over("phone"));
        String id = asked(number, false);
        rig.clock.pass(Duration.ofSeconds(31));
        assertThat(desk.collect(layla, number, id)).isEqualTo(new ReceiptAnswer.Late());
        MailboxKeys late = answered(id);
        rig.clock.pass(Duration.ofSeconds(60));
        desk.sweep();
        assertThat(desk.keeps(number)).isFalse();
        assertThat(rig.notices())
                .contains(new DeskNotice.ReceiptVoided(late.address().id()));
        assertThat(held(number).leading().mailbox()).isNull();

        MailboxKeys never = answered(id);
        assertThat(rig.notices())
                .contains(new DeskNotice.ReceiptVoided(never.address().id()));
    }

    /** The bot may be told twice, and a node of it may be somebody else's. */
    @Test
    void takesTheFirstAnswerToItsOwnQuestionAlone() {
        CaseNumber number = claimed(aFiledReport().over("phone"));
        MailboxKeys unasked = answered("0".repeat(32));
        String id = asked(number, false);
        MailboxKeys first = answered(id);
        MailboxKeys second = answered(id);
        desk.minted(minted(id, first));
        desk.collect(layla, number, id);
        assertThat(held(number).leading().mailbox()).isEqualTo(first.address());
        assertThat(rig.notices())
                .contains(
                        new DeskNotice.ReceiptVoided(unasked.address().id()),
                        new DeskNotice.ReceiptVoided(second.address().id()))
                .doesNotContain(new DeskNotice.ReceiptVoided(first.address().id()));
    }

    @Test
    void givesItToNobodyButWhosePageAskedAndInNoCaseThatWasWritten() {
        CaseNumber number = claimed(aFiledReport().over("phone"));
        String id = asked(number, false);
        answered(id);
        rig.staff.onDuty(Staffing.SALMA);
        assertThat(desk.collect(rig.staff.as(Staffing.SALMA), number, id)).isEqualTo(new ReceiptAnswer.Late());
        assertThat(desk.ask(layla, number, null, Bytes.ofHex("04"), true))
                .isEqualTo(new ReceiptAnswer.Refused(ReceiptAnswer.Why.NO_KEY));
        assertThat(desk.ask(rig.staff.as(Staffing.RAWA), number, null, PAGE, true))
                .isEqualTo(new ReceiptAnswer.Refused(ReceiptAnswer.Why.NOT_ALLOWED));
        CaseNumber written = claimed(aFiledReport().saying("from the chat"));
        assertThat(ask(written, false)).isEqualTo(new ReceiptAnswer.Refused(ReceiptAnswer.Why.NO_CALL));
    }

    @Test
    void givesUpWhatIsOnItsWayWhenTheCaseIsErased() {
        CaseNumber number = claimed(aFiledReport().over("phone"));
        String id = asked(number, false);
        MailboxKeys mailbox = answered(id);
        node.getBean(ReceiptLeftovers.class).forget(number);
        assertThat(node.getBean(ReceiptLeftovers.class).left(number)).isFalse();
        assertThat(rig.notices())
                .contains(new DeskNotice.ReceiptVoided(mailbox.address().id()));
    }

    private MailboxKeys given(CaseNumber number, boolean lost) {
        String id = asked(number, lost);
        MailboxKeys mailbox = answered(id);
        assertThat(desk.collect(layla, number, id)).isInstanceOf(ReceiptAnswer.Given.class);
        return mailbox;
    }

    private ReceiptAnswer ask(CaseNumber number, boolean lost) {
        return desk.ask(layla, number, null, PAGE, lost);
    }

    private String asked(CaseNumber number, boolean lost) {
        ReceiptAnswer.Asked asked = (ReceiptAnswer.Asked) ask(number, lost);
        assertThat(rig.notices().getLast()).isEqualTo(new DeskNotice.ReceiptAsked(asked.id(), PAGE, asked.until()));
        return asked.id();
    }

    private MailboxKeys answered(String id) {
        MailboxKeys mailbox = DeskRig.aMailbox();
        desk.minted(minted(id, mailbox));
        return mailbox;
    }

    private IntakeEntry.ReceiptMinted minted(String id, MailboxKeys mailbox) {
        return new IntakeEntry.ReceiptMinted(id, mailbox.address(), SEALED, rig.clock.instant());
    }

    private CaseIntake.Outcome take(FiledReports filed) {
        return node.getBean(CaseIntake.class)
                .receive(filed.build(), UUID.randomUUID().toString());
    }

    private CaseNumber claimed(FiledReports filed) {
        take(filed);
        CaseNumber number = book.caseOf(filed.build().id()).orElseThrow();
        node.getBean(CaseDesk.class).acknowledge(layla, number, null);
        return number;
    }

    private void write(CaseNumber number, String words) {
        assertThat(node.getBean(ReplyDesk.class).write(layla, number, null, words, null, "key"))
                .isInstanceOf(ReplyOutcome.Written.class);
    }

    private Case held(CaseNumber number) {
        return book.read(number).orElseThrow();
    }
}
