package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.bot.channel.OutgoingChoice;

/**
 * The same conversation in four languages on small and large screens: where everything stands. The pictures go to
 * {@code target/web} for a person to look at; what can be measured is measured here.
 */
@ExtendWith(SharedHouse.class)
class WebLooksIT {

    private static final String RECEIPT = "1234 5678 9012 3456 7890";
    private static final String LONG_WORD = "نەخوێندەوارییەکانیانەوەشتانەکانیشیانەوەدا";
    private static final int TOUCH = 44;

    /** Answers what is wrong with where things stand, in words; nothing when all is well. */
    private static final String MEASURE = """
            (direction) => {
              const wrong = [];
              const box = (one) => one.getBoundingClientRect();
              const seen = (one) => one.getClientRects().length > 0;
              if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the screen");
              const log = document.querySelector("#log");
              if (log.scrollWidth > log.clientWidth) wrong.push("the conversation is wider than the screen");
              for (const one of [...document.querySelectorAll("button, textarea, #exit")].filter(seen)) {
                const { width, height, left, right } = box(one);
                if (width < TOUCH || height < TOUCH) wrong.push(`small: ${one.outerHTML.slice(0, 80)} ${width}x${height}`);
                if (left < 0 || right > innerWidth) wrong.push(`beyond the edge: ${one.outerHTML.slice(0, 80)}`);
              }
              const exit = box(document.querySelector("#exit"));
              const over = document.elementFromPoint((exit.left + exit.right) / 2, (exit.top + exit.bottom) / 2);
              if (exit.top < 0 || exit.bottom > innerHeight || !over?.closest("#exit")) wrong.push("the way out is not in sight");
              const inner = box(log);
              const start = (b) => direction === "rtl" ? inner.right - b.right : b.left - inner.left;
              for (const one of log.querySelectorAll(".said .words")) if (start(box(one)) > 36) wrong.push("said, on the wrong side");
              for (const one of log.querySelectorAll(".own .words")) {
                if (seen(one) && start(box(one)) < 36) wrong.push("own, on the wrong side");
              }
              for (const chip of [...log.querySelectorAll(".choices button")].filter(seen)) {
                if (chip.scrollWidth > chip.clientWidth + 1) wrong.push(`cut off: ${chip.textContent}`);
              }
              return wrong;
            }
            """.replace("TOUCH", String.valueOf(TOUCH));

    /** The places, from left to right, of the groups of a number; they grow where it is read in its own order. */
    private static final String GROUPS = """
            (number) => {
              const walker = document.createTreeWalker(document.querySelector("#log"), NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const from = node.data.indexOf(number);
                if (from < 0) continue;
                const places = [];
                let at = from;
                for (const group of number.split(" ")) {
                  const range = document.createRange();
                  range.setStart(node, at);
                  range.setEnd(node, at + group.length);
                  const box = range.getBoundingClientRect();
                  places.push(Math.round(box.top) * 10000 + box.left);
                  at += group.length + 1;
                }
                return places;
              }
              return [];
            }
            """;

    private final BrowserHouse house;

    WebLooksIT(BrowserHouse house) {
        this.house = house;
    }

    @ParameterizedTest(name = "{0}, {1}x{2}")
    @CsvSource({"ar, 320, 640", "ar, 1366, 768", "ckb, 360, 740", "ckb, 640, 320", "kmr, 412, 860", "en, 320, 640"})
    void standsWhereItShould(String language, int width, int height) {
        try (BrowserContext screen = house.chromium().screen(width, height)) {
            ChatScreen chat = new ChatScreen(screen, house.chat()).opens();
            String name = language + "-" + width + "-";
            look(chat.page(), language, name + "greeting");
            chat.begins(language);
            look(chat.page(), language, name + "question");
            chat.page().locator("#clip").click();
            look(chat.page(), language, name + "attach");
            chat.page().locator("#clip").click();
            chat.page().locator("#words").fill("0770 123 4567 @made_up");
            chat.page().locator("#send").click();
            chat.page()
                    .waitForCondition(
                            () -> chat.page().locator("#log .own.waiting").count() == 0);
            show(chat, language, "made-up places", places());
            look(chat.page(), language, name + "places");
            show(chat, language, "made-up dangers", ticks());
            look(chat.page(), language, name + "ticks");
            show(chat, language, LONG_WORD + " \u2066" + RECEIPT + "\u2069", List.of());
            assertReadInOrder(chat.page());
            look(chat.page(), language, name + "receipt");
        }
    }

