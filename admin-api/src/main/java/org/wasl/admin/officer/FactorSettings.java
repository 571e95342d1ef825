package org.wasl.admin.officer;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How second steps are kept. Who must have one stands in {@code roles.yml}.
 *
 * @param grace how long after their first sign-in somebody who must have one may work without
 * @param site the domain passkeys are made for; it cannot change without making all of them anew
 * @param origins from which addresses they are taken, as a browser shows them; none means the address asked for, where it
 *     is of the site
 * @param passkeys how many one person may have
 */
@ConfigurationProperties("wasl.officer.factors")
record FactorSettings(
        @DefaultValue("24h") Duration grace,
        @DefaultValue("localhost") String site,
        @DefaultValue("") List<String> origins,
        @DefaultValue("10") int passkeys) {
    static final FactorSettings DEFAULTS = new FactorSettings(Duration.ofHours(24), "localhost", List.of(), 10);

    FactorSettings {
        origins = origins.stream().filter(one -> !one.isBlank()).toList();
        if (grace.isNegative() || passkeys < 1 || !site.matches("[a-z0-9.-]{1,253}")) {
            throw new IllegalArgumentException(
                    "wasl.officer.factors: grace, site and passkeys (expected: not negative, a domain, > 0)");
        }
    }
}
