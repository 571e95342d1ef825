package org.wasl.admin.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the REST API.
 *
 * @param burst most requests one colleague may make at once
 * @param perSecond how many of them come back each second
 * @param tokenBurst most requests a program may make at once with one token
 * @param tokenPerSecond how many of them come back each second
 */
@ConfigurationProperties("wasl.api")
public record ApiSettings(
        @DefaultValue("200") int burst,
        @DefaultValue("20") int perSecond,
        @DefaultValue("60") int tokenBurst,
        @DefaultValue("5") int tokenPerSecond) {
    public ApiSettings {
        if (burst < 1 || perSecond < 1 || tokenBurst < 1 || tokenPerSecond < 1) {
            throw new IllegalArgumentException(
                    "wasl.api: burst, per-second, token-burst and token-per-second (expected: each > 0)");
        }
    }
}
