package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that breaks off in the middle of a turn: nothing typed is lost, doubled, or taken for sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebOfflineIT {

    private static final String WORDS = "made-up words of the middle of a turn";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]+)\"");

    @TempDir
    static Path data;

    private @Nullable BrowserHouse started;

    @BeforeAll
    void start() {
        // A stream ends soon, so that one ends while the network is away.
        started = new BrowserHouse(data, "--wasl.web-chat.stream-life=2s");
    }

    @AfterAll
    void stop() {
        house().close();
    }

    private BrowserHouse house() {
        return Objects.requireNonNull(started);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar  | لم يُرسل بعد
            ckb | هێشتا نەنێردراوە
            kmr | هێشتا نەهاتیە فرێکرن
            en  | Not sent yet
            """)
    void whatIsWrittenWithoutANetworkSaysSoAndIsSentOnce(String language, String notSent) {
        try (BrowserContext phone = house().phone()) {
            ChatScreen screen = beforeTheStory(phone, language);
            List<String> ids = idsOf(screen.page());
            phone.setOffline(true);
            write(screen.page(), WORDS);

            Locator own = screen.page().locator("#log .own.waiting");
            own.getByText(notSent).waitFor();
            assertThat(own.innerText()).contains(WORDS);
            assertThat(screen.page().locator("#notice").innerText())
                    .contains("911")
                    .contains("104");
            write(screen.page(), "and more");
            assertThat(own.count()).isEqualTo(2);

            phone.setOffline(false);
            PathWorld.await("all to be sent", () -> own.count() == 0 ? true : null);
            assertThat(screen.page().locator("#notice").innerText()).isEmpty();
            assertThat(screen.page().locator("#log .own .state:not(:empty)").count())
                    .isZero();
            assertThat(ids.stream().distinct()).hasSize(2);
            assertThat(screen.page().locator("#log").innerText()).containsOnlyOnce(WORDS);
        }
    }

    /** The answer to a message is lost after the server took it: it comes again under its id and is taken once. */
    @Test
    void whatArrivedButWasNotAnsweredIsTakenOnce() {
        try (BrowserContext phone = house().phone()) {
            ChatScreen screen = new ChatScreen(phone, house().chat()).begins("en");
            AtomicInteger tries = new AtomicInteger();
            List<String> ids = idsOf(screen.page());
            screen.page().route("**/chat/messages", route -> {
                if (tries.incrementAndGet() == 1) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            screen.taps("safe");
            Locator waiting = screen.page().locator("#log .own.waiting");
            screen.page().waitForCondition(() -> tries.get() > 1 && waiting.count() == 0);
            assertThat(ids.stream().distinct()).hasSize(1);
            assertThat(screen.page()
                            .locator("#log .said.asks:has(.choices button[value='agree'])")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void linesThatCameMeanwhileComeOnceAndInOrder() {
        try (BrowserContext phone = house().phone()) {
            ChatScreen screen = new ChatScreen(phone, house().chat()).begins("en");
            List<Request> streams = new CopyOnWriteArrayList<>();
            phone.setOffline(true);
            screen.page().onRequestFailed(request -> {
                if (request.url().contains("/chat/stream")) {
                    streams.add(request);
                }
            });
            screen.page().waitForCondition(() -> !streams.isEmpty());
            streams.clear();
            screen.page().onRequestFinished(request -> {
                if (request.url().contains("/chat/stream")) {
                    streams.add(request);
                }
            });
            house().shows(screen, "en", "first meanwhile");
            house().shows(screen, "en", "second meanwhile");
            phone.setOffline(false);

            screen.page().getByText("second meanwhile").waitFor();
            house().shows(screen, "en", "third, with the network back");
            screen.page().getByText("third, with the network back").waitFor();
            assertThat(screen.page().locator("#log").innerText())
                    .containsSubsequence("first meanwhile", "second meanwhile", "third, with")
                    .containsOnlyOnce("first meanwhile")
                    .containsOnlyOnce("second meanwhile");
            screen.page().waitForCondition(() -> streams.stream().anyMatch(one -> one.response() != null));
            assertThat(streams)
                    .allSatisfy(request -> assertThat(request.allHeaders().get("last-event-id"))
                            .isNotBlank()
                            .isNotEqualTo("0"));
        }
    }

    /** The network is there, the house is not: killed and started again while somebody writes. */
    @Test
    void outlivesARestartOfTheHouse() {
        try (BrowserContext phone = house().phone()) {
            ChatScreen screen = beforeTheStory(phone, "ar");
            Page page = screen.page();
            List<String> ids = idsOf(page);
            house().stops();
            write(page, WORDS);
            page.locator("#log .own.waiting .state:not(:empty)").waitFor();
            page.locator("#words").fill("half a sentence");

            house().startsAgain();
            PathWorld.await(
                    "it to be sent", () -> page.locator("#log .own.waiting").count() == 0 ? true : null);
            assertThat(ids.stream().distinct()).hasSize(1);
            assertThat(page.locator("#words").inputValue()).isEqualTo("half a sentence");
            house().shows(screen, "ar", "made-up line after the restart");
            page.getByText("made-up line after the restart").waitFor();
            assertThat(page.locator("#log").innerText()).containsOnlyOnce(WORDS);
        }
    }

    private ChatScreen beforeTheStory(BrowserContext phone, String language) {
        return new ChatScreen(phone, house().chat())
                .begins(language)
                .taps("safe")
                .taps("agree")
                .taps("calm");
    }

    private static void write(Page page, String words) {
        page.locator("#words").fill(words);
        page.locator("#send").click();
    }

    private static List<String> idsOf(Page page) {
        List<String> ids = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/chat/messages")) {
                ids.add(id(request));
            }
        });
        return ids;
    }

    private static String id(Request request) {
        var found = ID.matcher(String.valueOf(request.postData()));
        return found.find() ? found.group(1) : "none";
    }
}
