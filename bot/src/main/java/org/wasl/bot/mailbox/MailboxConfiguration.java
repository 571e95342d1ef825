package org.wasl.bot.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.media.AttachmentFetch;
import org.wasl.bot.session.BoxStore;
import org.wasl.bot.session.ConversationNames;
import org.wasl.bot.session.DeskPresence;
import org.wasl.bot.session.Erasures;
import org.wasl.bot.session.Inbox;
import org.wasl.bot.session.IntakeTell;
import org.wasl.bot.session.Outside;
import org.wasl.bot.session.SessionSettings;
import org.wasl.triage.intake.NoticeOpener;
import org.wasl.triage.intake.PresenceOpener;
import org.wasl.triage.mailbox.CapsuleOpener;
import org.wasl.triage.mailbox.ReceiptKeys;
import org.wasl.triage.mailbox.ReplyOpener;
import redis.clients.jedis.RedisClient;

/** Wires mailboxes, notices and the officers' chat. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailboxSettings.class)
public class MailboxConfiguration {

    @Bean
    Boxes boxes(BoxStore store, ConversationNames names, Clock clock, MailboxSettings settings) {
        return new Boxes(store, names, clock, settings);
    }

    @Bean(destroyMethod = "close")
    ReceiptWork receiptWork(MailboxSettings settings) {
        return new ReceiptWork(settings);
    }

    @Bean
    Mailroom mailroom(
            Boxes boxes,
            Inbox inbox,
            ConversationNames names,
            ReceiptKeys receipts,
            ReplyOpener replies,
            ReceiptWork pool,
            Filing filing,
            AttachmentFetch attachments,
            Clock clock,
            MailboxSettings settings) {
        OfficerChat officers = new OfficerChat(names, filing);
        return new Mailroom(boxes, inbox, names, receipts, replies, pool, officers, attachments, clock, settings);
    }

    @Bean
    CallerReceipts callerReceipts(
            Boxes boxes,
            ReceiptKeys receipts,
            ReceiptWork pool,
            ConversationNames names,
            IntakeTell tell,
            SecureRandom random,
            Clock clock) {
        return new CallerReceipts(boxes, receipts, pool, names, tell, random, clock);
    }

    @Bean
    Outside outside(Mailroom mailroom) {
        return mailroom;
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService officerAlertThreads() {
        return Executors.newScheduledThreadPool(
                4, Thread.ofPlatform().daemon().name("wasl-alert-", 0).factory());
    }

    @Bean(destroyMethod = "close")
    NoticeReader noticeReader(
            RedisClient redis,
            NoticeOpener opener,
            PresenceOpener presenceOpener,
            Boxes boxes,
            Mailroom mailroom,
            CapsuleOpener capsules,
            ObjectProvider<Channel> channels,
            ScheduledExecutorService officerAlertThreads,
            IntakeTell tell,
            Erasures erasures,
            CallerReceipts callers,
            ConversationNames names,
            Clock clock,
            SessionSettings session,
            MailboxSettings settings,
            MeterRegistry registry) {
        Map<ChannelKind, Channel> byKind =
                channels.stream().collect(Collectors.toUnmodifiableMap(Channel::kind, Function.identity()));
        OfficerAlerts alerts = new OfficerAlerts(byKind, officerAlertThreads, clock, settings);
        NoticeDesk desk = new NoticeDesk(boxes, mailroom, capsules, alerts, callers, tell, erasures, clock);
        SeenNotices seen = new SeenNotices(redis, names);
        return new NoticeReader(redis, opener, presenceOpener, desk, seen, session.node(), clock, settings, registry);
    }

    @Bean
    DeskPresence deskPresence(NoticeReader reader) {
        return reader::presence;
    }

    /** After the turn. */
    @Bean
    SmartLifecycle noticeLifecycle(NoticeReader reader) {
        return new NoticeLifecycle(reader);
    }

    private static final class NoticeLifecycle implements SmartLifecycle {
        private final NoticeReader reader;
        private volatile boolean running;

        NoticeLifecycle(NoticeReader reader) {
            this.reader = reader;
        }

        @Override
        public void start() {
            reader.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            reader.close();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return -90;
        }
    }
}
