package org.wasl.bot.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundEvent;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.SendOutcome;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;
import redis.clients.jedis.RedisClient;

/**
 * Measures durable turns against bare appends to the same Redis in the same run, from a main method: {@code turns
 * people inFlight real}, the last for the seals and names of a node's own keys instead of the tests'. A turn is accept, take, commit and sent, each on disk; a bare append is one {@code RPUSH} of as many bytes,
 * once by as many connections as there are people in flight and once through the same pipelines the turn uses.
 */
final class TurnLoad {

    private static @Nullable BotKeys keys;

    private TurnLoad() {}

    public static void main(String[] args) throws Exception {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int people = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        int inFlight = args.length > 2 ? Integer.parseInt(args[2]) : 256;
        if (args.length > 3 && args[3].equals("real")) {
            Path folder = Files.createTempDirectory("wasl-load");
            DeskSecret secret = DeskSecret.of("5a".repeat(32));
            KeyFolder made = KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom());
            keys = BotKeys.load(made.botFolder(), Clock.systemUTC());
        }
        try (RedisServerUnderTest server = new RedisServerUnderTest();
                RedisClient bot = server.bot()) {
            turns(bot, turns / 4, people, inFlight, 0);
            double appends = appends(bot, turns, 32);
            double pipelined = pipelined(bot, turns, inFlight);
            double rate = turns(bot, turns, people, inFlight, 0);
            turns(bot, (int) (rate * 5), people, inFlight, rate / 2);
            double after = appends(bot, turns, 32);
            System.out.printf(
                    "appends by 32 connections / turns: %.2f (%.2f after)%nappends in the same pipelines / turns: %.2f%n",
                    appends / rate, after / rate, pipelined / rate);
        }
    }

    private static double appends(RedisClient bot, int count, int threads) throws InterruptedException {
        byte[] value = new byte[1200];
        CountDownLatch done = new CountDownLatch(threads);
        long begin = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            Thread.ofPlatform().start(() -> {
                for (int i = 0; i < count / threads; i++) {
                    bot.rpush(Step.ascii("wasl:{s255}:intake"), value);
                }
                done.countDown();
            });
        }
        done.await();
        return rate("bare appends, " + threads + " connections", count, begin);
    }

    private static double pipelined(RedisClient bot, int count, int inFlight) throws InterruptedException {
        byte[] value = new byte[1200];
        Semaphore room = new Semaphore(inFlight);
        try (PipelinedCommit commits = new PipelinedCommit(bot, durability(), 2, 256)) {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                room.acquire();
                commits.run(Script.TELL, java.util.List.of(Step.ascii("wasl:{s255}:intake")), java.util.List.of(value))
                        .whenComplete((ok, failed) -> room.release());
            }
            room.acquire(inFlight);
            return rate("bare appends, same pipelines", count, begin);
        }
    }

    /** {@code perSecond} 0 is as fast as it goes. */
    private static double turns(RedisClient bot, int count, int people, int inFlight, double perSecond)
            throws InterruptedException {
        Map<String, Long> said = new ConcurrentHashMap<>();
        long[] latencies = new long[count];
        AtomicInteger answered = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(count);
        Semaphore room = new Semaphore(inFlight);
        FakeChannel answering = new FakeChannel("web") {
            @Override
            public SendOutcome send(ChannelAddress to, OutgoingMessage message) {
                Long since = said.remove(to.value());
                if (since != null) {
                    int at = answered.getAndIncrement();
                    if (at < count) {
                        latencies[at] = System.nanoTime() - since;
                        all.countDown();
                        room.release();
                    }
                }
                return new SendOutcome.Sent("m");
            }
        };
        try (PipelinedCommit commits = new PipelinedCommit(bot, durability(), 2, 256);
                TurnWorld world = new TurnWorld(bot)) {
            world.keys = keys;
            Inbox inbox = world.inboxOn(commits);
            TurnLoop loop = world.loop(answering, commits, inbox);
            loop.start();
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                if (perSecond > 0) {
                    long due = begin + (long) (i * 1e9 / perSecond);
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                }
                room.acquire();
                String who = "load-" + i % people;
                if (said.putIfAbsent(who, System.nanoTime()) != null) {
                    room.release();
                    all.countDown();
                    continue;
                }
                InboundEvent event = new InboundEvent(
                        TurnWorld.address(who),
                        "e" + System.nanoTime() + "-" + i,
                        java.time.Instant.now(),
                        "",
                        new InboundContent.Text("silence please, forty words would be here"));
                inbox.append(
                        new Arrival.Word(
                                event.from(),
                                new org.wasl.bot.conversation.Input.Said("word", "", event.saidAt()),
                                null),
                        event.eventId());
            }
            all.await(60, TimeUnit.SECONDS);
            int done = Math.min(count, answered.get());
            double rate = rate(perSecond > 0 ? "turns at half load" : "durable turns", done, begin);
            long[] sorted = Arrays.copyOf(latencies, done);
            Arrays.sort(sorted);
            System.out.printf(
                    "  p50 %.1f ms, p99 %.1f ms%n", sorted[done / 2] / 1e6, sorted[(int) (done * 0.99)] / 1e6);
            loop.close();
            return rate;
        }
    }

    private static Durability durability() {
        return new Durability(false, 0, Duration.ofSeconds(2));
    }

    private static double rate(String what, int count, long begin) {
        double rate = count / ((System.nanoTime() - begin) / 1e9);
        System.out.printf("%s: %d, %.0f per second%n", what, count, rate);
        return rate;
    }
}
