package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;

/** The web chat as the person before it sees it: one page in a real browser, what stands on it, what can be tapped. */
final class ChatScreen {

    /** The language on the first page, and the locale the bot speaks then. */
    static final Map<String, String> LOCALES = Map.of("ar", "ar-IQ", "ckb", "ckb", "kmr", "kmr-Arab", "en", "en");

    private static final int LONGEST_WAY = 60;
    private static final String OPEN = "#log .said.asks:has(.choices)";

    private final Page page;
    private final URI chat;

    ChatScreen(BrowserContext browser, URI chat) {
        this(browser.newPage(), chat);
    }

    ChatScreen(Page page, URI chat) {
        this.page = page;
        this.chat = chat;
    }

    Page page() {
        return page;
    }

    ChatScreen opens() {
        page.navigate(chat.toString());
        return this;
    }

    /** Opens the page, chooses a language, and stands before the first question in it. */
    ChatScreen begins(String language) {
        opens();
        page.locator("#begin button[value='" + language + "']").click();
        page.locator(OPEN).last().waitFor();
        return this;
    }

    /** The options under the question that is open, as they are named on the wire. */
    List<String> options() {
        Object names = page.locator(OPEN).last().evaluate("""
                (said) => [...said.querySelectorAll('.choices button')].map((button) => button.value)
                """);
        return ((List<?>) names).stream().map(String::valueOf).toList();
    }

    Locator choice(String option) {
        return page.locator(OPEN).last().locator(".choices button[value='" + option + "']");
    }

    /** Taps, and waits for what is asked next. */
    ChatScreen taps(String option) {
        String before = open();
        choice(option).click();
        awaitNext(before);
        return this;
    }

    /** Writes and sends, and waits for what is asked next. */
    ChatScreen writes(String words) {
        String before = open();
        page.locator("#words").fill(words);
        page.locator("#send").click();
        awaitNext(before);
        return this;
    }

    /** Writes and sends where nothing has to be asked next. */
    ChatScreen adds(String words) {
        page.locator("#words").fill(words);
        page.locator("#send").click();
        return this;
    }

    /** Goes on with the first answer of each question until an option is offered. */
    ChatScreen until(String option) {
        for (int asked = 0; asked < LONGEST_WAY; asked++) {
            List<String> options = options();
            if (options.contains(option)) {
                return this;
            }
            answers(options);
        }
        throw new AssertionError("never offered: " + option + "; last offered: " + options());
    }

    private void answers(List<String> options) {
        String first = options.stream()
                .filter(id -> !id.startsWith("m-") && !id.equals("done"))
                .findFirst()
                .orElse("");
        if (options.contains("done")) {
            taps("done");
        } else if (!first.isEmpty()) {
            taps(first);
        } else if (options.contains("m-skip")) {
            taps("m-skip");
        } else {
            writes("made-up words");
        }
    }

    private String open() {
        return String.valueOf(page.locator(OPEN).last().getAttribute("data-ref"));
    }

    private void awaitNext(String before) {
        PathWorld.await("the next question", () -> {
            Locator open = page.locator(OPEN);
            return open.count() > 0 && !before.equals(open.last().getAttribute("data-ref")) ? true : null;
        });
    }

    /** The direction of what was said last. */
    String direction() {
        return String.valueOf(page.locator("#log .said").last().getAttribute("dir"));
    }

    /** The address behind the cookie of this browser, as the channel makes it. */
    ChannelAddress address() {
        String secret = page.context().cookies(chat.toString()).stream()
                .filter(cookie -> cookie.name.equals("s"))
                .findFirst()
                .orElseThrow()
                .value;
        try {
            byte[] named = ("wasl web chat v1:" + secret).getBytes(StandardCharsets.US_ASCII);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(named));
            return new ChannelAddress(new ChannelKind("web"), hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ChatScreen assertNothingKept() {
        assertThat((Integer) page.evaluate("localStorage.length + sessionStorage.length"))
                .isZero();
        assertThat(String.valueOf(page.evaluate("document.cookie"))).isEmpty();
        return this;
    }
}
