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

    /** Routes of one thing each of which there is none yet: nothing was decided, came to its end or was released. */
    private static final Map<String, String> NOT_ON_A_FIRST_DAY = Map.of(
            "/handovers/{id}", "no shift ends while an urgent case waits, as one does here",
            "/meetings/{id}/cases/{number}/words", "a piece of the page of that case",
            "/demonstration/sign-in/{role}", "one button, passed on the way to each seat; nobody is signed in yet",
            "/cases/{number}/outside/bundle/{id}", "nothing was handed over yet",
            "/retention/lists/{id}", "no closed case has come to its day",
            "/statistics/{period}", "no quarter was released",
            "/statistics/{period}/table", "no quarter was released");

    @TempDir
    static Path data;

    private final Map<String, String> reachable = new LinkedHashMap<>();
    private final Map<String, BrowserContext> seats = new LinkedHashMap<>();
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
                assertThat(Axe.faults(page)).as(path).isEmpty();
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
        Map<String, String> pages = pages();
        seats().values().forEach(screen -> {
            Page page = screen.pages().getFirst();
            page.navigate(console("/account"));
            speaks(page, language);
        });
        pages.forEach((path, seat) -> faults.addAll(look(Objects.requireNonNull(seats().get(seat)), path, language)));
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

    /** A page of one thing is looked at as well, or it is said why there is none on a first day. */
    @Test
    void ofEachKindOfThingOnePageIsLookedAt() {
        List<String> seen = new ArrayList<>(pages().keySet());
        seen.removeAll(routes().paths(Map.of("number", number())));
        List<String> unseen = new ArrayList<>(routes().unfilled(Map.of("number", number())));
        unseen.removeIf(
                pattern -> seen.stream().anyMatch(path -> path.matches(pattern.replaceAll("\\{[a-z]+}", "[^/]+"))));
        assertThat(unseen).containsExactlyInAnyOrderElementsOf(NOT_ON_A_FIRST_DAY.keySet());
    }

    private Map<String, String> pages() {
        if (reachable.isEmpty()) {
            Map<String, APIRequestContext> asking = new LinkedHashMap<>();
            seats().forEach((seat, screen) -> asking.put(seat, screen.request()));
            List<String> paths = new ArrayList<>(routes().paths(Map.of("number", number())));
            paths.addAll(things());
            reachable.putAll(ConsoleRoutes.reachable(paths, console(""), asking));
        }
        return reachable;
    }

    private ConsoleRoutes routes() {
        return ConsoleRoutes.of(Objects.requireNonNull(house().admin()).spring());
    }

    /** One drill, meeting with a case on its agenda, session, colleague, partner: made or found as people do it. */
    private List<String> things() {
        String drill = sent(at("supervisor"), "/alerts", "/alerts/drills");
        String meeting = sent(at("supervisor"), "/meetings", "/meetings");
        return List.of(
                drill,
                meeting,
                meeting + "/cases/" + number(),
                sent(at("coordinator"), "/awareness", "/awareness"),
                linked(at("administrator"), "/staff"),
                linked(at("supervisor"), "/partners"));
    }

    private Page at(String seat) {
        return Objects.requireNonNull(seats().get(seat)).pages().getFirst();
    }

    /** Where the first thing of a list leads to. */
    private String linked(Page page, String list) {
        page.navigate(console(list));
        return path(page.locator("main a[href*='" + list + "/']")
                .first()
                .evaluate("link => link.href")
                .toString());
    }

    /** Sends a form of a page as it stands; where it leads to. */
    private String sent(Page page, String from, String action) {
        page.navigate(console(from));
        page.locator("form[method='post'][action$='" + action + "'] button")
                .first()
                .evaluate("button => button.click()");
        page.waitForURL(url -> path(url).startsWith(action + "/"));
        return path(page.url());
    }

    private String path(String url) {
        return url.substring(console("").length()).replaceFirst("[?#].*", "");
    }

    /** Everybody of the demonstration, each before a screen of their own, signed in once. */
    private Map<String, BrowserContext> seats() {
        if (seats.isEmpty()) {
            for (String seat : SEATS) {
                BrowserContext screen = chromium().screen(1366, 768);
                Axe.standsOn(screen);
                signedIn(screen, seat, "ar");
                seats.put(seat, screen);
            }
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
        String mark = String.valueOf(page.evaluate("document.querySelector('.watermark span')?.dataset.mark"));
        if (!mark.matches(".+ [0-9a-f]{8} \\d{4}-\\d{2}-\\d{2}")) {
            faults.add(language + " " + path + ": not said whose screen it is, and when: " + mark);
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

    /** What is only suspected is confirmed at its own level, and what is known is raised, by the same key. */
    @Test
    void aLevelIsRaisedOrConfirmedByAnArabicKeyboardAlone() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = signedIn(screen, "supervisor", "ckb");
            ArabicKeyboard keys = new ArabicKeyboard(page);
            String suspected = takesACall(page, "راح يكتلني اخوي", "");
            page.navigate(console("/queue?list=TO_CONFIRM"));
            page.waitForSelector("[data-live].on");
            keys.press("KeyJ");
            page.keyboard().press("Enter");
            page.waitForURL("**/cases/" + suspected);
            keys.press("KeyR");
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo("L1");
            page.keyboard().press("ArrowDown");
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo("L2");
            page.keyboard().press("Tab");
            page.keyboard().type("خوێندمەوە و ڕاستە");
            send(page, "raised");
            page.navigate(console("/queue?list=TO_CONFIRM"));
            assertThat(page.locator("[data-key='" + suspected + "']").count()).isZero();
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

    /** An open console is a way for alerts, whichever page is open; and a page without its session is covered. */
    @Test
    void anyOpenPageCallsAndIsCoveredOnceItsSessionIsOver() {
        try (BrowserContext screen = chromium().screen(1366, 768)) {
            Page page = signedIn(screen, "operator", "kmr");
            page.waitForResponse(console("/live"), () -> page.navigate(console("/account")));
            assertThat(page.locator("[data-alerted]").isVisible()).isFalse();
            Page other = screen.newPage();
            takesACall(other, "", "YES");
            page.waitForSelector("[data-alerted]:not([hidden])");
            page.waitForCondition(() -> page.title().startsWith("●"));
            other.locator("form[action$='/sign-out'] button").first().evaluate("button => button.click()");
            page.waitForSelector("body.ended");
            assertThat(page.locator("[data-ended]").isVisible()).isTrue();
        }
    }

    /** Enters what was told on the telephone. Gives the number of the case it becomes. */
    private String takesACall(Page page, String words, String dangerNow) {
        page.navigate(console("/calls/new"));
        page.fill("textarea[name=words]", words);
        page.selectOption("select[name=dangerNow]", dangerNow);
        page.check("input[name=agreed]");
        page.locator("[data-send-now]").click();
        page.waitForURL("**/cases/*?told=entered");
        return page.locator("main.case").getAttribute("data-number");
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
            assertThat(Axe.faults(shirin.page())).as("codes on paper").isEmpty();
            shirin.setsUpNumbers().leaves();

            shirin.typesThePassword();
            assertThat(Axe.faults(shirin.page())).as("the second step").isEmpty();
            shirin.takesAPasskey().arrivesAt("/account");

            shirin.page().clock().install();
            shirin.opens("/staff").isLeftAlone(Duration.ofMinutes(14));
            assertThat(shirin.page().locator("body.covered").count()).isZero();
            shirin.isLeftAlone(Duration.ofMinutes(2));
            shirin.page().waitForSelector("body.covered");
            assertThat(shirin.page().locator("table").count()).isZero();
            assertThat(Axe.faults(shirin.page())).as("the cover").isEmpty();
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
            assertThat(Axe.faults(page)).isEmpty();
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
            assertThat(Axe.faults(page).stream().map(Axe.Fault::rule))
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
        return speaks(page, language);
    }

    private static Page speaks(Page page, String language) {
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
