package org.wasl.admin.officer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of tokens for programs.
 *
 * @param longest for how many days one may be made
 * @param most how many one person may have
 * @param tries refused tokens from one address before more are no longer written down one by one
 */
@ConfigurationProperties("wasl.officer.tokens")
record TokenSettings(
        @DefaultValue("90d") Duration longest,
        @DefaultValue("20") int most,
        @DefaultValue("30") int tries) {
    static final TokenSettings DEFAULTS = new TokenSettings(Duration.ofDays(90), 20, 30);

    TokenSettings {
        if (longest.toDays() < 1 || most < 1 || tries < 1) {
            throw new IllegalArgumentException(
                    "wasl.officer.tokens: longest, most and tries (expected: a day or longer, each > 0)");
        }
    }
}
