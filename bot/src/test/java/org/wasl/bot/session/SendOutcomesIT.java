package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wasl.bot.channel.SendOutcome;

/** What a platform answers when it will never take a message, and when nobody's message. */
class SendOutcomesIT {

    @RegisterExtension
    static final StoreUnderTest STORE = new StoreUnderTest();

    private TurnWorld world;

    @BeforeEach
    void freshWorld() {
        world = new TurnWorld(STORE.bot());
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private Map<String, String> stored(String name) {
        return STORE.admin()
                .hgetAll(world.names()
                        .conversation(TurnWorld.address("amal"))
                        .shard()
                        .key(name));
    }

    @Test
    void closesWhatIsRefusedForGoodAndSendsWhatStandsBehindIt() {
        world.web.answers("amal", new SendOutcome.RefusedForGood("MESSAGE_TOO_LONG"));
        world.say("amal", "three");
        world.run("amal");
        world.passAfter(Duration.ofHours(1), "amal");

        assertThat(world.web.textsTo("amal")).containsExactly("two", "three");
        assertThat(stored("outbox")).isEmpty();
        assertThat(stored("dead").values()).containsExactly("MESSAGE_TOO_LONG|web|2026-11-20T00:00:00Z");
        assertThat(stored("dead").keySet())
                .noneMatch(id -> id.contains(
                        world.names().conversation(TurnWorld.address("amal")).hex()));
        assertThat(world.counters.of("wasl.send.dead")).isEqualTo(1);
    }

    @Test
    void keepsNoReceiptAsADeadLetter() {
        world.web.answers("amal", new SendOutcome.RefusedForGood("FORBIDDEN"));
        world.say("amal", "secret");
        world.run("amal");

        assertThat(stored("outbox")).isEmpty();
        assertThat(stored("dead")).isEmpty();
    }

    @Test
    void restsAMisconfiguredChannelAndThenSendsEverythingInOrder() {
        world.web.answers("amal", new SendOutcome.Misconfigured("UNAUTHORIZED"));
        world.say("amal", "three");
        world.run("amal");
        world.say("bahar", "hello");
        world.run("bahar");
        world.passAfter(Duration.ofSeconds(29), "amal");
        world.run("bahar");
        assertThat(world.web.arrived).isEmpty();
        assertThat(world.counters.of("wasl.send.channel-paused")).isEqualTo(1);

        world.passAfter(Duration.ofSeconds(31), "amal");
        world.run("amal", "bahar");
        assertThat(world.web.textsTo("amal")).containsExactly("one", "two", "three");
        assertThat(world.web.textsTo("bahar")).containsExactly("heard 1: hello");
    }
}
