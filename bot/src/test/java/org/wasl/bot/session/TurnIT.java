package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.triage.intake.IntakeEntry;
import redis.clients.jedis.RedisClient;

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
}
