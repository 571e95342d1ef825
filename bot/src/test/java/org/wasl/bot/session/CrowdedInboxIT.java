package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.guard.GuardSettings;

/** Somebody writes without end: whoever shares the shard by chance must not notice. */
class CrowdedInboxIT {

    @RegisterExtension
    static final StoreUnderTest STORE = new StoreUnderTest();

    private TurnWorld world;
    private String neighbour = "";

    @BeforeEach
    void freshWorld() {
        world = new TurnWorld(STORE.bot());
        world.guard = new GuardSettings(3, Duration.ofSeconds(2), Duration.ofSeconds(20));
        world.crowdedAt(20, 5);
        int shard = shardOf("flooder");
        neighbour = IntStream.range(0, 100_000)
                .mapToObj(i -> "neighbour-" + i)
                .filter(name -> shardOf(name) == shard)
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private int shardOf(String who) {
        return world.names().conversation(TurnWorld.address(who)).shard().number();
    }

    private void flood(int words) {
        for (int i = 0; i < words; i++) {
            world.say("flooder", "word " + i);
        }
    }

    @Test
    void refusesOnlyTheConversationThatFloods() {
        flood(20);
        assertThat(world.say("flooder", "one more")).isEqualTo(Acceptance.UNAVAILABLE);
        for (int i = 0; i < 5; i++) {
            assertThat(world.say(neighbour, "help " + i)).isEqualTo(Acceptance.ACCEPTED);
        }
        assertThat(world.say(neighbour, "more than the share")).isEqualTo(Acceptance.UNAVAILABLE);
        assertThat(world.counters.of("wasl.turn.inbox-full")).isEqualTo(2);
    }

    @Test
    void answersTheNeighbourBehindAFloodAtOnce() {
        flood(20);
        world.say(neighbour, "hello");
        world.run("flooder");

        assertThat(world.web.textsTo(neighbour)).containsExactly("heard 1: hello");
        assertThat(world.counters.of("wasl.turn.taken")).isEqualTo(4);
    }

    @Test
    void takesEveryWordOfAFloodInItsOrderAfterAll() {
        flood(20);
        for (int i = 0; i < 40; i++) {
            world.passAfter(Duration.ofSeconds(2), "flooder");
        }

        assertThat(world.web.textsTo("flooder")).hasSizeGreaterThan(5).last().isEqualTo("heard 20: word 19");
        assertThat(STORE.admin().hgetAll("wasl:{s%03d}:queued".formatted(shardOf("flooder"))))
                .isEmpty();
        assertThat(world.say("flooder", "again")).isEqualTo(Acceptance.ACCEPTED);
    }

    @Test
    void hurriesForAnUrgentWordFarBehindTheShare() {
        flood(15);
        world.say("flooder", "he has a knife");
        world.run("flooder");

        assertThat(world.web.textsTo("flooder")).last().isEqualTo("heard 16: he has a knife");
    }

    @Test
    void losesNothingOfAFloodWhenTheNodeStartsAnew() {
        flood(20);
        world.run("flooder");
        world.restart();
        world.say(neighbour, "hello");
        for (int i = 0; i < 40; i++) {
            world.passAfter(Duration.ofSeconds(2), "flooder");
        }

        assertThat(world.web.textsTo("flooder")).last().isEqualTo("heard 20: word 19");
        assertThat(world.web.textsTo(neighbour)).containsExactly("heard 1: hello");
    }
}
