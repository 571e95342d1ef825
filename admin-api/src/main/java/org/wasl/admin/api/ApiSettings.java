package org.wasl.admin.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the REST API.
 *
 * @param burst most requests one colleague or one token may make at once
 * @param perSecond how many of them come back each second
 */
@ConfigurationProperties("wasl.api")
public record ApiSettings(
        @DefaultValue("200") int burst, @DefaultValue("20") int perSecond) {
    public ApiSettings {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException("wasl.api: burst and per-second (expected: each > 0)");
        }
    }
}
