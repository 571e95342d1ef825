package org.wasl.bot.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.conversation.Dialogue;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.guard.Pace;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.DraftKeys;
import org.wasl.triage.seal.DraftOpener;
import org.wasl.triage.seal.DraftSealer;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;

/** Wires the turn. Channels are started by whoever owns them, with the {@link Inbox} as their gate. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
public class SessionConfiguration {

    @Bean
    TurnCounters turnCounters(MeterRegistry registry) {
        return new TurnCounters(registry);
    }

    @Bean(destroyMethod = "close")
    DurableCommit durableCommit(RedisClient redis, SessionSettings settings) {
        return new PipelinedCommit(
                redis, Durability.of(version(redis), settings), settings.commitLanes(), settings.commitBatch());
    }

    @Bean
    ConversationNames conversationNames(BotKeys keys) {
        return new ConversationNames(keys.lookup()::hex);
    }

    @Bean
    DraftSeal draftSeal(DraftSealer sealer, DraftOpener opener) {
        return new DayKeySeal(sealer, opener);
    }

    @Bean
    Inbox inbox(
            DurableCommit store,
            ConversationNames names,
            DraftSeal seal,
            Clock clock,
            SessionSettings settings,
            TurnCounters counters) {
        return new Inbox(store, names, seal, clock, settings, counters);
    }

    @Bean
    ChannelPauses channelPauses() {
        return new ChannelPauses();
    }

    @Bean
    BoxStore boxStore(DurableCommit store, RedisClient redis, DraftSeal seal) {
        return new BoxStore(store, new Shelf(redis), seal);
    }

    @Bean
    IntakePush intakePush(DurableCommit store) {
        return (shard, entry) -> {
            List<byte[]> keys = List.of(shard.intakeKey().getBytes(StandardCharsets.US_ASCII));
            return store.run(Script.TELL, keys, List.of(entry.toArray())).thenApply(answer -> null);
        };
    }

    @Bean
    IntakeTell intakeTell(IntakePush intake, Filing filing) {
        return (mailboxId, entry) -> intake.push(ConversationNames.shardOf(mailboxId), filing.tell(entry));
    }

    @Bean
    Erasures erasures() {
        return new Erasures();
    }

    @Bean
    DraftDestruction draftDestruction(
            DraftKeys keys, RedisClient redis, SessionSettings settings, TurnCounters counters) {
        return new DraftDestruction(keys::destroyExpired, new Backlog(redis), redis, settings.node(), counters);
    }

    @Bean
    CampaignTally campaignTally(TurnCounters counters, IntakeTell tell, SecureRandom random, SessionSettings settings) {
        return new CampaignTally(counters, tell, run(random), settings.countsTold());
    }

    @Bean
    EndingTally endingTally(TurnCounters counters, IntakeTell tell, SecureRandom random, SessionSettings settings) {
        return new EndingTally(counters.endings(), tell, run(random), settings.countsTold());
    }

    private static String run(SecureRandom random) {
        byte[] run = new byte[16];
        random.nextBytes(run);
        return HexFormat.of().formatHex(run);
    }

    @Bean
    FileRewrite fileRewrite(RedisClient redis, Erasures erasures, TurnCounters counters) {
        return new FileRewrite(redis, erasures, counters);
    }

    @Bean
    DeadLetters deadLetters(RedisClient redis) {
        return new DeadLetters(new Shelf(redis));
    }

    @Bean(destroyMethod = "close")
    TurnLoop turnLoop(
            RedisClient redis,
            DurableCommit store,
            ConversationNames names,
            DraftSeal seal,
            Dialogue dialogue,
            Filing filing,
            ObjectProvider<Channel> channels,
            Outside outside,
            Pace pace,
            DeskPresence presence,
            ChannelPauses pauses,
            Inbox inbox,
            Clock clock,
            SecureRandom random,
            SessionSettings settings,
            TurnCounters counters,
            Erasures erasures,
            List<Chore> chores,
            @Value("${wasl.demonstration:false}") boolean demonstration) {
        Map<ChannelKind, Channel> byKind =
                channels.stream().collect(Collectors.toUnmodifiableMap(Channel::kind, Function.identity()));
        TurnParts parts = new TurnParts(
                new Shelf(redis),
                store,
                names,
                seal,
                dialogue,
                filing,
                byKind,
                outside,
                pace,
                presence::now,
                pauses,
                senders(settings.sends()),
                clock,
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                demonstration,
                settings,
                counters,
                erasures);
        String instance =
                settings.node() + "/" + HexFormat.of().formatHex(parts.entropy().bytes(8));
        return new TurnLoop(parts, new Lookout(redis, settings, inbox.instance()), chores, inbox, instance);
    }

    /** After the stores, before the channels; stops after them. */
    @Bean
    SmartLifecycle turnLifecycle(TurnLoop loop) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                loop.start();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                loop.close();
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return -100;
            }
        };
    }

    /** A thread for each message on its way, and no more of them at a time than the platforms can be asked for. */
    private static Executor senders(int most) {
        Semaphore room = new Semaphore(most);
        Executor threads = Executors.newVirtualThreadPerTaskExecutor();
        return task -> threads.execute(() -> {
            room.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                room.release();
            }
        });
    }

    private static String version(RedisClient redis) {
        byte[] info = (byte[]) redis.sendCommand(Protocol.Command.INFO, "server");
        return new String(info, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("redis_version:"))
                .map(line -> line.substring("redis_version:".length()).strip())
                .findFirst()
                .orElse("0.0");
    }
}
