package org.wasl.config;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The real browser of the machine, without its own traffic. It is started once for all tests of a process, which run one
 * after the other; what somebody did before a screen of one test is kept from every other.
 */
final class Chromium implements AutoCloseable {

    private static @Nullable Browser running;

    private final Browser browser = browser();
    private final List<BrowserContext> screens = new ArrayList<>();

    /** Started anew where it ended under a test. It ends with the process. */
    private static Browser browser() {
        Browser known = running;
        if (known != null && known.isConnected()) {
            return known;
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser fresh = launch(playwright);
        running = fresh;
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return fresh;
    }

    private static Browser launch(Playwright playwright) {
        String installed = System.getenv().getOrDefault("WASL_TEST_CHROMIUM", "/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(installed))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Somebody at a screen of this size, with nothing kept from before; nothing is still fading in when looked at. */
    BrowserContext screen(int width, int height) {
        BrowserContext screen = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setReducedMotion(ReducedMotion.REDUCE));
        screens.add(screen);
        return screen;
    }

    /** Every screen of it is switched off. */
    @Override
    public void close() {
        screens.forEach(BrowserContext::close);
        screens.clear();
    }
}
