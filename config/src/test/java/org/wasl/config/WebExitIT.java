package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Away from the web chat in an instant, and what is left of it then; and a tab that was closed and is opened again. */
@ExtendWith(SharedHouse.class)
class WebExitIT {

    private static final String MARKER = "marker-words-4e1c";

    private final BrowserHouse house;

    WebExitIT(BrowserHouse house) {
        this.house = house;
    }

    @ParameterizedTest
    @ValueSource(strings = {"button", "Escape", "Shift"})
    void leavesNothingBehind(String how) {
        try (BrowserContext phone = house.phone()) {
            ChatScreen screen =
                    new ChatScreen(phone, house.chat()).begins("ckb").taps("safe");
            Page page = screen.page();
            page.locator("#words").fill(MARKER);

            leaves(page, how);

            page.waitForURL(house.exitTo().toString());
            assertThat(house.referrer()).isEmpty();
            PathWorld.await(
                    "the session to end",
                    () -> phone.cookies(house.chat().toString()).isEmpty() ? true : null);
            page.goBack();
            assertThat(page.url()).doesNotContain(house.chat().getAuthority());
            page.goForward();
            assertThat(page.url()).isEqualTo(house.exitTo().toString());
            assertThat(phone.storageState()).doesNotContain("127.0.0.1").doesNotContain(MARKER);

            assertBeginsAsIfNobodyHadBeenHere(phone);
        }
    }

    private void assertBeginsAsIfNobodyHadBeenHere(BrowserContext phone) {
        ChatScreen again = new ChatScreen(phone, house.chat()).begins("ckb");
        assertThat(again.options()).contains("safe");
        assertThat(again.page().locator("#log .said").count()).isEqualTo(1);
        assertThat(again.page().locator("#words").inputValue()).isEmpty();
        again.assertNothingKept();
    }

    /** The other site takes its time on a slow network: in the same instant the screen is empty already. */
    @ParameterizedTest
    @ValueSource(strings = {"button", "Escape", "Shift"})
    void isBlankInTheSameInstant(String how) {
        try (BrowserContext phone = house.phone()) {
            Page page = new ChatScreen(phone, house.chat()).begins("ar").page();
            page.locator("#words").fill(MARKER);
            Object shown = page.evaluate("""
                    (how) => {
                      if (how === "button") document.querySelector("#exit").click();
                      for (let left = how === "Shift" ? 3 : how === "Escape" ? 1 : 0; left; left--) {
                        document.querySelector("#words").dispatchEvent(new KeyboardEvent("keydown", { key: how, bubbles: true }));
                      }
                      return [document.body.innerText.trim(), document.title, document.querySelector("#words").value,
                        document.querySelector("#log").childElementCount,
                        [...document.body.children].filter((one) => one.getClientRects().length).length].join("/");
                    }
                    """, how);
            assertThat(shown).isEqualTo("///0/0");
            page.waitForURL(house.exitTo().toString());
            house.referrer();
        }
    }

    @Test
    void capitalLettersAreNoWayOut() {
        try (BrowserContext phone = house.phone()) {
            Page page = new ChatScreen(phone, house.chat()).begins("en").page();
            page.locator("#words").focus();
            for (String key : List.of("Shift+A", "Shift+B", "Shift+C", "Shift", "Shift", "d", "Shift")) {
                page.keyboard().press(key);
            }
            assertThat(page.url()).startsWith(house.chat().toString());
            assertThat(page.locator("#words").inputValue()).isEqualTo("ABCd");
        }
    }

    /** A tab that was killed, on a phone that somebody else holds now: a greeting like any, and no word before a tap. */
    @Test
    void aClosedTabShowsNothingBeforeATap() {
        try (BrowserContext phone = house.phone()) {
            ChatScreen before =
                    new ChatScreen(phone, house.chat()).begins("kmr").taps("safe");
            String asked = before.page().locator("#log .said .words").last().innerText();
            before.page().close();

            Page page = phone.newPage();
            List<String> requested = new CopyOnWriteArrayList<>();
            page.onRequest(request -> requested.add(request.url()));
            ChatScreen after = new ChatScreen(page, house.chat()).opens();
            page.waitForLoadState();
            assertThat(page.locator("#chat").isVisible()).isFalse();
            assertThat(page.locator("#log").innerHTML()).isEmpty();
            assertThat(page.locator("body").innerText()).doesNotContain(asked);
            assertThat(requested).noneMatch(url -> url.contains("/chat/"));
            String greeting = page.locator("#start").innerText();

            after.begins("en");
            // What was said comes back line by line.
            page.waitForCondition(
                    () -> asked.equals(page.locator("#log .said .words").last().innerText()));
            try (BrowserContext stranger = house.phone()) {
                Page first = new ChatScreen(stranger, house.chat()).opens().page();
                assertThat(first.locator("#start").innerText()).isEqualTo(greeting);
            }
        }
    }

    @Test
    void thePlaceIsKeptForAQuarterOfAnHourAtMost() {
        try (BrowserContext phone = house.phone()) {
            new ChatScreen(phone, house.chat()).begins("ar").taps("safe");
            List<Cookie> cookies = phone.cookies(house.chat().toString());
            assertThat(cookies).singleElement().satisfies(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                Instant end = Instant.ofEpochSecond(cookie.expires.longValue());
                assertThat(end)
                        .isBefore(Instant.now().plus(Duration.ofMinutes(15)).plusSeconds(5));
            });
        }
    }

    /** Nothing offers to put the chat on the home screen, where it would be found. */
    @Test
    void nothingOffersToInstallIt() {
        try (BrowserContext phone = house.phone()) {
            Page page = new ChatScreen(phone, house.chat()).opens().page();
            assertThat(page.locator("link[rel=manifest], link[rel*=icon], meta[name*=web-app]")
                            .count())
                    .isZero();
            assertThat(page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"))
                    .isEqualTo(0);
        }
    }

    private static void leaves(Page page, String how) {
        if (how.equals("button")) {
            page.locator("#exit").click(new com.microsoft.playwright.Locator.ClickOptions().setNoWaitAfter(true));
            return;
        }
        for (int pressed = how.equals("Shift") ? 3 : 1; pressed > 0; pressed--) {
            page.keyboard().press(how);
        }
    }
}
