package org.wasl.config;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What axe finds on a page as it stands. */
final class Axe {

    private static final String SCRIPT = script();

    /** One found fault: what it breaks, how badly, and where. */
    record Fault(String rule, String impact, String where) {}

    private Axe() {}

    /** Stands ready on every page of this screen from now on; handing it over at each look would take longer than the look. */
    static void standsOn(BrowserContext screen) {
        screen.addInitScript(SCRIPT);
    }

    static List<Fault> faults(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        Object found = page.evaluate("""
                async () => {
                  const result = await axe.run(document, {
                    iframes: false, preload: false, selectors: false, elementRef: false, resultTypes: ["violations"],
                  });
                  return result.violations.flatMap((one) => one.nodes.map((node) => ({
                    rule: one.id, impact: node.impact || one.impact, where: node.html.slice(0, 200),
                  })));
                }
                """);
        return ((List<?>) found)
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> new Fault(
                                String.valueOf(one.get("rule")),
                                String.valueOf(one.get("impact")),
                                String.valueOf(one.get("where"))))
                        .toList();
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
