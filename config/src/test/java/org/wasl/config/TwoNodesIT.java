package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.telegram.FakeBotApi;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;
import org.wasl.config.store.EmbeddedMongo;
import org.wasl.config.store.EmbeddedRedis;
import tools.jackson.databind.JsonNode;

/**
 * A report and its answer through the two node jars as processes of their own, each with its half of the keys made by
 * the {@code keys} command, its own Redis user, and no file in common.
 */
@Tag("beside-another")
class TwoNodesIT {

    @TempDir
    Path folder;

    @Test
    void aReportCrossesAndIsAnswered() throws Exception {
        SecureRandom random = new SecureRandom();
        String secret = keys(random);
        try (FakeBotApi telegram = new FakeBotApi();
                EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), 64, new RedisUsersFile(), random);
                EmbeddedMongo mongo =
                        EmbeddedMongo.start(folder.resolve("mongodb"), folder.resolve("mongodb.key"), 32, random);
                WaslProcess admin = admin(redis.deskUri(), mongo.uri(), secret);
                WaslProcess bot = bot(redis.botUri(), telegram)) {
            admin.awaitRunning();
            bot.awaitRunning();
            StaffBrowser supervisor = supervisor(admin);

            FakeTelegramCitizen citizen = telegram.citizen(4711);
            citizen.starts();
            for (String choice : List.of("ckb", "safe", "agree", "danger")) {
                citizen.awaitOption(choice).tapsOption(choice);
            }
            JsonNode row = PathWorld.await("the case", () -> {
                JsonNode items = supervisor.api("/api/queue").get("items");
                return items.isEmpty() ? null : items.get(0);
            });
            assertThat(row.get("level").asString()).isEqualTo("L1");
            String number = row.get("number").asString();
            PathWorld.answers(supervisor, number, "نامەکەت گەیشت");
            citizen.awaitMessage("نامەکەت گەیشت");
        }
    }

    /** Answers the desk secret, as an operator would read it off the screen. */
    private String keys(SecureRandom random) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Commands commands = new Commands(
                InputStream.nullInputStream(), new PrintStream(screen, true, StandardCharsets.UTF_8), random);
        assertThat(commands.run("keys", folder.resolve("keys").toString())).contains(0);
        Matcher secret = Pattern.compile("(?m)^[0-9a-f]{64}$").matcher(screen.toString(StandardCharsets.UTF_8));
        assertThat(secret.find()).isTrue();
        return secret.group();
    }

    private WaslProcess admin(URI redis, String mongo, String secret) throws Exception {
        return WaslProcess.start(
                "wasl-admin.jar",
                Map.of(
                        "WASL_REDIS_URI",
                        redis.toString(),
                        "WASL_REDIS_VOUCHED",
                        "true",
                        "WASL_MONGODB_URI",
                        mongo,
                        "WASL_KEYS_DESK",
                        folder.resolve("keys/desk").toString(),
                        "WASL_KEYS_DESK_SECRET",
                        secret,
                        "WASL_DATA",
                        folder.resolve("admin").toString()),
                "--wasl.demonstration=false",
                "--wasl.staff.port=0");
    }

    private WaslProcess bot(URI redis, FakeBotApi telegram) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--wasl.demonstration=false",
                "--wasl.bot.port=0",
                "--wasl.telegram.server=" + telegram.uri(),
                "--wasl.telegram.poll-timeout=2s",
                "--wasl.telegram.call-timeout=2s",
                "--wasl.telegram.lease=6s"));
        return WaslProcess.start(
                "wasl-bot.jar",
                Map.of(
                        "WASL_REDIS_URI", redis.toString(),
                        "WASL_REDIS_VOUCHED", "true",
                        "WASL_TELEGRAM_TOKEN", FakeBotApi.TOKEN,
                        "WASL_KEYS_BOT", folder.resolve("keys/bot").toString(),
                        "WASL_DATA", folder.resolve("bot").toString()),
                arguments.toArray(String[]::new));
    }

    private static StaffBrowser supervisor(WaslProcess admin) {
        URI console = URI.create(admin.console());
        StaffBrowser administrator = new StaffBrowser(console).joins(admin.output(), "first.administrator");
        String invitation = administrator.invites("Made-up Supervisor", "SUPERVISOR");
        return new StaffBrowser(console).joins(invitation, "made.up.supervisor").goesOnDuty();
    }
}
