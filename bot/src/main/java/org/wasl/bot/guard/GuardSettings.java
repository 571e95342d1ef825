package org.wasl.bot.guard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of one conversation; see {@code wasl.guard} in application.yml. They act when a word is taken, never when it
 * is accepted, and they slow; nothing is refused or lost.
 *
 * @param burst words taken at once after a pause
 * @param every one more word after this long
 * @param longestWait a word never waits longer than this
 */
@ConfigurationProperties("wasl.guard")
public record GuardSettings(
        @DefaultValue("30") int burst,
        @DefaultValue("2s") Duration every,
        @DefaultValue("20s") Duration longestWait) {

    public static final GuardSettings DEFAULTS = new GuardSettings(30, Duration.ofSeconds(2), Duration.ofSeconds(20));

    public GuardSettings {
        if (burst < 1) {
            throw new IllegalArgumentException("wasl.guard.burst: " + burst + " (expected: > 0)");
        }
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("wasl.guard.every: " + every + " (expected: > 0)");
        }
    }
}
