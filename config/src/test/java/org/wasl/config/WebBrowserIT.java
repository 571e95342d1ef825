package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The web chat in a real browser on a small phone: danger said, the desk told, the answer read, the chat left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebBrowserIT {

    private static final int LANGUAGES = 4;

    @TempDir
    static Path data;

    private @Nullable PathWorld started;
    private @Nullable Chromium chromium;
    private int cases;

    @BeforeAll
    void start() {
        started = new PathWorld(data);
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(chromium).close();
        world().close();
    }

    private PathWorld world() {
        return Objects.requireNonNull(started);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            0 | ar-IQ    | rtl | وصلتني رسالتك وآني وياك
            1 | ckb      | rtl | نامەکەت گەیشت و لێرەم
            2 | kmr-Arab | rtl | ناما تە گەهشت و ئەز ل ڤێرەمە
            3 | en       | ltr | Your message is here and so am I
            """)
    void saysDangerIsAnsweredAndLeaves(int language, String locale, String direction, String answer) {
        Set<String> hosts = ConcurrentHashMap.newKeySet();
        try (BrowserContext phone = Objects.requireNonNull(chromium).screen(360, 740)) {
            Page page = phone.newPage();
            page.onRequest(request ->
                    hosts.add(String.valueOf(URI.create(request.url()).getHost())));
            page.navigate(world().chat().toString());
            page.locator("#begin").click();
            assertThat(answers(page).count()).isGreaterThanOrEqualTo(LANGUAGES);
            tap(page, language);
            assertThat(page.locator("#log [dir]").last().getAttribute("dir")).isEqualTo(direction);
            tap(page, 0);
            tap(page, 0);
            tap(page, 0);
            int before = cases++;
            JsonNode row = world().queue(before + 1).stream()
                    .filter(candidate ->
                            locale.equals(candidate.path("card").path("locale").asString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get("level").asString()).isEqualTo("L1");

            String number = row.get("number").asString();
            world().supervisor().change(number, "/acknowledgement", "{}");
            world().supervisor().change(number, "/replies", "{\"text\":\"" + answer + "\"}");
            page.getByText(answer).first().waitFor();

            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(360);
            assertThat((Integer) page.evaluate("localStorage.length + sessionStorage.length"))
                    .isZero();
            assertThat(hosts).containsExactly(world().chat().getHost());

            for (int pressed = 0; pressed < 3; pressed++) {
                page.keyboard().press("Escape");
            }
            PathWorld.await("the chat to be gone", () -> gone(page, answer) ? true : null);
            String chat = world().chat().toString();
            // The page leaves first and tells the server after: the cookie goes with the server's answer.
            PathWorld.await("the session to end", () -> phone.cookies(chat).isEmpty() ? true : null);
        }
    }

    private static boolean gone(Page page, String answer) {
        return !page.url().startsWith("http://127.0.0.1")
                || page.getByText(answer).count() == 0;
    }

    /** The answers of the question that is open; the moves below them stand apart. */
    private static Locator answers(Page page) {
        page.locator("#log .choices").last().waitFor();
        return page.locator("#log .choices").last().locator("button:not(.move)");
    }

    private static void tap(Page page, int answer) {
        String asked = page.locator("#log .choices").last().innerText();
        answers(page).nth(answer).click();
        PathWorld.await("the next question", () -> {
            Locator open = page.locator("#log .choices");
            return open.count() > 0 && !open.last().innerText().equals(asked) ? true : null;
        });
    }
}
