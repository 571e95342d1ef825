package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web chat on a cheap phone far from the next mast: what it weighs, and what it can do before all of it is there. */
@ExtendWith(SharedHouse.class)
class WebWeightIT {

    private static final int FIRST_LOAD = 100 * 1024;
    private static final int TURN = 1024;

    /** Every letter, number and mark that Arabic, Sorani and Badini are written with here. */
    private static final List<String> LETTERS = List.of(
            "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ء آ أ إ ؤ ئ ى ة",
            "ئ ا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن و ۆ ه ە ی ێ ھ",
            "ئێستا ڕۆژ وەڵام ژڤان گۆڤار چەپ پێشمەرگە ئەڤرۆ سڵاو",
            "٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789",
            "، ؛ ؟ . : ! « » ( ) … ـ + - / @ _",
            "مُحَمَّدٌ كِتابٍ بيتًا سْ");

    private final BrowserHouse house;

    WebWeightIT(BrowserHouse house) {
        this.house = house;
    }

    @Test
    void theFirstLoadIsLight() throws IOException {
        try (BrowserContext phone = house.phone()) {
            Page page = phone.newPage();
            Wire wire = new Wire(page);
            new ChatScreen(page, house.chat()).opens();
            page.waitForCondition(() -> wire.finished("/chat.woff2"));
            page.waitForCondition(() -> wire.finished("/chat.js") && wire.finished("/chat.css"));
            note("first load", wire.moved());
            assertThat(wire.moved().down()).isPositive().isLessThan(FIRST_LOAD);
        }
    }

    /** Each way: a tap and its acknowledgement, and the next question as it comes down the stream. */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "kmr", "en"})
    void aTurnIsLight(String language) throws IOException {
        try (BrowserContext phone = house.phone()) {
            Page page = phone.newPage();
            Wire wire = new Wire(page);
            ChatScreen screen = new ChatScreen(page, house.chat()).begins(language);
            Wire.Moved before = wire.moved();
            for (String option : List.of("safe", "agree", "calm")) {
                screen.taps(option);
                page.waitForCondition(() -> page.locator("#log .own.waiting").count() == 0);
            }
            Wire.Moved turns = wire.moved().since(before);
            note(language + ", three turns", turns);
            // The browser tells of a packet when it likes: three turns are counted together.
            assertThat(turns.up() / 3).as("up").isPositive().isLessThan(TURN);
            assertThat(turns.down() / 3).as("down").isPositive().isLessThan(TURN);
            assertThat(turns.lines()).isPositive();
        }
    }

    /** Before the script came: nothing that a tap would be lost on, and a way out. */
    @Test
    void offersNothingItCannotDoYet() {
        try (BrowserContext phone = house.phone()) {
            Page page = phone.newPage();
            page.route("**/chat.js", route -> route.abort());
            new ChatScreen(page, house.chat()).opens();
            assertThat(page.locator("#begin button:enabled").count()).isZero();
            page.locator("#exit").click();
            page.waitForURL(house.exitTo().toString());
            assertThat(house.referrer()).isEmpty();
        }
    }

    @Test
    void canBeUsedOnASlowNetworkBeforeTheFontIsThere() {
        try (BrowserContext phone = house.phone()) {
            Page page = phone.newPage();
            Wire wire = new Wire(page).slowTwoG();
            page.route("**/chat.woff2", route -> {});
            ChatScreen screen = new ChatScreen(page, house.chat());
            page.navigate(
                    house.chat().toString(),
                    new Page.NavigateOptions().setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT));
            page.locator("#begin button[value='ckb']").click();
            page.locator("#log .choices")
                    .last()
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(60_000));
            assertThat(screen.taps("safe").options()).contains("agree");
            assertThat(wire.finished("/chat.woff2")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "kmr"})
    void isWholeWithoutTheFont(String language) {
        try (BrowserContext phone = house.phone()) {
            Page page = phone.newPage();
            page.route("**/chat.woff2", route -> route.abort());
            new ChatScreen(page, house.chat())
                    .begins(language)
                    .taps("safe")
                    .taps("agree")
                    .taps("calm");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(page.locator("#exit").isVisible()).isTrue();
        }
    }

    /** Drawn from our own file to the last letter: a letter from elsewhere in a word does not join its neighbours. */
    @Test
    void theFontHasEveryLetter() {
        try (BrowserContext phone = house.phone()) {
            Page page = phone.newPage();
            Wire wire = new Wire(page);
            ChatScreen screen = new ChatScreen(page, house.chat()).begins("ckb");
            page.evaluate("document.fonts.load('16px Vazirmatn')");
            for (String letters : LETTERS) {
                house.shows(screen, "ckb", letters);
                page.getByText(letters).waitFor();
                assertThat(wire.drawnWith("#log .said:last-child .words"))
                        .as(letters)
                        .allMatch(family -> family.startsWith("Vazirmatn"));
            }
            house.shows(screen, "ckb", "ж");
            page.getByText("ж").waitFor();
            assertThat(wire.drawnWith("#log .said:last-child .words"))
                    .noneMatch(family -> family.startsWith("Vazirmatn"));
        }
    }

    private static void note(String what, Wire.Moved moved) throws IOException {
        Path notes = Files.createDirectories(Path.of("target", "web")).resolve("weight.txt");
        Files.writeString(
                notes,
                what + ": " + moved.up() + " bytes up, " + moved.down() + " down, " + moved.lines()
                        + " of them lines\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
