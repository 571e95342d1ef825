package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.config.store.EmbeddedRedis;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

class CommandsTest {

    private static final String BOT = "bots-password-of-a-test";
    private static final String DESK = "desks-password-of-a-test";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsUsersThatARealServerTakesAndThatMayDoTheirPartOnly() throws Exception {
        assertThat(run(BOT + "\n" + DESK + "\n", "redis-users", "6.2.11")).contains(0);
        List<String> users = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(users).isNotEmpty().noneMatch(line -> line.contains(BOT) || line.contains(DESK));

        EmbeddedRedis.Users printed = (bot, desk) -> users;
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, 64, printed, new SecureRandom());
                Jedis bot = new Jedis("127.0.0.1", redis.houseUri().getPort());
                Jedis desk = new Jedis("127.0.0.1", redis.houseUri().getPort())) {
            bot.auth("wasl-bot", BOT);
            desk.auth("wasl-desk", DESK);
            assertThat(bot.rpush("wasl:{s007}:intake", "sealed")).isEqualTo(1);
            assertThat(desk.lrange("wasl:{s007}:intake", 0, -1)).containsExactly("sealed");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> bot.lrange("wasl:{s007}:intake", 0, -1))
                    .isInstanceOf(JedisDataException.class);
        }
    }

    @Test
    void refusesPasswordsThatAreMissingShortOrEqualAndRepeatsNone() {
        assertThat(run(BOT + "\n", "redis-users", "6.2.11")).contains(1);
        assertThat(run("s3cret\n" + DESK, "redis-users", "6.2.11")).contains(1);
        assertThat(run(BOT + "\n" + BOT, "redis-users", "6.2.11")).contains(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .hasLineCount(3)
                .contains("two, the bot's and the desk's", "at least 16", "different ones")
                .doesNotContain(BOT, DESK, "s3cret");
    }

    @Test
    void refusesAVersionThatIsNone() {
        for (String version : List.of("seven", "7", "7.", "6.0.9", "7.2;x")) {
            said.reset();
            assertThat(run(BOT + "\n" + DESK, "redis-users", version))
                    .as(version)
                    .contains(1);
            assertThat(said.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("version");
        }
    }

    @Test
    void explainsItselfWhenNoCommandIsMeant() {
        assertThat(run("", "no-such-command")).contains(2);
        assertThat(run("", "redis-users")).contains(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("wasl redis-users VERSION");
        assertThat(run("", "--wasl.role=bot")).isEmpty();
    }

    @Test
    void explainsItselfWhenAskedTo() {
        for (String asked : List.of("help", "--help", "-h")) {
            said.reset();
            assertThat(run("", asked)).as(asked).contains(0);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("wasl keys FOLDER");
        }
    }

    @Test
    void makesKeysInANewFolderOnly() throws Exception {
        Path keys = folder.resolve("keys");
        assertThat(run("", "keys", keys.toString())).contains(0);
        assertThat(said.toString(StandardCharsets.UTF_8)).containsPattern("(?m)^[0-9a-f]{64}$");
        assertThat(Files.isDirectory(keys)).isTrue();
        assertThat(run("", "keys", keys.toString())).contains(1);
    }

    private Optional<Integer> run(String typed, String... arguments) {
        return new Commands(
                        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        new SecureRandom())
                .run(arguments);
    }
}
