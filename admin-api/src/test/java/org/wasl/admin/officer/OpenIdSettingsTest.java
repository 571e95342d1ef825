package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenIdSettingsTest {

    @Test
    void printsNoSecret() {
        assertThat(settings("https://id.example.test", "desk", "s3cret-of-a-test"))
                .asString()
                .contains("https://id.example.test")
                .doesNotContain("s3cret-of-a-test");
    }

    @Test
    void isOffWithoutAnIssuer() {
        assertThat(OpenIdSettings.OFF.on()).isFalse();
        assertThat(OpenIdSettings.OFF.names("somebody")).isFalse();
    }

    @Test
    void refusesAProviderInClearOrOneHalfTold() {
        assertThatThrownBy(() -> settings("http://id.example.test", "desk", "s3cret-of-a-test"))
                .hasMessageContaining("https")
                .hasMessageNotContaining("s3cret-of-a-test");
        assertThatThrownBy(() -> settings("https://id.example.test", "desk", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OpenIdSettings settings(String issuer, String client, String secret) {
        return new OpenIdSettings(issuer, client, secret, "", Duration.ofMinutes(5), Duration.ofSeconds(5));
    }
}
