package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.telegram.BotApiFault;
import org.wasl.bot.channel.telegram.FakeBotApi;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;

/**
 * Every kind of question on Telegram, with everything a person may send there instead of an answer, while the platform
 * fails in every way it can: each is answered kindly, the question stays open, and nothing is lost or said of anybody.
 */
@Tag("beside-another")
class TelegramStepsIT {

    private static final String NAME = "Layla-Demo-Name";

    @TempDir
    static Path data;

    private static PathWorld world;
    private static long nextChat = 9_000_000_000L;

    @BeforeAll
    static void begin() {
        world = new PathWorld(data);
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @BeforeEach
    void allIsWell() {
        world.telegram().allIsWell();
    }

    private static FakeTelegramCitizen somebody() {
        return world.citizen(nextChat++);
    }

    /** Where each kind of question stands: the answers that lead there. */
    private static FakeTelegramCitizen at(String kind) {
        FakeTelegramCitizen one = somebody();
        one.starts();
        if (kind.equals("choice")) {
            one.awaitOption("en");
            return one;
        }
        tap(one, "en", kind.equals("returning") ? "before" : "safe");
        if (kind.equals("returning")) {
            one.awaitOption("none");
            return one;
        }
        tap(one, "agree", kind.equals("story") ? "calm" : "danger");
        if (kind.equals("story")) {
            one.awaitOption("done");
            return one;
        }
        tap(one, "me", "come");
        one.awaitOption("page");
        if (kind.equals("several")) {
            one.skipsUntil("near");
        }
        return one;
    }

    private static void tap(FakeTelegramCitizen one, String... options) {
        for (String option : options) {
            one.awaitOption(option).tapsOption(option);
        }
    }

    /** The option that shows that the question still stands. */
    private static String shows(String kind) {
        return switch (kind) {
            case "choice" -> "en";
            case "returning" -> "none";
            case "story" -> "done";
            case "place" -> "page";
            default -> "near";
        };
    }

    @Test
    void asksTheSameAgainWhateverIsSentInsteadOfAnAnswer() {
        for (String kind : List.of("choice", "returning", "story", "place", "several")) {
            for (Consumer<FakeTelegramCitizen> thing : things()) {
                FakeTelegramCitizen one = at(kind);
                int before = one.screen().size();
                long asked = newest(one, shows(kind));
                thing.accept(one);
                world.telegram()
                        .await(kind + " answered", all -> all.screen(one.chat()).size() > before);
                world.telegram().await(kind + " asked again", all -> newest(one, shows(kind)) > asked);
                assertThat(String.join("\n", one.screen())).doesNotContain(NAME, "layla_demo_user", "+9647");
            }
        }
    }

    private static long newest(FakeTelegramCitizen one, String option) {
        return world.telegram().screen(one.chat()).stream()
                .filter(message -> message.buttons().stream()
                        .anyMatch(button -> button.option().equals(option)))
                .mapToLong(FakeBotApi.Shown::id)
                .max()
                .orElse(0);
    }

    private static List<Consumer<FakeTelegramCitizen>> things() {
        List<Consumer<ObjectNode>> contents = new ArrayList<>();
        contents.add(message -> message.putObject("sticker").put("file_id", "s").put("emoji", "x"));
        contents.add(message -> message.putObject("contact")
                .put("phone_number", "+9647700000000")
                .put("first_name", NAME));
        contents.add(message -> message.putObject("poll").put("id", "1").put("question", "?"));
        contents.add(message -> message.putObject("dice").put("value", 3));
        contents.add(message -> message.putObject("forward_origin")
                .put("type", "user")
                .putObject("sender_user")
                .put("first_name", NAME));
        List<Consumer<FakeTelegramCitizen>> things = new ArrayList<>();
        contents.forEach(content -> things.add(one -> one.sends(content)));
        things.add(one -> one.edits("what I said before"));
        things.add(one -> one.tapsToken("v1|forged|1|m-erase", 1));
        things.add(one -> one.tapsToken("v1|x|y|" + "z".repeat(40), 1));
        return things;
    }

    @Test
    void takesTheAnswerThroughEveryFailureOfThePlatform() {
        for (String kind : List.of("choice", "returning", "story", "place", "several")) {
            FakeTelegramCitizen one = at(kind);
            FakeBotApi telegram = world.telegram();
            telegram.next(
                    "sendMessage",
                    new BotApiFault.Answers(
                            429,
                            "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
                                    + "\"parameters\":{\"retry_after\":1}}"),
                    new BotApiFault.Answers(502, "<html>bad gateway</html>"),
                    new BotApiFault.Truncates(),
                    new BotApiFault.DoesAndDies());
            telegram.next("answerCallbackQuery", new BotApiFault.Answers(500, ""));
            telegram.next("editMessageReplyMarkup", new BotApiFault.Answers(429, "{\"ok\":false,\"error_code\":429}"));
            telegram.next("getUpdates", new BotApiFault.Truncates(), new BotApiFault.Answers(500, "no"));
            String next = answers(one, kind);
            one.awaitOption(next);
        }
    }

    /** Answers as a person would, and names an option of the question that must follow. */
    private static String answers(FakeTelegramCitizen one, String kind) {
        switch (kind) {
            case "choice" -> one.tapsOption("en");
            case "returning" -> one.says("exit");
            case "story" -> one.says("He waits at the corner every day");
            case "place" -> one.says("Basra, near the bridge");
            default -> one.tapsOption("near");
        }
        return switch (kind) {
            case "choice" -> "safe";
            case "returning" -> "p-clear";
            case "story" -> "done";
            case "place" -> "m-help";
            default -> "near";
        };
    }

    @Test
    void clearsAnOpenChatWhenAskedTo() {
        FakeTelegramCitizen one = somebody();
        one.starts();
        tap(one, "en", "safe");
        one.awaitOption("agree");
        one.says("/exit");
        tap(one, "p-clear");
        world.telegram().await("an empty chat", all -> one.screen().isEmpty());
    }

    @Test
    void sendsPlainTextWithoutPreviewsAndWithinTheLimits() {
        FakeTelegramCitizen one = at("story");
        one.says("<b>x</b> _y_ *z* [a](http://b.example) & http://c.example " + "ب".repeat(3_000));
        one.says("review");
        world.telegram()
                .await("the review", all -> one.screen().stream().anyMatch(text -> text.contains("http://c.example")));
        for (FakeBotApi.Call call : world.telegram().calls("sendmessage")) {
            assertThat(call.body().has("parse_mode")).isFalse();
            assertThat(call.body().path("text").asText().length()).isLessThanOrEqualTo(4096);
            if (!call.body().path("text").asText().contains("private chats only")) {
                assertThat(call.body()
                                .path("link_preview_options")
                                .path("is_disabled")
                                .asBoolean())
                        .isTrue();
            }
        }
    }

    @Test
    void makesAMoveByItsNumberInAnyDigits() {
        for (String number : List.of("6", "٦", "۶")) {
            FakeTelegramCitizen one = at("choice");
            one.says(number);
            one.awaitOption("p-clear");
        }
    }

    @Test
    void deletesAsItGoesInSafeModeAndLeavesNothingBehindAtExit() {
        FakeTelegramCitizen one = somebody();
        one.starts();
        tap(one, "en", "reads");
        one.awaitOption("agree");
        assertThat(String.join("\n", one.screen())).contains("nothing shows here");
        tap(one, "agree", "calm");
        one.awaitOption("done");
        one.says("My husband hits me");
        world.telegram()
                .await(
                        "the earlier ones are gone",
                        all -> one.screen().stream()
                                .noneMatch(
                                        text -> text.contains("Which language") || text.contains("community police")));
        assertThat(world.telegram().calls("sendmessage").stream()
                        .filter(call -> call.body().path("chat_id").asLong() == one.chat())
                        .skip(3))
                .allMatch(call -> call.body().path("disable_notification").asBoolean())
                .allMatch(call -> call.body().path("protect_content").asBoolean());

        one.says("exit");
        one.awaitOption("p-clear");
        world.telegram().await("only the harmless page", all -> one.screen().size() == 1);
    }

    @Test
    void takesTheButtonsAwayOnceAnswered() {
        FakeTelegramCitizen one = somebody();
        one.starts();
        tap(one, "en");
        one.awaitOption("safe");
        world.telegram().await("the buttons of the first question are gone", all -> newest(one, "en") == 0);
    }

    @Test
    void showsAMenuThatSaysNothingOfWhatItIsFor() {
        world.telegram().await("the menu", all -> all.calls("setmycommands").size() == 4);
        assertThat(world.telegram().calls("setmycommands").toString()).doesNotContainIgnoringCase("police");
    }
}
