package org.wasl.config;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.triage.intake.AttachmentSealer;
import org.wasl.triage.intake.IntakeSealer;
import org.wasl.triage.intake.NoticeOpener;
import org.wasl.triage.intake.PresenceOpener;
import org.wasl.triage.mailbox.CapsuleOpener;
import org.wasl.triage.mailbox.CapsuleSealer;
import org.wasl.triage.mailbox.MarkMaker;
import org.wasl.triage.mailbox.ReceiptKeys;
import org.wasl.triage.mailbox.ReplyOpener;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.DraftKeys;
import org.wasl.triage.seal.DraftOpener;
import org.wasl.triage.seal.DraftSealer;
import redis.clients.jedis.RedisClient;

/** The halves a bot node may have: it seals to the desk, and opens only what was sealed to it or by itself. */
@Configuration(proxyBeanMethods = false)
class BotKeyBeans {

    @Bean(destroyMethod = "close")
    RedisClient redisClient(BotResources resources) {
        return NodeBeans.redis(resources.redis());
    }

    @Bean
    BotKeys botKeys(BotResources resources) {
        return resources.keys();
    }

    @Bean
    IntakeSealer intakeSealer(BotKeys keys, Clock clock) {
        return new IntakeSealer(keys.toDesk(), keys.signer(), clock);
    }

    @Bean
    AttachmentSealer attachmentSealer(BotKeys keys, SecureRandom random) {
        return new AttachmentSealer(keys.signer(), random);
    }

    @Bean
    NoticeOpener noticeOpener(BotKeys keys) {
        return new NoticeOpener(keys.opener(), keys.deskVerifier());
    }

    @Bean
    PresenceOpener presenceOpener(BotKeys keys) {
        return new PresenceOpener(keys.opener(), keys.deskVerifier());
    }

    @Bean
    ReplyOpener replyOpener(BotKeys keys) {
        return new ReplyOpener(keys.deskVerifier());
    }

    @Bean
    CapsuleSealer capsuleSealer(BotKeys keys) {
        return new CapsuleSealer(keys.capsuleSealer());
    }

    @Bean
    CapsuleOpener capsuleOpener(BotKeys keys) {
        return new CapsuleOpener(keys.capsuleOpener());
    }

    @Bean
    MarkMaker markMaker(BotKeys keys) {
        return new MarkMaker(keys.lookup());
    }

    @Bean
    ReceiptKeys receiptKeys(BotKeys keys) {
        return new ReceiptKeys(keys.peppers());
    }

    @Bean
    DraftKeys draftKeys(BotKeys keys) {
        return keys.drafts();
    }

    @Bean
    DraftSealer draftSealer(DraftKeys keys) {
        return keys.sealer();
    }

    @Bean
    DraftOpener draftOpener(DraftKeys keys) {
        return keys.opener();
    }
}
