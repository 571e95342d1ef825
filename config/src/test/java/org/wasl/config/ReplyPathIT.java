package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;
import tools.jackson.databind.JsonNode;

/** A calm report, EXIT, an answer that waits, and its reader on another phone with nothing but the number. */
@Tag("beside-another")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplyPathIT {

    private static final Pattern NUMBER = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4} \\d{4}");

    @TempDir
    static Path data;

    private @Nullable PathWorld started;
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
            ar  | ar-IQ    | واحد يهددني بصوري من شهر ويريد فلوس | قريت رسالتك وراح نحچي وية بعض
            ckb | ckb      | کەسێک هەڕەشەم لێ دەکات وێنەکانم بڵاو بکاتەوە و پارە دەوێت | نامەکەتم خوێندەوە و لێرەم
            kmr | kmr-Arab | کەسەک گەفا ل من دکەت وێنێن من بەلاڤ بکەت و پاران دخوازیت | من ناما تە خواند و ئەز ل ڤێرەمە
            en  | en       | Someone threatens to publish my pictures and wants money | I read your message and I am here
            """)
    void waitsForWhoeverHoldsTheNumber(String option, String locale, String story, String answer) {
        FakeTelegramCitizen first = world().citizen(880_000 + 2L * cases);
        first.starts();
        tapsInTurn(first, List.of(option, "safe", "agree", "calm"));
        int shown = first.screen().size();
        first.awaitOption("done").says(story);
        first.awaitMessages(shown + 1);
        tapsInTurn(first, List.of("done", "me", "adult", "BG", "no-force"));
        first.skipsUntil("send").tapsOption("send");
        int before = cases++;
        world().queue(before + 1);
        String receipt = receiptShownTo(first.skipsUntil("show"));

        String number = numberOfTheCaseIn(locale);
        first.tapsOption("m-exit");
        world().answers(number, answer);

        FakeTelegramCitizen second = world().citizen(880_001 + 2L * before);
        second.starts();
        tapsInTurn(second, List.of(option, "before"));
        second.awaitOption("none").says(inArabicDigits(receipt));
        second.awaitMessage(answer);

        world().caseThat(number, found -> found.get("replies").toString().contains("DELIVERED"));
        assertThat(first.screen()).noneMatch(text -> text.contains(answer));
    }

    private static void tapsInTurn(FakeTelegramCitizen citizen, List<String> options) {
        for (String option : options) {
            citizen.awaitOption(option).tapsOption(option);
        }
    }

    private static String receiptShownTo(FakeTelegramCitizen citizen) {
        citizen.tapsOption("show");
        return PathWorld.await(
                "the number",
                () -> citizen.screen().stream()
                        .map(NUMBER::matcher)
                        .filter(Matcher::find)
                        .map(Matcher::group)
                        .findFirst()
                        .orElse(null));
    }

    private String numberOfTheCaseIn(String locale) {
        for (JsonNode row : world().queue(cases)) {
            if (locale.equals(row.path("card").path("locale").asString())) {
                return row.get("number").asString();
            }
        }
        throw new AssertionError("no case in " + locale);
    }

    private static String inArabicDigits(String receipt) {
        return receipt.chars()
                .map(digit -> digit == ' ' ? ' ' : '٠' + digit - '0')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
