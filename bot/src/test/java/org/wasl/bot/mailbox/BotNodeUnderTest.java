package org.wasl.bot.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.conversation.Dialogue;
import org.wasl.bot.filing.FilingConfiguration;
import org.wasl.bot.guard.GuardConfiguration;
import org.wasl.bot.media.MediaConfiguration;
import org.wasl.bot.session.ScriptedDialogue;
import org.wasl.bot.session.SessionConfiguration;
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

/** A bot node as it is wired, with its real seals and, unless told otherwise, a scripted dialogue. */
final class BotNodeUnderTest {

    private BotNodeUnderTest() {}

    static AnnotationConfigApplicationContext start(
            RedisClient redis,
            BotKeys own,
            SecureRandom random,
            MeterRegistry meters,
            List<? extends Channel> channels,
            Map<String, Object> settings) {
        return start(redis, own, random, meters, channels, settings, new ScriptedDialogue(), Clock.systemUTC());
    }

    static AnnotationConfigApplicationContext start(
            RedisClient redis,
            BotKeys own,
            SecureRandom random,
            MeterRegistry meters,
            List<? extends Channel> channels,
            Map<String, Object> settings,
            Dialogue dialogue,
            Clock clock) {
        AnnotationConfigApplicationContext bot = new AnnotationConfigApplicationContext();
        bot.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        bot.registerBean(RedisClient.class, () -> redis);
        bot.registerBean(Clock.class, () -> clock);
        bot.registerBean(SecureRandom.class, () -> random);
        bot.registerBean(MeterRegistry.class, () -> meters);
        bot.registerBean(BotKeys.class, () -> own);
        bot.registerBean(IntakeSealer.class, () -> new IntakeSealer(own.toDesk(), own.signer(), Clock.systemUTC()));
        bot.registerBean(AttachmentSealer.class, () -> new AttachmentSealer(own.signer(), random));
        bot.registerBean(NoticeOpener.class, () -> new NoticeOpener(own.opener(), own.deskVerifier()));
        bot.registerBean(PresenceOpener.class, () -> new PresenceOpener(own.opener(), own.deskVerifier()));
        bot.registerBean(ReplyOpener.class, () -> new ReplyOpener(own.deskVerifier()));
        bot.registerBean(CapsuleSealer.class, () -> new CapsuleSealer(own.capsuleSealer()));
        bot.registerBean(CapsuleOpener.class, () -> new CapsuleOpener(own.capsuleOpener()));
        bot.registerBean(MarkMaker.class, () -> new MarkMaker(own.lookup()));
        bot.registerBean(ReceiptKeys.class, () -> new ReceiptKeys(own.peppers()));
        bot.registerBean(DraftKeys.class, own::drafts);
        bot.registerBean(DraftSealer.class, () -> own.drafts().sealer());
        bot.registerBean(DraftOpener.class, () -> own.drafts().opener());
        bot.registerBean(Dialogue.class, () -> dialogue);
        for (Channel channel : channels) {
            bot.registerBean(channel.kind().name(), Channel.class, () -> channel);
        }
        bot.register(
                SessionConfiguration.class,
                FilingConfiguration.class,
                GuardConfiguration.class,
                MediaConfiguration.class,
                MailboxConfiguration.class);
        bot.refresh();
        return bot;
    }
}
