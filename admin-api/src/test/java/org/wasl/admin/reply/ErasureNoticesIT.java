package org.wasl.admin.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.WithdrawSigner;

/** The bot hears of an erasure however often its store falls back, although the case is gone. */
class ErasureNoticesIT {
    private final DeskRig rig = new DeskRig();
    private ApplicationContext node = rig.node("desk-1");
    private final MailboxKeys mailbox = DeskRig.aMailbox();
    private final FiledReports filed = aFiledReport().reachedAt(mailbox.address());

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void tellsAgainAfterTheCaseIsGoneAndAfterARestart() {
        erase();
        assertThat(told()).isEqualTo(1);
        pass(Duration.ofSeconds(4));
        assertThat(told()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(told()).isEqualTo(2);

        // The bot's store was lost with all that stood in it, and this node was started anew.
        rig.redis.flushAll();
        node = rig.node("desk-1");
        sweep();
        assertThat(told()).isEqualTo(1);
        assertThat(rig.notices().getFirst())
                .isEqualTo(new DeskNotice.Erased(
                        filed.build().id(),
                        mailbox.address().id(),
                        filed.build().capsule()));
    }

    @Test
    void waitsWhileTheBoundaryIsAway() {
        rig.redis.set("wasl:{desk}:notices", "something that is no stream");
        erase();
        assertThat(node.getBean(CaseBook.class).caseOf(filed.build().id())).isEmpty();
        rig.redis.del("wasl:{desk}:notices");
        sweep();
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void endsAfterThirtyFiveDaysAndLeavesNothing() {
        erase();
        for (int day = 0; day < 34; day++) {
            pass(Duration.ofDays(1));
        }
        int before = told();
        assertThat(before).isGreaterThan(30);
        pass(Duration.ofDays(3));
        pass(Duration.ofDays(3));
        assertThat(told()).isEqualTo(before);
        assertThat(kept()).isZero();
    }

    @Test
    void endsWhenThePersonWritesToTheMailboxAgain() {
        erase();
        FiledReports again = aFiledReport().saying("new").reachedAt(mailbox.address());
        assertThat(receive(again)).isEqualTo(CaseIntake.Outcome.OPENED);
        pass(Duration.ofDays(1));

        assertThat(told()).isEqualTo(1);
        assertThat(kept()).isZero();
    }

    @Test
    void holdsNoAddressAndNoMinute() {
        erase();
        Document one = rig.store.template().getCollection("erased").find().first();
        assertThat(one).containsOnlyKeys("_id", "n", "m", "day");
        assertThat(one.getString("m")).isNotEqualTo(mailbox.address().id());
        assertThat(one.getString("day")).isEqualTo("2026-11-22");
    }

    private void erase() {
        receive(filed);
        node.getBean(MailboxDesk.class)
                .eraseAsked(new WithdrawSigner(mailbox.privateSignKey())
                        .erase(filed.build().id(), mailbox.address().id(), rig.clock.instant()));
    }

    private CaseIntake.Outcome receive(FiledReports one) {
        rig.deskSays(one.build().story(), one.assessment());
        return node.getBean(CaseIntake.class).receive(one.build(), "digest");
    }

    private int told() {
        return rig.notices().size();
    }

    private long kept() {
        return rig.store.template().getCollection("erased").countDocuments();
    }

    private void pass(Duration time) {
        rig.clock.pass(time);
        sweep();
    }

    private void sweep() {
        node.getBean(MailboxDesk.class).sweep();
    }
}
