package org.wasl.admin.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How objects that are no cases are kept in step.
 *
 * @param follow how often what other nodes wrote is taken in
 * @param retries how often a change that another write overtook is worked out again
 * @param mostDays how many days one list may look through
 */
@ConfigurationProperties("wasl.store")
public record StoreSettings(
        @DefaultValue("1s") Duration follow,
        @DefaultValue("8") int retries,
        @DefaultValue("400") int mostDays) {

    public static final StoreSettings DEFAULTS = new StoreSettings(Duration.ofSeconds(1), 8, 400);

    public StoreSettings {
        if (!follow.isPositive()) {
            throw new IllegalArgumentException("wasl.store.follow: " + follow + " (expected: > 0)");
        }
        if (retries < 1) {
            throw new IllegalArgumentException("wasl.store.retries: " + retries + " (expected: > 0)");
        }
        if (mostDays < 1) {
            throw new IllegalArgumentException("wasl.store.most-days: " + mostDays + " (expected: > 0)");
        }
    }
}
