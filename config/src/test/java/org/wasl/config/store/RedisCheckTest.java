package org.wasl.config.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"6.2.20", "6.2.21", "7.2.11", "7.4.6", "8.0.4", "8.2.2", "8.2.10", "8.4.0", "9.0.0"})
    void saysNothingOfAMendedVersion(String version) {
        assertThat(RedisCheck.warning(version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6.2.11", "6.2.19", "7.0.15", "7.2.10", "7.4.5", "8.0.3", "8.0.3-rc1", "8.1.9", "8.2.1", "7", "0"
            })
    void warnsOfAVersionWhoseScriptsCanBeBrokenOutOf(String version) {
        assertThat(RedisCheck.warning(version))
                .hasValueSatisfying(warning ->
                        assertThat(warning).startsWith("version " + version).contains("CVE-2025-49844"));
    }
}
