package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;
import tools.jackson.databind.JsonNode;

/** From a citizen's first word to the desk, and back with an officer's answer, in every language. */
@Tag("beside-another")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPathIT {

    @TempDir
    static Path data;

    private @org.jspecify.annotations.Nullable PathWorld started;
    private int cases;

    @BeforeAll
    void start() {
        started = new PathWorld(data);
    }

    @AfterAll
    void stop() {
        world().close();
    }

    private PathWorld world() {
        return Objects.requireNonNull(started);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ar  | ar-IQ    | أخوي بيده سكينة وواقف ورا الباب ويگول هسه أذبحچ | وصلتني رسالتچ، آني وياچ
            ckb | ckb      | براکەم چەقۆی بەدەستەوەیە و لە پشت دەرگاکەیە، دەڵێت ئێستا دەتکوژم | نامەکەت گەیشت، لێرەم
            kmr | kmr-Arab | برایێ من چەقۆ یا د دەستی دا و ل پشت دەرگەهێ یە، دبێژیت نوکە دێ تە کوژم | ناما تە گەهشت
            en  | en       | My brother has a knife in his hand and says he will kill me now | I have read it, I am here
            """)
    void reachesTheDeskAndComesBackAnswered(String option, String locale, String story, String answer) {
        FakeTelegramCitizen citizen = world().citizen(770_000 + cases);
        citizen.starts();
        for (String choice : List.of(option, "safe", "agree", "danger")) {
            citizen.awaitOption(choice).tapsOption(choice);
        }
        int before = cases++;
        List<JsonNode> rows = world().queue(before + 1);
        JsonNode row = rows.stream()
                .filter(candidate ->
                        locale.equals(candidate.path("card").path("locale").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("level").asString()).isEqualTo("L1");
        String number = row.get("number").asString();

        citizen.says(story);
        JsonNode held = world().caseThat(number, found -> found.toString().contains(story));
        assertThat(held.toString()).doesNotContain(FakeTelegramCitizen.NAME, FakeTelegramCitizen.USER_NAME);

        world().answers(number, answer);
        citizen.awaitMessage(answer);
        world().caseThat(number, found -> found.get("replies").toString().contains("DELIVERED"));
    }

    @Test
    void theNodesShareNoBeansAndTheBotSeesNothingOfTheDesk() {
        var bot = Objects.requireNonNull(world().house().bot()).spring();
        var admin = Objects.requireNonNull(world().house().admin()).spring();
        assertThat(bot.getParent()).isNull();
        assertThat(admin.getParent()).isNull();
        for (String name : bot.getBeanDefinitionNames()) {
            Object type = bot.getType(name);
            assertThat(String.valueOf(type))
                    .doesNotContain("org.wasl.admin", "mongo", "thymeleaf", "springframework.security");
        }
        for (String name : admin.getBeanDefinitionNames()) {
            assertThat(String.valueOf(admin.getType(name))).doesNotContain("org.wasl.bot", "telegram");
        }
    }
}
