package org.wasl.admin.reply;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.WishRule;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.upkeep.Rounds;
import org.wasl.triage.intake.NoticeSealer;
import org.wasl.triage.mailbox.ReplySealer;
import redis.clients.jedis.RedisClient;

/**
 * Wires replies. Needs casework, a {@link RedisClient} of the desk's user, a {@link NoticeSealer}, a
 * {@link ReplySealer}, an {@link AuditTrail}, a {@link StaffDirectory} and a {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplySettings.class)
public class ReplyConfiguration {
    /** After the hot set, before the drain brings more. */
    private static final int SWEEP_PHASE = 10;

    private static final Duration ANSWER_EVERY = Duration.ofMillis(20);

    private static final String SWEEP = "reply sweep";

    @Bean
    NoticeDrop noticeDrop(RedisClient redis, NoticeSealer sealer, ReplySettings settings) {
        return new RedisNoticeDrop(redis, sealer, settings.mostWaiting());
    }

    @Bean
    ReplyPublisher replyPublisher(CaseBook book, NoticeDrop notices, ReplySettings settings, Clock clock) {
        return new ReplyPublisher(book, notices, settings, clock);
    }

    @Bean
    ReplyDesk replyDesk(
            CaseBook book,
            CaseAccess access,
            WishRule wishes,
            ReplySealer sealer,
            ReplyPublisher publisher,
            AuditTrail trail,
            StaffDirectory directory,
            ReplySettings settings,
            Clock clock) {
        return new ReplyDesk(
                book,
                access,
                wishes,
                sealer,
                publisher,
                trail,
                directory,
                settings,
                CannedReplies.load(),
                ReplyCare.load(),
                clock);
    }

    @Bean
    ReplyController replyController(ReplyDesk desk, CaseDesk cases) {
        return new ReplyController(desk, cases);
    }

    @Bean
    ErasureNotices erasureNotices(
            MongoTemplate mongo, CaseBook book, NoticeDrop notices, ReplySettings settings, Clock clock) {
        return new ErasureNotices(mongo, book, notices, settings, clock);
    }

    @Bean
    MailboxDesk mailboxDesk(
            CaseBook book,
            ReplyPublisher publisher,
            ErasureNotices erasures,
            AuditTrail trail,
            ObjectProvider<TakebackLedger> ledger,
            ReplySettings settings,
            Clock clock) {
        TakebackLedger nobody = (_, _, _) -> {};
        return new MailboxDesk(book, publisher, erasures, trail, ledger.getIfAvailable(() -> nobody), settings, clock);
    }

    @Bean
    CapsuleAnswers capsuleAnswers(MailboxDesk desk, ReplyPublisher publisher, ReplySettings settings, Clock clock) {
        return new CapsuleAnswers(desk, publisher, settings, clock);
    }

    /** Looks again and again at what has to leave: replies not delivered, chats to forget, questions to answer. */
    @Bean
    Rounds replySweep(ReplyPublisher publisher, MailboxDesk desk, CapsuleAnswers answers, ReplySettings settings) {
        return Rounds.on("replies-", 2)
                .inPhase(SWEEP_PHASE)
                .every(settings.sweep(), SWEEP, publisher::sweep)
                .every(settings.sweep(), SWEEP, desk::sweep)
                .every(ANSWER_EVERY, SWEEP, answers::answerDue);
    }
}
