package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.reply.ReplyDesk;
import org.wasl.admin.reply.ReplyOutcome;
import org.wasl.bot.session.RedisServerUnderTest;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.report.Level;
import org.wasl.triage.seal.Bytes;

/** A desk node at work with the rights its user has in the users file, and no others. */
@Tag("beside-another")
class DeskRightsIT {
    private final RedisServerUnderTest server = new RedisServerUnderTest();
    private final DeskRig rig = new DeskRig(server.admin(), server.desk());

    @AfterEach
    void close() {
        rig.close();
        server.close();
    }

    @Test
    void drainsAnswersAlertsAndTellsThatItIsThere() {
        rig.staff.onDuty(Staffing.LAYLA).linked(Staffing.LAYLA);
        ApplicationContext node = rig.runningNode("desk-1");
        CaseBook book = node.getBean(CaseBook.class);
        FiledReports filed = aFiledReport()
                .judged(Level.L1_IMMEDIATE)
                .reachedAt(DeskRig.aMailbox().address());
        rig.file(filed);
        CaseNumber number = PathWorld.await(
                "a case",
                () -> book.caseOf(filed.build().id())
                        .filter(one -> book.read(one).isPresent())
                        .orElse(null));
        PathWorld.await("an alert", () -> notice(DeskNotice.OfficerAlert.class));
        PathWorld.await("presence", () -> rig.redis.hget(Boundary.PRESENCE, "p"));

        node.getBean(CaseDesk.class).acknowledge(rig.staff.as(Staffing.LAYLA), number, null);
        assertThat(node.getBean(ReplyDesk.class)
                        .write(rig.staff.as(Staffing.LAYLA), number, null, "we are here", null, "k"))
                .isInstanceOf(ReplyOutcome.Written.class);
        PathWorld.await("a reply", () -> notice(DeskNotice.ReplyPublished.class));
        FiledReports other = aFiledReport().saying("other").judged(Level.L4_STANDARD);
        rig.file(other);
        PathWorld.await("a second case", () -> book.caseOf(other.build().id()).orElse(null));
        rig.push(new IntakeEntry.EraseAsked(other.build().id(), null, rig.clock.instant(), null));
        PathWorld.await("an erasure", () -> notice(DeskNotice.Erased.class));
        PathWorld.await(
                "an empty intake", () -> rig.redis.keys("wasl:{s*}:intake*").isEmpty() ? "empty" : null);
    }

    @Test
    void takesOverFromANodeThatFellSilentAndGoesOnAfterAKeyThatIsNoList() {
        FiledReports filed = aFiledReport();
        Bytes sealed = rig.bot.seal(new IntakeEntry.Filed(filed.build()));
        rig.redis.rpush(
                new Shard(3).drainKey("desk-0").getBytes(java.nio.charset.StandardCharsets.UTF_8), sealed.toArray());
        rig.redis.zadd("wasl:{desk}:alive", 1, "desk-0");
        rig.redis.set(new Shard(9).intakeKey(), "tampered");

        CaseBook book = rig.runningNode("desk-1").getBean(CaseBook.class);

        PathWorld.await(
                "the other node's report", () -> book.caseOf(filed.build().id()).orElse(null));
    }

    private <T extends DeskNotice> @Nullable T notice(Class<T> type) {
        return rig.notices().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
