package org.wasl.admin.exposure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody has read enough for a while.
 *
 * @param window what is counted as this shift
 * @param heavy after how many immediate or restricted cases a pause is suggested, and again after each so many
 * @param look how long nobody may have looked at the queue before the next look counts as a new one
 */
@ConfigurationProperties("wasl.exposure")
public record ExposureSettings(
        @DefaultValue("12h") Duration window,
        @DefaultValue("4") int heavy,
        @DefaultValue("2m") Duration look) {

    public static final ExposureSettings DEFAULTS =
            new ExposureSettings(Duration.ofHours(12), 4, Duration.ofMinutes(2));

    public ExposureSettings {
        if (heavy < 1) {
            throw new IllegalArgumentException("wasl.exposure.heavy: " + heavy + " (expected: > 0)");
        }
        if (window.compareTo(Duration.ofDays(1)) > 0 || !window.isPositive()) {
            throw new IllegalArgumentException("wasl.exposure.window: " + window + " (expected: 0..1 day)");
        }
    }
}
