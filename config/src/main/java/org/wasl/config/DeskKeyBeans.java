package org.wasl.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.casework.AccusedKey;
import org.wasl.triage.handover.BundleSealer;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.intake.IntakeOpener;
import org.wasl.triage.intake.NoticeSealer;
import org.wasl.triage.intake.PresenceSealer;
import org.wasl.triage.mailbox.ReplySealer;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.MacKey;
import redis.clients.jedis.RedisClient;

/** The halves an admin node may have: it opens intake, signs what goes back, and seals cases. */
@Configuration(proxyBeanMethods = false)
class DeskKeyBeans {

    @Bean(destroyMethod = "close")
    RedisClient redisClient(AdminResources resources) {
        return NodeBeans.redis(resources.redis());
    }

    @Bean
    DeskKeys deskKeys(AdminResources resources) {
        return resources.keys();
    }

    @Bean
    IntakeOpener intakeOpener(DeskKeys keys) {
        return new IntakeOpener(keys.opener(), keys.botVerifier());
    }

    @Bean
    AttachmentOpener attachmentOpener(DeskKeys keys) {
        return new AttachmentOpener(keys.botVerifier());
    }

    @Bean
    NoticeSealer noticeSealer(DeskKeys keys, Clock clock) {
        return new NoticeSealer(keys.toBot(), keys.signer(), clock);
    }

    @Bean
    PresenceSealer presenceSealer(DeskKeys keys, Clock clock) {
        return new PresenceSealer(keys.toBot(), keys.signer(), clock);
    }

    @Bean
    ReplySealer replySealer(DeskKeys keys) {
        return new ReplySealer(keys.signer());
    }

    @Bean
    BundleSealer bundleSealer(DeskKeys keys) {
        return new BundleSealer(keys.signer());
    }

    @Bean
    CaseSealer caseSealer(DeskKeys keys) {
        return keys.cases();
    }

    @Bean
    AccusedKey accusedKey(DeskKeys keys) {
        return new AccusedKey(keys.blindIndex());
    }

    @Bean
    AuditKey auditKey(DeskKeys keys) {
        return auditKey(keys.audit());
    }

    /** What the chains are made with, of the key in the folder. */
    static AuditKey auditKey(MacKey kept) {
        return new AuditKey(kept.mac(Bytes.ofUtf8("wasl/audit-chain/v1")));
    }
}