    /** Twice as large letters, as a phone of somebody with weak eyes has them. */
    @ParameterizedTest
    @CsvSource({"ar", "ckb", "kmr", "en"})
    void standsWhereItShouldWithLargeLetters(String language) {
        try (BrowserContext screen = house.chromium().screen(360, 740)) {
            ChatScreen chat = new ChatScreen(screen, house.chat()).begins(language);
            chat.page().evaluate("document.documentElement.style.fontSize = '200%'");
            show(chat, language, "made-up dangers", ticks());
            look(chat.page(), language, language + "-large");
        }
    }

    @Test
    void noticesWhatStandsWrong() {
        try (BrowserContext screen = house.phone()) {
            ChatScreen chat = new ChatScreen(screen, house.chat()).begins("ar");
            show(chat, "ar", "\u2066" + RECEIPT + "\u2069", List.of());
            chat.page().evaluate("""
                    () => {
                      document.querySelector("#exit").style.position = "fixed";
                      document.querySelector("#exit").style.top = "-90px";
                      for (const one of document.querySelectorAll(".said")) one.style.alignSelf = "flex-end";
                      const small = document.createElement("button");
                      small.style.cssText = "min-width:0;min-height:0;width:20px;height:20px;position:fixed;left:-10px";
                      document.body.append(small);
                      const wide = document.createElement("div");
                      wide.style.cssText = "width:900px;height:1px;flex:none";
                      document.querySelector("#log").append(wide);
                      const number = document.querySelector(".number");
                      number.dir = "rtl";
                      number.innerHTML = number.textContent.split(" ").map((part) => `<bdi>${part}</bdi>`).join(" ");
                      number.style.unicodeBidi = "bidi-override";
                    }
                    """);
            assertThat(String.join("; ", wrong(chat.page(), "rtl")))
                    .contains("the conversation is wider than the screen")
                    .contains("small:")
                    .contains("beyond the edge")
                    .contains("the way out is not in sight")
                    .contains("said, on the wrong side");
        }
    }

    private void show(ChatScreen chat, String language, String text, List<OutgoingChoice> choices) {
        int before = chat.page().locator("#log .said").count();
        house.shows(chat, language, text, choices.toArray(OutgoingChoice[]::new));
        chat.page().waitForCondition(() -> chat.page().locator("#log .said").count() > before);
    }

    private static void look(Page page, String language, String name) {
        page.waitForFunction("document.fonts.status === 'loaded'");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "web", name + ".png")));
        assertThat(wrong(page, language.equals("en") ? "ltr" : "rtl")).as(name).isEmpty();
    }

    private static List<String> wrong(Page page, String direction) {
        List<String> wrong = new ArrayList<>();
        ((List<?>) page.evaluate(MEASURE, direction)).forEach(one -> wrong.add(String.valueOf(one)));
        return wrong;
    }

    private static void assertReadInOrder(Page page) {
        List<Double> places = new ArrayList<>();
        ((List<?>) page.evaluate(GROUPS, RECEIPT)).forEach(place -> places.add(((Number) place).doubleValue()));
        assertThat(places).hasSize(RECEIPT.split(" ").length).isSorted();
    }

    private static List<OutgoingChoice> places() {
        List<OutgoingChoice> choices = new ArrayList<>();
        for (int place = 1; place <= 19; place++) {
            choices.add(BrowserHouse.choice("p" + place, "سەڵاحەدین " + place));
        }
        choices.addAll(moves());
        return choices;
    }

    private static List<OutgoingChoice> ticks() {
        List<OutgoingChoice> choices = new ArrayList<>(List.of(
                BrowserHouse.choice("a", "✓ " + LONG_WORD),
                BrowserHouse.choice("b", "مۆبایل یان پارەم لێ دەسێنێت و ناهێڵێت بچمە دەرەوە"),
                BrowserHouse.choice("c", "✓ لێدان"),
                BrowserHouse.choice("done", "تەواو")));
        choices.addAll(moves());
        return choices;
    }

    private static List<OutgoingChoice> moves() {
        return List.of(
                BrowserHouse.choice("m-skip", "تێپەڕاندن"),
                BrowserHouse.choice("m-help", "یارمەتی"),
                BrowserHouse.choice("m-exit", "دەرچوون"),
                BrowserHouse.choice("m-more", "زیاتر"));
    }
}
