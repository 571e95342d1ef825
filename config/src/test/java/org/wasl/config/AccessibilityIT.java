package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of page in a real browser, looked at by axe: nothing that keeps somebody with a screen reader, a keyboard
 * or weak eyes out. What a person has to judge (is the text plain, does the order make sense) it does not see.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {

    private static final List<String> KEEPS_PEOPLE_OUT = List.of("serious", "critical");

    @TempDir
    static Path data;

    private @Nullable House started;
    private @Nullable Chromium installed;

    @BeforeAll
    void start() {
        started = House.start("--wasl.data=" + data, "--wasl.bot.port=0", "--wasl.staff.port=0");
        installed = new Chromium();
        try (BrowserContext phone = chromium().screen(360, 740)) {
            untilTheReceiptIsOffered(phone.newPage(), "ar");
        }
    }

    @AfterAll
    void stop() {
        chromium().close();
        house().close();
    }

    @Test
    void theSignInKeepsNobodyOut() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = screen.newPage();
            for (String path : List.of("/sign-in", "/join", "/no-such-page")) {
                page.navigate(console(path));
                assertThat(faults(page)).as(path).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor, /queue, ar",
        "supervisor, /queue, en",
        "supervisor, /account, ckb",
        "supervisor, /audit, ar",
        "supervisor, /queue, ckb",
        "supervisor, /queue, kmr",
        "supervisor, /queue?list=BREACHED, ar",
        "supervisor, /wallboard, ar",
        "supervisor, /wallboard, kmr",
        "supervisor, /care, ckb",
        "supervisor, /care, en",
        "supervisor, /my-work, ckb",
        "officer, /my-work, ar",
        "administrator, /staff, ar",
        "administrator, /staff, kmr",
        "administrator, /audit, en"
    })
    void aPageOfTheConsoleKeepsNobodyOut(String role, String path, String language) {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = signedIn(screen, role, language);
            page.navigate(console(path));
            assertThat(page.url()).endsWith(path);
            assertThat(faults(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "kmr", "en"})
    void aCaseKeepsNobodyOut(String language) {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = signedIn(screen, "supervisor", language);
            page.navigate(console("/queue"));
            page.locator("a[href*='/cases/']").first().click();
            page.waitForURL("**/cases/*");
            // What is folded away is read as well.
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            assertThat(faults(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queue", "/wallboard", "/care", "/my-work"})
    void aPageOnAPhoneKeepsNobodyOut(String path) {
        try (BrowserContext phone = chromium().screen(360, 740)) {
            Page page = signedIn(phone, "supervisor", "kmr");
            page.navigate(console(path));
            assertThat(faults(page)).isEmpty();
        }
    }

    /** From the queue to the reply and back, and no pointer. Keys go by their place, so the layout does not matter. */
    @Test
    void aWholeTriageGoesByKeyboardAlone() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = signedIn(screen, "operator", "ar");
            page.navigate(console("/queue"));
            page.waitForSelector("[data-live].on");
            pressOnAnArabicLayout(page, "KeyJ", "ت");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("cover");
            page.keyboard().press("Enter");
            page.waitForURL("**/cases/*");

            page.keyboard().press("KeyC");
            page.waitForURL("**/cases/*?told=claimed");

            page.keyboard().press("KeyN");
            page.keyboard().type("سمعت صوت طفل");
            page.keyboard().press("Escape");
            assertThat(page.locator("details[data-open='KeyN'] textarea").inputValue())
                    .isEqualTo("سمعت صوت طفل");
            page.keyboard().press("KeyN");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/cases/*?told=noted");

            page.keyboard().press("KeyW");
            page.keyboard().type("نوصل خلال 5 دقايق");
            page.waitForSelector("[data-care-box] input[name=care]");
            page.keyboard().press("Control+A");
            page.keyboard().press("Delete");
            page.keyboard().press("Escape");
            page.keyboard().press("KeyI");
            page.waitForCondition(
                    () -> page.locator("[data-care-box] input[name=care]").count() == 0);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/cases/*?told=sent");

            page.keyboard().press("Shift+Slash");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            page.keyboard().press("Escape");
            page.keyboard().press("KeyG");
            page.keyboard().press("KeyQ");
            page.waitForURL("**/queue");
            page.keyboard().press("Slash");
            page.keyboard().type("بغداد");
            page.keyboard().press("Enter");
            page.waitForURL("**/queue?governorate=BG");
        }
    }

    private static void pressOnAnArabicLayout(Page page, String code, String key) {
        page.evaluate(
                "([code, key]) => document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true }))",
                List.of(code, key));
    }

    @Test
    void theDemonstrationKeepsNobodyOut() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = screen.newPage();
            page.navigate(console("/demonstration"));
            assertThat(faults(page)).isEmpty();
        }
    }

    /** The look itself has to bite, on a page that is well. */
    @Test
    void noticesWhatKeepsPeopleOut() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = screen.newPage();
            page.navigate(console("/sign-in"));
            page.evaluate("""
                    () => {
                      const planted = document.createElement("div");
                      planted.innerHTML = '<img src="/favicon.ico"><input type="text"><button></button><p>grey</p>';
                      document.querySelector("main, body").append(planted);
                      const words = planted.querySelector("p");
                      words.style.color = "#aaa";
                      words.style.background = "#bbb";
                    }
                    """);
            assertThat(faults(page).stream().map(Axe.Fault::rule))
                    .contains("image-alt", "label", "button-name", "color-contrast");
        }
    }

    private Page signedIn(BrowserContext screen, String role, String language) {
        Page page = screen.newPage();
        page.navigate(console("/demonstration/sign-in/" + role));
        Locator button = page.locator("form[action*='demonstration/sign-in'] button");
        if (button.count() > 0) {
            button.first().click();
        }
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.locator("button[name='to'][value='" + language + "']").first().evaluate("button => button.click()");
        page.waitForCondition(() -> language.equals(page.locator("html").getAttribute("lang")));
        return page;
    }

    /** Begins, and says that there is danger now. */
    private void untilTheReceiptIsOffered(Page page, String language) {
        new ChatScreen(page, house().settings().bot().uri())
                .begins(language)
                .taps("safe")
                .taps("agree")
                .taps("danger");
    }

    private static List<Axe.Fault> faults(Page page) {
        return Axe.faults(page).stream()
                .filter(fault -> KEEPS_PEOPLE_OUT.contains(fault.impact()))
                .toList();
    }

    private String console(String path) {
        return house().settings().staff().uri() + path;
    }

    private House house() {
        return Objects.requireNonNull(started);
    }

    private Chromium chromium() {
        return Objects.requireNonNull(installed);
    }
}
