package org.wasl.admin.receipt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of numbers for callers.
 *
 * @param answer how long the bot may take; the page says then that none came
 * @param keep how long what it answered waits for the page, sealed, before it is thrown away and its mailbox emptied
 * @param mostPerCase how often one may be asked for in one case
 * @param mostWaiting most that are asked for at once
 * @param sweep how often what nobody fetched is looked for
 */
@ConfigurationProperties("wasl.receipt")
public record ReceiptSettings(
        @DefaultValue("30s") Duration answer,
        @DefaultValue("60s") Duration keep,
        @DefaultValue("20") int mostPerCase,
        @DefaultValue("500") int mostWaiting,
        @DefaultValue("10s") Duration sweep) {

    public static final ReceiptSettings DEFAULTS =
            new ReceiptSettings(Duration.ofSeconds(30), Duration.ofSeconds(60), 20, 500, Duration.ofSeconds(10));

    public ReceiptSettings {
        positive("answer", answer);
        positive("keep", keep);
        positive("sweep", sweep);
        if (mostPerCase < 1) {
            throw new IllegalArgumentException("wasl.receipt.most-per-case: " + mostPerCase + " (expected: > 0)");
        }
        if (mostWaiting < 1) {
            throw new IllegalArgumentException("wasl.receipt.most-waiting: " + mostWaiting + " (expected: > 0)");
        }
    }

    private static void positive(String key, Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("wasl.receipt." + key + ": " + time + " (expected: > 0)");
        }
    }
}
