package org.wasl.bot.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundEvent;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.session.FakeChannel;
import org.wasl.bot.session.RedisServerUnderTest;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;
import redis.clients.jedis.RedisClient;

/** Two bot nodes on one store. One loses its store in the middle of everything and never comes back. */
class TwoNodesIT {

    private static final int PEOPLE = 24;
    private static final int WORDS = 10;

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final FakeChannel web = new FakeChannel("web");

    @Test
    void theOtherNodeTakesWhatTheDeadOneHadAcceptedAndLosesNothing() throws Exception {
        KeyFolder keys = KeyFolder.create(folder.resolve("keys"), DeskSecret.of("5a".repeat(32)), random);
        try (RedisServerUnderTest server = new RedisServerUnderTest()) {
            RedisClient dying = server.bot();
            AnnotationConfigApplicationContext first = node(dying, keys, "bot-1");
            AnnotationConfigApplicationContext second = node(server.bot(), keys, "bot-2");
            Map<String, Integer> said = new LinkedHashMap<>();
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                String who = "person-" + i;
                said.put(who, WORDS);
                InboundGate one = first.getBean(InboundGate.class);
                InboundGate other = second.getBean(InboundGate.class);
                people.add(Thread.ofVirtual().start(() -> speak(who, one, other)));
            }
            await(() -> web.arrived.size() > PEOPLE);
            dying.close();
            for (Thread person : people) {
                person.join();
            }
            for (String who : said.keySet()) {
                await(() -> web.textsTo(who).stream().anyMatch(text -> text.equals("heard 10: word 9")));
            }
            for (String who : said.keySet()) {
                // Taken in order and each once, or the last would not be the count; a line may stand in the chat twice.
                List<Integer> heard = web.textsTo(who).stream()
                        .map(text -> Integer.parseInt(text.replaceAll("heard (\\d+):.*", "$1")))
                        .toList();
                assertThat(heard).isSorted().last().isEqualTo(WORDS);
            }
            second.close();
            first.close();
        }
    }

    /** As a platform does it: offered again, to whichever node is there, until it is acknowledged. */
    private static void speak(String who, InboundGate one, InboundGate other) {
        for (int i = 0; i < WORDS; i++) {
            InboundEvent word = new InboundEvent(
                    new ChannelAddress(new ChannelKind("web"), who),
                    who + "-" + i,
                    Instant.now(),
                    "",
                    new InboundContent.Text("word " + i));
            for (InboundGate gate = one; accept(gate, word) == Acceptance.UNAVAILABLE; ) {
                gate = other;
            }
            pause();
        }
    }

    private static Acceptance accept(InboundGate gate, InboundEvent word) {
        try {
            return gate.accept(word);
        } catch (RuntimeException dead) {
            return Acceptance.UNAVAILABLE;
        }
    }

    private AnnotationConfigApplicationContext node(RedisClient redis, KeyFolder keys, String name) {
        BotKeys own = BotKeys.load(keys.botFolder(), Clock.systemUTC());
        return BotNodeUnderTest.start(
                redis,
                own,
                random,
                new SimpleMeterRegistry(),
                List.of(web),
                Map.of("wasl.session.node", name, "wasl.session.lease", "3s"));
    }

    private static void await(BooleanSupplier reached) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).describedAs("still waiting").isBefore(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
