package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.admin.officer.OneTimeSignIn;

/**
 * Every kind of page in a real browser, looked at by axe: nothing that keeps somebody with a screen reader, a keyboard
 * or weak eyes out. What a person has to judge (is the text plain, does the order make sense) it does not see.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {

    private static final List<String> SEATS =
            List.of("supervisor", "operator", "administrator", "coordinator", "auditor", "officer");

    private static final List<Integer> PHONES = List.of(390, 360);

    private static final String UNFOLD =
            "document.querySelectorAll('details:not(.menu)').forEach((one) => { one.open = true; })";

    @TempDir
    static Path data;

    private final Map<String, String> reachable = new LinkedHashMap<>();
    private String number = "";

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

    /**
     * Every page the node routes, in every language, as somebody who may see it: nothing keeps anybody out, nothing is
     * wider than a phone, and whoever looks is named on it. What is folded away is read as well.
     */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "kmr", "en"})
    void everyPageKeepsNobodyOutAndFitsAPhone(String language) {
        List<String> faults = new ArrayList<>();
        Map<String, BrowserContext> seats = seats(language);
        try {
            pages().forEach((path, seat) ->
                    faults.addAll(look(Objects.requireNonNull(seats.get(seat)), path, language)));
        } finally {
            seats.values().forEach(BrowserContext::close);
        }
        assertThat(faults).isEmpty();
    }

    /** A page nobody is led to is looked at by nobody either, so the list itself has to hold what is known to be there. */
    @Test
    void thePagesAreThoseTheNodeRoutes() {
        assertThat(pages().keySet())
                .contains("/queue", "/wallboard", "/care", "/alerts", "/calls/new", "/account", "/staff", "/audit")
                .contains("/cases/" + number())
                .doesNotContain("/queue/rows", "/live")
                .hasSizeGreaterThan(14);
    }

    private Map<String, String> pages() {
        if (reachable.isEmpty()) {
            Map<String, BrowserContext> seats = seats("ar");
            Map<String, APIRequestContext> asking = new LinkedHashMap<>();
            seats.forEach((seat, screen) -> asking.put(seat, screen.request()));
            List<String> paths = ConsoleRoutes.of(
                            Objects.requireNonNull(house().admin()).spring())
                    .paths(Map.of("number", number()));
            reachable.putAll(ConsoleRoutes.reachable(paths, console(""), asking));
            seats.values().forEach(BrowserContext::close);
        }
        return reachable;
    }

    /** Everybody of the demonstration, each before a screen of their own. */
    private Map<String, BrowserContext> seats(String language) {
        Map<String, BrowserContext> seats = new LinkedHashMap<>();
        for (String seat : SEATS) {
            BrowserContext screen = chromium().screen(1366, 768);
            signedIn(screen, seat, language);
            seats.put(seat, screen);
        }
        return seats;
    }

    private List<String> look(BrowserContext screen, String path, String language) {
        Page page = screen.pages().getFirst();
        page.setViewportSize(1366, 768);
        page.navigate(console(path));
        page.evaluate(UNFOLD);
        List<String> faults = new ArrayList<>();
        Axe.faults(page).forEach(fault -> faults.add(language + " " + path + " " + fault));
        for (int width : PHONES) {
            page.setViewportSize(width, 740);
            int wide = ((Number) page.evaluate("document.scrollingElement.scrollWidth")).intValue();
            if (wide > width) {
                faults.add(language + " " + path + ": " + wide + " wide on a phone of " + width);
            }
        }
        if (page.locator(".watermark span").count() == 0) {
            faults.add(language + " " + path + ": nobody is named on it");
        }
        return faults;
    }

    private String number() {
        if (number.isEmpty()) {
            try (BrowserContext screen = chromium().screen(1366, 768)) {
                Page page = signedIn(screen, "supervisor", "ar");
                page.navigate(console("/queue"));
                String link = page.locator("a[href*='/cases/']").first().getAttribute("href");
                number = link.substring(link.lastIndexOf('/') + 1);
            }
        }
        return number;
    }

    /**
     * From the queue to the reply and back on an Arabic keyboard, and no pointer: each key sends the Arabic letter that
     * stands on it, and is known by its place.
     */
    @Test
    void aWholeTriageGoesByAnArabicKeyboardAlone() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = signedIn(screen, "operator", "ar");
            ArabicKeyboard keys = new ArabicKeyboard(page);
            page.navigate(console("/queue"));
            page.waitForSelector("[data-live].on");
            keys.press("KeyJ");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("cover");
            page.keyboard().press("Enter");
            page.waitForURL("**/cases/*");

            keys.press("KeyC");
            page.waitForURL("**/cases/*?told=claimed");

            keys.press("KeyN");
            page.keyboard().type("سمعت صوت طفل");
            page.keyboard().press("Escape");
            assertThat(page.locator("details[data-open='KeyN'] textarea").inputValue())
                    .isEqualTo("سمعت صوت طفل");
            keys.press("KeyN");
            send(page, "noted");

            keys.press("KeyD");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("what");
            page.keyboard().press("Tab");
            page.keyboard().type("01012030");
            page.keyboard().press("Tab");
            page.keyboard().type("0930");
            page.locator("details[data-open='KeyD'] input[name=due]").fill("2030-01-01T09:30");
            page.locator("details[data-open='KeyD'] button").press("Enter");
            page.waitForURL("**/cases/*?told=*");

            keys.press("KeyW");
            page.keyboard().type("نوصل خلال 5 دقايق");
            page.waitForSelector("[data-care-box] input[name=care]");
            page.keyboard().press("Control+A");
            page.keyboard().press("Delete");
            page.keyboard().press("Escape");
            keys.press("KeyI");
            page.waitForCondition(
                    () -> page.locator("[data-care-box] input[name=care]").count() == 0);
            send(page, "sent");

            keys.pressShifted("Slash");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            page.keyboard().press("Escape");
            keys.press("KeyG");
            keys.press("KeyQ");
            page.waitForURL("**/queue");
            keys.press("Slash");
            page.keyboard().type("بغداد");
            page.keyboard().press("Enter");
            page.waitForURL("**/queue?governorate=BG");
        }
    }

    /** Leaves the field for the button after it, and presses that. */
    private static void send(Page page, String told) {
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/cases/*?told=" + told);
    }

    /** Nothing is printed before it stands in the case's history, and then the case alone. */
    @Test
    void aCaseIsPrintedOnRecordAndNothingElseIs() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = signedIn(screen, "supervisor", "ckb");
            page.navigate(console("/cases/" + number()));
            page.evaluate("window.print = () => {}");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("body").isVisible()).isFalse();
            page.locator("[data-print-case]").evaluate("button => button.click()");
            page.waitForSelector("body.printing");
            assertThat(page.locator(".transcript").first().isVisible()).isTrue();
            assertThat(page.locator(".watermark").isVisible()).isTrue();
            assertThat(page.locator("form.reply").first().isVisible()).isFalse();
        }
    }

    /** The steps of a sign-in keep nobody out either, in a browser that asks for a finger as browsers do. */
    @Test
    void aPasskeyIsMadeAndStandsForTheSecondStepAndUncoversTheScreen() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            StaffScreen shirin =
                    new StaffScreen(screen, house().settings().staff().uri()).withADevice();
            String invitation = Objects.requireNonNull(house().admin())
                    .spring()
                    .getBean(OneTimeSignIn.class)
                    .pathForFirstAdministrator()
                    .orElseThrow();
            shirin.joins(invitation).makesAPasskey();
            assertThat(faults(shirin.page())).as("codes on paper").isEmpty();
            shirin.setsUpNumbers().leaves();

            shirin.typesThePassword();
            assertThat(faults(shirin.page())).as("the second step").isEmpty();
            shirin.takesAPasskey().arrivesAt("/account");

            shirin.page().clock().install();
            shirin.opens("/staff").isLeftAlone(Duration.ofMinutes(14));
            assertThat(shirin.page().locator("body.covered").count()).isZero();
            shirin.isLeftAlone(Duration.ofMinutes(2));
            shirin.page().waitForSelector("body.covered");
            assertThat(shirin.page().locator("table").count()).isZero();
            assertThat(faults(shirin.page())).as("the cover").isEmpty();
            shirin.takesAPasskey().arrivesAt("/staff");
            shirin.page().waitForSelector("main table");

            shirin.leaves().typesThePassword().typesTheNextNumber().arrivesAt("/account");
            shirin.leaves().opens("/sign-in").takesAPasskey().arrivesAt("/staff");
        }
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
        return Axe.faults(page);
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
