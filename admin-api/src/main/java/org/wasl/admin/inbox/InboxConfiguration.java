package org.wasl.admin.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.alert.AlertDesk;
import org.wasl.admin.awareness.AwarenessDesk;
import org.wasl.admin.casework.AttachmentIntake;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.receipt.ReceiptDesk;
import org.wasl.admin.reply.CapsuleAnswers;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.admin.statistics.ChatIntake;
import org.wasl.triage.intake.IntakeOpener;
import redis.clients.jedis.RedisClient;

/**
 * Wires the drain. Needs casework, replies and alerts, a {@link RedisClient} of the desk's user, a {@link MongoTemplate},
 * an {@link IntakeOpener}, a {@link Clock} and a {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxSettings.class)
public class InboxConfiguration {

    @Bean
    Quarantine quarantine(MongoTemplate mongo, MeterRegistry meters, InboxSettings settings, Clock clock) {
        return new Quarantine(mongo, meters, settings.mostQuarantined(), clock);
    }

    @Bean
    IntakeLists intakeLists(RedisClient redis, InboxSettings settings) {
        return new IntakeLists(redis, settings.node());
    }

    @Bean
    IntakeHandler intakeHandler(
            IntakeOpener opener,
            CaseIntake cases,
            AttachmentIntake attachments,
            MailboxDesk mailboxes,
            CapsuleAnswers capsules,
            AlertDesk alerts,
            AwarenessDesk awareness,
            ChatIntake chats,
            ReceiptDesk receipts,
            Quarantine quarantine,
            MeterRegistry meters) {
        return new IntakeHandler(
                opener,
                cases,
                attachments,
                mailboxes,
                capsules,
                alerts,
                awareness,
                chats,
                receipts,
                quarantine,
                meters);
    }

    @Bean
    IntakeDrain intakeDrain(
            IntakeLists lists,
            IntakeHandler handler,
            Quarantine quarantine,
            InboxSettings settings,
            MeterRegistry meters) {
        IntakeDrain drain = new IntakeDrain(lists, handler, quarantine, settings);
        meters.gauge("wasl.intake.wrong-type", drain, IntakeDrain::wrongTypes);
        return drain;
    }

    @Bean
    IntakeLoop intakeLoop(IntakeDrain drain, IntakeLists lists, RedisClient redis, InboxSettings settings) {
        return new IntakeLoop(drain, lists, redis, settings);
    }
}
