package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.triage.intake.IntakeEntry;
import redis.clients.jedis.RedisClient;

/**
 * A crash before and after each write of accept, take, commit and send. The platform offers again what was not
 * acknowledged, the node starts again with an empty memory, and then: every word was taken once, every report filed
 * once, and at worst a message stands in the chat twice.
 */
class CrashIT {

    private static final List<String> WORDS = List.of("he came", "file", "timer silence 45", "bye");

    private static RedisServerUnderTest server;
    private static RedisClient bot;
    private static RedisClient desk;
    private static RedisClient admin;

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

    /** The node dies: an error nothing in it may survive. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Fails at the n-th write, before it or after it. */
    private static final class Fault {
        private final int at;
        private final boolean after;
        private int writes;

        Fault(int at, boolean after) {
            this.at = at;
            this.after = after;
        }

        DurableCommit around(DurableCommit commits) {
            return (script, keys, args) -> {
                boolean now = ++writes == at;
                if (now && !after) {
                    throw new Crash();
                }
                CompletableFuture<Object> answer = commits.run(script, keys, args);
                if (now) {
                    Failures.await(answer);
                    throw new Crash();
                }
                return answer;
            };
        }
    }

    @Test
    void losesNothingAndDoublesNothingWhereverItCrashes() {
        int writes = run(new Fault(Integer.MAX_VALUE, false));
        assertThat(writes).isGreaterThan(10);
        List<String> broken = new ArrayList<>();
        for (int at = 1; at <= writes; at++) {
            for (boolean after : List.of(false, true)) {
                try {
                    run(new Fault(at, after));
                } catch (AssertionError wrong) {
                    broken.add("write " + at + (after ? ", after: " : ", before: ") + wrong.getMessage());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static int run(Fault fault) {
        admin.flushAll();
        try (TurnWorld world = new TurnWorld(bot)) {
            world.around = fault::around;
            world.restart();
            for (int i = 0; i < WORDS.size(); i++) {
                deliver(world, "e" + i, WORDS.get(i));
                work(world);
            }
            world.clock.advance(java.time.Duration.ofSeconds(46));
            work(world);
            work(world);
            check(world);
            return fault.writes;
        }
    }

    /** A platform offers an event until it is acknowledged. */
    private static void deliver(TurnWorld world, String id, String word) {
        Acceptance answer = Acceptance.UNAVAILABLE;
        while (answer == Acceptance.UNAVAILABLE) {
            try {
                answer = world.offer("amal", id, new InboundContent.Text(word), world.clock.instant());
            } catch (Crash crash) {
                world.restart();
            }
        }
    }

    private static void work(TurnWorld world) {
        boolean died = true;
        while (died) {
            try {
                world.run("amal");
                died = false;
            } catch (Crash crash) {
                world.restart();
            }
        }
    }

    private static void check(TurnWorld world) {
        List<IntakeEntry> filed = world.inIntake(desk);
        assertThat(filed).hasSize(1);
        assertThat(((IntakeEntry.Filed) filed.getFirst()).report().story()).isEqualTo("he came\nfile");
        List<String> texts = world.web.textsTo("amal");
        assertThat(texts.stream().distinct())
                .containsExactly("heard 1: he came", "filed 2", "asked 3", "heard 4: bye", "heard 5: rang:silence:3");
        assertThat(texts.size()).isLessThanOrEqualTo(6);
    }
}
