package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The web chat for somebody with a keyboard alone, a screen reader or weak eyes: every kind of view in every language,
 * light and dark, without one fault of any weight that axe knows.
 */
@ExtendWith(SharedHouse.class)
class WebAccessIT {

    private final BrowserHouse house;

    WebAccessIT(BrowserHouse house) {
        this.house = house;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "kmr", "en"})
    void noViewKeepsAnybodyOut(String language) {
        try (BrowserContext phone = house.phone()) {
            ChatScreen screen = new ChatScreen(phone, house.chat()).opens();
            assertOpenToAll(screen, "greeting");
            screen.begins(language);
            assertOpenToAll(screen, "question");
            screen.page().locator("#clip").click();
            assertThat(focused(screen.page())).isEqualTo("sound");
            assertOpenToAll(screen, "what may be sent");
            screen.page().keyboard().press("Shift+Tab");
            screen.page().locator("#clip").click();
            assertThat(focused(screen.page())).isEqualTo("clip");
            screen.taps("safe").taps("agree").taps("danger");
            assertOpenToAll(screen, "filed, asked on");
            screen.taps("m-more");
            assertOpenToAll(screen, "more");
            screen.taps("p-on").taps("m-help");
            assertOpenToAll(screen, "help");
            screen.taps("p-on").until("page");
            assertOpenToAll(screen, "places");
            screen.until("show").taps("show");
            assertOpenToAll(screen, "receipt");
            house.shows(
                    screen,
                    language,
                    "made-up ticks",
                    BrowserHouse.choice("a", "\u2713 made-up"),
                    BrowserHouse.choice("b", "made-up, too"),
                    BrowserHouse.choice("done", "made-up end"));
            screen.page().locator(".tick").first().waitFor();
            assertOpenToAll(screen, "ticks");
            phone.setOffline(true);
            screen.page().locator("#words").fill("made-up words");
            screen.page().locator("#send").click();
            screen.page().locator("#notice:not(:empty)").waitFor();
            assertOpenToAll(screen, "offline");
            phone.setOffline(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "kmr", "en"})
    void theHarmlessPageAfterExitKeepsNobodyOut(String language) {
        try (BrowserContext phone = house.phone()) {
            ChatScreen screen =
                    new ChatScreen(phone, house.chat()).begins(language).taps("m-exit");
            assertThat(screen.page().locator("#log > *").count()).isEqualTo(1);
            assertOpenToAll(screen, "decoy");
        }
    }

    private static void assertOpenToAll(ChatScreen screen, String view) {
        for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            screen.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            assertThat(Axe.faults(screen.page())).as(view + ", " + colours).isEmpty();
            assertThat(pale(screen.page())).as(view + ", " + colours).isEmpty();
        }
    }

    /** Words that stand out too little from their ground; axe passes over some of them. */
    private static List<String> pale(Page page) {
        return ((List<?>) page.evaluate("""
                () => {
                  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
                  const light = (colour) => parts(colour).slice(0, 3).map((one) => one / 255)
                    .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
                  const ground = (one) => {
                    const colour = getComputedStyle(one).backgroundColor;
                    return parts(colour)[3] === 0 && one.parentElement ? ground(one.parentElement) : colour;
                  };
                  return [...document.querySelectorAll(".words, .state, #notice, .choices button, #exit, #begin button, .hello span")]
                    .filter((one) => one.getClientRects().length && one.textContent.trim())
                    .filter((one) => {
                      const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
                      return (a + 0.05) / (b + 0.05) < 4.5;
                    })
                    .map((one) => one.outerHTML.slice(0, 120));
                }
                """)).stream().map(String::valueOf).toList();
    }

    /** The look has to bite, on this very page. */
    @Test
    void noticesAFaultInTheChat() {
        try (BrowserContext phone = house.phone()) {
            ChatScreen screen = new ChatScreen(phone, house.chat()).begins("ar");
            screen.page().evaluate("""
                    () => {
                      document.querySelector("#words").removeAttribute("aria-label");
                      document.querySelector("#words").removeAttribute("placeholder");
                      document.querySelector("#send").removeAttribute("aria-label");
                      document.querySelector(".said .words").style.color = "#ddd";
                    }
                    """);
            assertThat(Axe.faults(screen.page()).stream().map(Axe.Fault::rule)).contains("label", "button-name");
            assertThat(pale(screen.page())).singleElement().asString().contains("words");
        }
    }

    /** From the first page to the fourth question without a mouse; nobody has to look for where they are. */
    @Test
    void theKeyboardAloneIsEnough() {
        try (BrowserContext phone = house.phone()) {
            Page page = new ChatScreen(phone, house.chat()).opens().page();
            page.locator("#begin button:enabled").first().waitFor();
            presses(page, "Tab", 4);
            assertThat(focused(page)).isEqualTo("kmr");
            page.keyboard().press("Enter");
            for (String answer : new String[] {"safe", "agree", "calm"}) {
                page.locator("#log .choices button[value='" + answer + "']").waitFor();
                walksTo(page, answer);
                page.keyboard().press("Enter");
                page.locator("#log .choices button[value='" + answer + "']")
                        .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
                assertThat(focused(page)).as("after " + answer).isEqualTo("log");
            }
            page.keyboard().type("made-up words");
            assertThat(focused(page)).isEqualTo("words");
            page.keyboard().press("Enter");
            page.getByText("made-up words").waitFor();
            assertThat(focused(page)).isEqualTo("words");
        }
    }

    /** From the field back into the conversation, or onward in it. */
    private static void walksTo(Page page, String answer) {
        if (focused(page).equals("words")) {
            page.locator("#log").focus();
        }
        for (int step = 0; step < 12 && !focused(page).equals(answer); step++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).isEqualTo(answer);
    }

    private static void presses(Page page, String key, int times) {
        for (int time = 0; time < times; time++) {
            page.keyboard().press(key);
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.id || document.activeElement.value"));
    }

    /** What a screen reader is told: one live conversation, each question the name of its answers, states as states. */
    @Test
    void saysWhatItIs() {
        try (BrowserContext phone = house.phone()) {
            ChatScreen screen = new ChatScreen(phone, house.chat()).begins("ckb");
            Page page = screen.page();
            assertThat(page.locator("#log[role=log][aria-live=polite][aria-label]")
                            .count())
                    .isEqualTo(1);
            assertThat(page.locator("#notice[role=status]").count()).isEqualTo(1);
            assertThat(page.evaluate("""
                    () => {
                      const group = document.querySelector("#log .said.asks .choices[role=group]");
                      return document.getElementById(group.getAttribute("aria-labelledby")).textContent;
                    }
                    """))
                    .isEqualTo(page.locator("#log .said.asks .words").last().textContent());
            assertThat(page.locator("#log .said").last().getAttribute("lang")).isEqualTo("ckb");
            house.shows(
                    screen,
                    "ckb",
                    "made-up ticks",
                    BrowserHouse.choice("a", "\u2713 made-up"),
                    BrowserHouse.choice("b", "made-up, too"),
                    BrowserHouse.choice("done", "made-up end"));
            page.locator(".tick").first().waitFor();
            assertThat(page.locator(".tick[aria-pressed=true]").innerText()).isEqualTo("made-up");
            assertThat(page.locator(".tick[aria-pressed=false]").innerText()).isEqualTo("made-up, too");
        }
    }
}
