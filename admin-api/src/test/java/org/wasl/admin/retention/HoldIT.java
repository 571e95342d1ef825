package org.wasl.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.audit.Act;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.WithdrawSigner;
import org.wasl.triage.report.Level;

/** What stands in the way of destruction, and what people took back. */
class HoldIT extends RetentionStory {
    @Test
    void aHoldTakesTwoPeopleStopsDestructionAndErasureAndNothingElseUntilTwoLiftIt() {
        CaseNumber number = closed(told);
        LocalDate review =
                LocalDate.ofInstant(rig.clock.instant(), RetentionPlan.BAGHDAD).plusDays(90);
        assertThat(holds.ask(layla, number, "a court asks", review)).isEqualTo(Answer.NOT_ALLOWED);
        assertThat(holds.ask(salma, number, " ", review)).isEqualTo(Answer.REASON_MISSING);
        assertThat(holds.ask(salma, number, "a court asks", review.minusYears(1)))
                .isEqualTo(Answer.DATE_WRONG);
        assertThat(holds.ask(salma, number, "a court asks", review)).isEqualTo(Answer.WAITS_FOR_SECOND);
        assertThat(book.held(number)).isFalse();
        assertThat(holds.settle(salma, number, true, null)).isEqualTo(Answer.NEEDS_ANOTHER_PERSON);
        assertThat(holds.settle(nidal, number, true, null)).isEqualTo(Answer.DONE);
        assertThat(book.held(number)).isTrue();

        rig.clock.pass(Duration.ofDays(400));
        lists.propose();
        assertThat(lists.latest(salma, 9)).isEmpty();
        assertThat(erase()).isEqualTo(MailboxDesk.Withdrawal.HELD);
        assertThat(requests.latest(salma, 9))
                .extracting(Outcome::state, Outcome::stays)
                .containsExactly(tuple(Outcome.State.HELD, List.of(Outcome.Stays.CASE_HELD)));
        assertThat(desk.open(salma, number)).isNotNull();
        rig.clock.pass(Duration.ofDays(30));
        assertThat(book.erase(book.read(number).orElseThrow(), "asked", rig.trail))
                .isFalse();

        assertThat(holds.settleLift(nidal, number, true, null)).isEqualTo(Answer.NOTHING_ASKED);
        assertThat(holds.askLift(salma, number, "the court is done", null)).isEqualTo(Answer.WAITS_FOR_SECOND);
        assertThat(holds.settleLift(salma, number, true, null)).isEqualTo(Answer.NEEDS_ANOTHER_PERSON);
        assertThat(book.held(number)).isTrue();
        assertThat(holds.settleLift(nidal, number, true, null)).isEqualTo(Answer.DONE);
        assertThat(book.held(number)).isFalse();
        assertThat(rig.trail.acts()).contains(Act.HOLD_ASKED, Act.HOLD_SET, Act.HOLD_LIFT_ASKED, Act.HOLD_LIFTED);
    }

    @Test
    void aHoldSetBetweenTheListAndTheDestructionSparesTheCaseAndAHoldThatComesLaterIsToldSo() {
        CaseNumber spared = closed(told);
        CaseNumber gone = closed(
                aFiledReport().saying("another one").judged(Level.L4_STANDARD).withoutCapsule());
        confirmed();
        hold(spared);
        destroyer.work();

        assertThat(book.read(spared)).isPresent();
        assertThat(book.read(gone)).isEmpty();
        DestructionRecord record = Objects.requireNonNull(only().list().record());
        assertThat(record.spared()).containsExactly(Map.entry("HELD", 1));
        LocalDate review =
                LocalDate.ofInstant(rig.clock.instant(), RetentionPlan.BAGHDAD).plusDays(9);
        assertThat(holds.ask(salma, gone, "late", review)).isEqualTo(Answer.TOO_LATE);
    }

    @Test
    void whatAPersonErasedIsListedWithWhatWentAndWhatStaysAndAWithdrawalIsKeptApart() {
        open(told);
        assertThat(erase()).isEqualTo(MailboxDesk.Withdrawal.ERASED);
        assertThat(requests.latest(salma, 9)).extracting(Outcome::state).containsExactly(Outcome.State.UNDER_WAY);
        node.getBean(RequestLedger.class).follow();

        Outcome outcome = requests.latest(salma, 9).getFirst();
        assertThat(outcome.state()).isEqualTo(Outcome.State.ERASED);
        assertThat(outcome.erase()).isTrue();
        assertThat(outcome.gone()).isEqualTo(new Item.Gone(1, 1, 0, 1));
        assertThat(outcome.stays()).contains(Outcome.Stays.TOMBSTONE, Outcome.Stays.AUDIT);
        assertThat(requests.export(salma, new CaseNumber(outcome.number()))).contains(outcome);
        assertThat(rig.trail.acts()).contains(Act.ERASE_REQUEST_EXPORTED);
        assertThatThrownBy(() -> requests.latest(layla, 9)).isInstanceOf(ProblemException.class);

        MailboxKeys hers = DeskRig.aMailbox();
        FiledReports urgent =
                aFiledReport().saying("he is here").judged(Level.L1_IMMEDIATE).reachedAt(hers.address());
        open(urgent);
        IntakeEntry.WithdrawAsked wish = new WithdrawSigner(hers.privateSignKey())
                .withdraw(urgent.build().id(), hers.address().id(), rig.clock.instant());
        assertThat(node.getBean(MailboxDesk.class).withdrawAsked(wish)).isEqualTo(MailboxDesk.Withdrawal.HELD);
        Outcome looked = requests.latest(salma, 9).stream()
                .filter(one -> !one.erase())
                .findFirst()
                .orElseThrow();
        assertThat(looked.state()).isEqualTo(Outcome.State.TWO_LOOK);
        assertThat(looked.until()).isEqualTo(rig.clock.instant().plus(Duration.ofDays(14)));
        rig.clock.pass(Duration.ofDays(366 * 4));
        node.getBean(RequestLedger.class).follow();
        assertThat(requests.latest(salma, 9)).extracting(Outcome::erase).containsExactly(false);
    }
}
