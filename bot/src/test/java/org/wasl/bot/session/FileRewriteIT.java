package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;

/** What was deleted leaves the disk too: the append-only file is looked at byte by byte. */
class FileRewriteIT {

    private static final String MARKER = "A-WORD-THAT-WAS-ERASED";

    private static RedisServerUnderTest server;
    private static RedisClient bot;

    private final TurnWorld.StandingClock clock = new TurnWorld.StandingClock();
    private final Erasures erasures = new Erasures();
    private TurnWorld world;
    private FileRewrite rewrite;

    @BeforeAll
    static void startServer() {
        server = new RedisServerUnderTest();
        bot = server.bot();
    }

    @AfterAll
    static void stopServer() {
        bot.close();
        server.close();
    }

    @BeforeEach
    void writeAndDelete() throws IOException {
        world = new TurnWorld(bot);
        world.close();
        rewrite = new FileRewrite(bot, erasures, world.counters);
        bot.hset("wasl:{s001}:states", "amal", MARKER);
        bot.hdel("wasl:{s001}:states", "amal");
        assertThat(onDisk()).isTrue();
    }

    @Test
    void rewritesAfterAStartBecauseNobodyKnowsWhatWasErasedBefore() throws Exception {
        rewrite.pass(clock.instant());
        passAfter(Duration.ofMinutes(29));
        assertThat(onDisk()).isTrue();
        passAfter(Duration.ofMinutes(1));
        assertGone();
    }

    @Test
    void rewritesWithinTheHourAfterAnErasureAndOtherwiseAtNight() throws Exception {
        rewrite.pass(clock.instant());
        passAfter(Duration.ofMinutes(30));
        assertGone();
        writeAndDeleteAgain();
        passAfter(Duration.ofMinutes(59));
        assertThat(onDisk()).isTrue();
        erasures.happened();
        passAfter(Duration.ZERO);
        passAfter(Duration.ofMinutes(30));
        assertGone();

        writeAndDeleteAgain();
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-20T23:59:59Z")));
        passAfter(Duration.ZERO);
        assertThat(onDisk()).isTrue();
        passAfter(Duration.ofSeconds(1));
        assertGone();
    }

    @Test
    void asksAgainAndSaysSoWhereItMayNot() {
        try (RedisClient desk = server.desk()) {
            FileRewrite refused = new FileRewrite(desk, erasures, world.counters);
            refused.pass(clock.instant());
            for (int i = 0; i < 2; i++) {
                clock.advance(Duration.ofMinutes(30));
                refused.pass(clock.instant());
            }
        }
        assertThat(world.counters.of("wasl.store.rewrite-failed")).isEqualTo(2);
    }

    private void writeAndDeleteAgain() throws IOException {
        bot.hset("wasl:{s001}:states", "amal", MARKER);
        bot.hdel("wasl:{s001}:states", "amal");
        assertThat(onDisk()).isTrue();
    }

    private void passAfter(Duration time) {
        clock.advance(time);
        rewrite.pass(clock.instant());
    }

    private void assertGone() throws Exception {
        Instant end = Instant.now().plusSeconds(30);
        while (info("aof_rewrite_in_progress:1") || info("aof_rewrite_scheduled:1")) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
        long before = world.counters.of("wasl.store.rewritten");
        passAfter(Duration.ofSeconds(10));
        assertThat(world.counters.of("wasl.store.rewritten")).isEqualTo(before + 1);
        assertThat(onDisk()).isFalse();
    }

    private static boolean info(String line) {
        byte[] info = (byte[]) bot.sendCommand(Protocol.Command.INFO, "persistence");
        return new String(info, StandardCharsets.UTF_8).contains(line);
    }

    private static boolean onDisk() throws IOException {
        try (Stream<Path> files = Files.walk(server.folder())) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARKER)) {
                    return true;
                }
            }
            return false;
        }
    }
}
