package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.channel.SendOutcome;
import org.wasl.bot.conversation.Input;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.intake.Stage;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;

/** One turn after another on a real Redis, as the bot's own user. */
class TurnIT {

    private static RedisServerUnderTest server;
    private static RedisClient bot;
    private static RedisClient desk;
    private static RedisClient admin;
    private TurnWorld world;

    @BeforeAll
    static void startServer() {
        server = new RedisServerUnderTest();
        bot = server.bot();
        desk = server.desk();
        admin = server.admin();
    }

    private static void reconnect() {
        bot = server.bot();
        desk = server.desk();
        admin = server.admin();
    }

    @AfterAll
    static void stopServer() {
        bot.close();
        desk.close();
        admin.close();
        server.close();
    }

    @BeforeEach
    void freshWorld() {
        admin.flushAll();
        world = new TurnWorld(bot);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void answersAWord() {
        assertThat(world.say("amal", "hello")).isEqualTo(Acceptance.ACCEPTED);
        world.run("amal");

        assertThat(world.web.textsTo("amal")).containsExactly("heard 1: hello");
    }

    @Test
    void takesTheSameEventOnceAtOnceAndAfterARestart() {
        InboundContent hello = new InboundContent.Text("hello");
        assertThat(world.offer("amal", "e1", hello, world.clock.instant())).isEqualTo(Acceptance.ACCEPTED);
        assertThat(world.offer("amal", "e1", hello, world.clock.instant())).isEqualTo(Acceptance.REPEATED);
        world.run("amal");
        world.restart();
        world.clock.advance(Duration.ofDays(7));
        assertThat(world.offer("amal", "e1", hello, world.clock.instant())).isEqualTo(Acceptance.REPEATED);
        world.run("amal");

        assertThat(world.web.textsTo("amal")).containsExactly("heard 1: hello");
    }

    @Test
    void filesInTheSameStepAsTheTurn() {
        world.say("amal", "he came to the door");
        world.say("amal", "file");
        world.run("amal");

        List<IntakeEntry> filed = world.inIntake(desk);
        assertThat(filed).hasSize(1);
        assertThat(((IntakeEntry.Filed) filed.getFirst()).report().story()).isEqualTo("he came to the door\nfile");
        assertThat(world.web.textsTo("amal")).containsExactly("heard 1: he came to the door", "filed 2");
    }

    @Test
    void takesTextAndTapOfOnePersonOneAfterTheOther() throws Exception {
        List<Thread> webhooks = new java.util.ArrayList<>();
        for (int i = 0; i < 20; i++) {
            InboundContent content =
                    i % 2 == 0 ? new InboundContent.Text("text " + i) : new InboundContent.Tap("v1|s|1|" + i);
            String id = "both-" + i;
            webhooks.add(Thread.ofVirtual().start(() -> world.offer("amal", id, content, world.clock.instant())));
        }
        for (Thread webhook : webhooks) {
            webhook.join();
        }
        world.run("amal");

        // Only the newest question is shown, and it says how often the conversation has moved: once for each, no more.
        assertThat(world.web.textsTo("amal")).anyMatch(text -> text.startsWith("heard 20:"));
    }

    @Test
    void tellsTheChannelThatTheStoreIsDownAndTakesTheEventLater() {
        InboundContent hello = new InboundContent.Text("hello");
        server.stop();
        try {
            assertThat(world.offer("amal", "e1", hello, world.clock.instant())).isEqualTo(Acceptance.UNAVAILABLE);
        } finally {
            server.restart();
        }
        endWorld();
        reconnect();
        world = new TurnWorld(bot);
        assertThat(world.offer("amal", "e1", hello, world.clock.instant())).isEqualTo(Acceptance.ACCEPTED);
        world.run("amal");

        assertThat(world.web.textsTo("amal")).containsExactly("heard 1: hello");
    }

    @Test
    void handsAnInputThatFailsThreeTimesToAHumanAndGoesOn() {
        world.say("amal", "hello");
        world.say("amal", "throw");
        world.say("amal", "still here");
        world.run("amal");

        List<IntakeEntry> entries = world.inIntake(desk);
        assertThat(entries).hasSize(1);
        assertThat(((IntakeEntry.Unread) entries.getFirst()).text()).isEqualTo("throw");
        assertThat(world.web.textsTo("amal")).containsExactly("heard 1: hello", "sorry after 1", "heard 2: still here");
        assertThat(world.counters.of("wasl.turn.parked")).isEqualTo(1);
        assertThat(world.counters.of("wasl.turn.failed")).isEqualTo(3);
    }

    @Test
    void tellsAStrangerInEveryLanguageWhenTheFirstWordFails() {
        world.say("amal", "throw");
        world.say("amal", "still here");
        world.run("amal");

        assertThat(world.inIntake(desk)).hasSize(1);
        assertThat(world.web.textsTo("amal")).containsExactly("sorry in every language", "heard 1: still here");
    }

    @Test
    void waitsExactlyAsLongAsThePlatformSaidAndNobodyElseDoes() {
        world.web.answers("amal", new SendOutcome.RetryAfter(Duration.ofSeconds(3), false));
        world.say("amal", "hello");
        world.run("amal");
        world.say("bahar", "hello");
        world.run("bahar");
        assertThat(world.web.textsTo("bahar")).hasSize(1);

        world.passAfter(Duration.ofMillis(2999), "amal");
        assertThat(world.web.textsTo("amal")).isEmpty();
        world.passAfter(Duration.ofMillis(1), "amal");
        assertThat(world.web.textsTo("amal")).containsExactly("heard 1: hello");
    }

    @Test
    void stopsSendingToWhoBlockedTheBotAndKeepsWhatWasFiled() {
        world.say("amal", "file");
        world.run("amal");
        world.web.answers("amal", new SendOutcome.BlockedByCitizen());
        world.say("amal", "three");
        world.run("amal");

        assertThat(world.web.textsTo("amal")).containsExactly("filed 1");
        assertThat(bot.hlen(keys("amal", "outbox"))).isZero();
        assertThat(world.inIntake(desk)).hasSize(1);
    }

    @Test
    void leavesOnlyTheDecoyWhenThePersonExits() {
        world.holdsWire = true;
        world.say("amal", "three");
        world.run("amal");
        assertThat(world.wire).hasSize(1);
        world.say("amal", "exit");
        world.run("amal");

        // The first of the three was on the wire when she left: it arrives, and is taken back.
        world.holdsWire = false;
        world.wire.remove().run();
        world.run("amal");

        assertThat(world.web.textsTo("amal"))
                .doesNotContain("two", "three")
                .last()
                .isEqualTo("sunny, 31 degrees");
        assertThat(world.web.deleted.size() + (world.web.textsTo("amal").contains("one") ? 0 : 1))
                .isEqualTo(1);
    }

    @Test
    void dropsARetryWhenThePersonExits() {
        world.web.answers("amal", new SendOutcome.RetryAfter(Duration.ofSeconds(8), false));
        world.say("amal", "three");
        world.run("amal");
        world.say("amal", "exit");
        world.run("amal");
        world.passAfter(Duration.ofSeconds(10), "amal");

        assertThat(world.web.textsTo("amal")).containsExactly("sunny, 31 degrees");
    }

    @Test
    void answersABacklogOfFiveHoursOnlyAfterTheNextWord() {
        Instant then = world.clock.instant();
        world.clock.advance(Duration.ofHours(5));
        world.say("amal", "he came at ten", then);
        world.say("amal", "file", then.plusSeconds(60));
        world.run("amal");
        assertThat(world.inIntake(desk)).hasSize(1);
        assertThat(world.web.textsTo("amal")).isEmpty();

        world.restart();
        world.say("amal", "good morning");
        world.run("amal");
        assertThat(world.web.textsTo("amal")).containsExactly("heard 3: good morning");
    }

    @Test
    void startsATimerOnlyWhenItsQuestionWasSent() {
        world.web.answers("amal", new SendOutcome.RetryAfter(Duration.ofSeconds(60), false));
        world.say("amal", "timer silence 45");
        world.run("amal");
        world.passAfter(Duration.ofSeconds(60), "amal");
        assertThat(world.web.textsTo("amal")).containsExactly("asked 1");
        world.passAfter(Duration.ofSeconds(44), "amal");
        assertThat(world.web.textsTo("amal")).hasSize(1);
        world.restart();
        world.passAfter(Duration.ofSeconds(1), "amal");

        assertThat(world.web.textsTo("amal")).containsExactly("asked 1", "heard 2: rang:silence:1");
    }

    @Test
    void saysWhatIsTrueOfPresenceWhenItIsSent() {
        world.presence = new Presence(world.clock.instant(), List.of(new Presence.Staffed("ar", "FED", 1)));
        world.web.answers("amal", new SendOutcome.RetryAfter(Duration.ofSeconds(90), false));
        world.say("amal", "presence");
        world.say("bahar", "presence");
        world.run("amal", "bahar");
        world.passAfter(Duration.ofSeconds(90), "amal");

        assertThat(world.web.textsTo("bahar")).containsExactly("somebody is here");
        assertThat(world.web.textsTo("amal")).containsExactly("nobody is here now");
    }

    @Test
    void refusesTheLateCommitOfAPausedWorker() {
        world.say("amal", "hello");
        TurnWorld other = new TurnWorld(bot);
        other.node = "bot-2";
        try (other) {
            other.clock.advance(Duration.ofMinutes(1));
            ShardWorker paused = world.worker("amal");
            world.around = commits -> (script, keys, args) -> {
                if (script == Script.STEP && other.counters.of("wasl.turn.taken") == 0) {
                    // The pause: the lease ends by the store's clock, and another worker takes the shard and the input.
                    admin.hset(keys("amal", "lease"), "until", "1");
                    other.run("amal");
                }
                return commits.run(script, keys, args);
            };
            world.restart();
            world.run("amal");
            assertThat(paused).isNotNull();

            assertThat(other.web.textsTo("amal")).containsExactly("heard 1: hello");
            assertThat(world.web.textsTo("amal")).isEmpty();
        }
    }

    @Test
    void forgetsEverythingNamedAfterAPersonADayAfterTheLastWord() {
        world.web.answers("amal", new SendOutcome.RetryAfter(Duration.ofHours(30), false));
        world.say("amal", "timer later 999999");
        world.say("amal", "story");
        world.say("amal", "receipt");
        world.run("amal");
        String key = world.names().conversation(TurnWorld.address("amal")).hex();
        assertThat(everything()).contains(key);
        world.passAfter(Duration.ofHours(24).plusSeconds(1), "amal");
        world.passAfter(Duration.ofMinutes(6), "amal");

        assertThat(everything()).doesNotContain(key).doesNotContain("amal");
        world.passAfter(Duration.ofMinutes(6), "amal");
        assertThat(world.counters.endings().all().values())
                .as("how it ended is counted, once")
                .containsExactly(new EndingCounts.OfMonth(
                        Map.of(new IntakeEntry.ConversationsCounted.Left(Stage.STORY, "ckb", "web"), 1), Map.of()));
    }

    @Test
    void leavesNoWordAndNoAddressReadableInTheStore() {
        world.web.answers("amal-0770-secret", new SendOutcome.RetryAfter(Duration.ofHours(30), false));
        world.say("amal-0770-secret", "MARKERWORD in the story");
        world.say("amal-0770-secret", "file");
        world.run("amal-0770-secret");

        assertThat(everything())
                .doesNotContain("MARKERWORD")
                .doesNotContain("0770")
                .doesNotContain("heard");
    }

    @Test
    void slowsAFloodAndNeverAnUrgentWord() {
        world.guard = new org.wasl.bot.guard.GuardSettings(3, Duration.ofSeconds(2), Duration.ofSeconds(20));
        for (int i = 0; i < 6; i++) {
            world.say("amal", "word " + i);
        }
        world.run("amal");
        assertThat(world.counters.of("wasl.turn.taken")).isEqualTo(3);
        world.passAfter(Duration.ofSeconds(2), "amal");
        assertThat(world.counters.of("wasl.turn.taken")).isEqualTo(4);

        world.say("amal", "he has a knife");
        world.run("amal");
        assertThat(world.counters.of("wasl.turn.taken")).isEqualTo(7);
    }

    @Test
    void asksAgainAfterAnOutageOnlyWhoWaitsOnButtons() {
        world.say("amal", "hello");
        world.say("bahar", "silence");
        world.run("amal", "bahar");
        world.clock.advance(Duration.ofMinutes(4));
        world.worker("amal").cameBack();
        world.worker("bahar").cameBack();
        world.run("amal", "bahar");

        assertThat(world.web.textsTo("amal")).last().isEqualTo("heard 2: CameBack");
        assertThat(world.web.textsTo("bahar")).isEmpty();
    }

    @Test
    void tellsTheDialogueWhenAnOperatorsLeaseRanOutUnlessItWasRenewed() {
        world.say("amal", "hello");
        world.run("amal");
        Instant begin = world.clock.instant();
        takeOver(begin.plusSeconds(60), "over-1");
        world.clock.advance(Duration.ofSeconds(30));
        takeOver(begin.plusSeconds(90), "over-2");
        world.passAfter(Duration.ofSeconds(31), "amal");
        world.say("amal", "one");
        world.run("amal");
        world.passAfter(Duration.ofSeconds(30), "amal");
        world.say("amal", "two");
        world.run("amal");

        // hello, two leases and "one" make four; the end of the lease is the fifth.
        assertThat(world.web.textsTo("amal")).containsExactly("heard 1: hello", "heard 4: one", "heard 6: two");
    }

    private void takeOver(Instant until, String id) {
        Input over = new Input.TakenOver(until, world.clock.instant());
        world.gate()
                .append(new Arrival.Word(TurnWorld.address("amal"), over, null), id)
                .join();
        world.run("amal");
    }

    /** Every key and every value, as text. */
    private static String everything() {
        StringBuilder all = new StringBuilder();
        for (String key : admin.keys("*")) {
            all.append(key).append('\n');
            switch (admin.type(key)) {
                case "hash" ->
                    admin.hgetAll(key).forEach((name, value) -> all.append(name).append(value));
                case "zset" -> admin.zrange(key, 0, -1).forEach(all::append);
                case "list" -> admin.lrange(key, 0, -1).forEach(all::append);
                case "stream" ->
                    admin.xrange(key, (StreamEntryID) null, (StreamEntryID) null)
                            .forEach(entry -> all.append(entry.getFields()));
                default -> all.append(admin.get(key));
            }
        }
        return all.toString();
    }

    private String keys(String who, String name) {
        return world.names().conversation(TurnWorld.address(who)).shard().key(name);
    }
}
