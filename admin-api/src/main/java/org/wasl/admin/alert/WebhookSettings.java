package org.wasl.admin.alert;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The dispatch system, or the gateway that sends text messages and rings.
 *
 * @param url where calls go; empty for none. HTTPS, but for a machine that is this one
 * @param keyId names the key, so that the other side can change it without a gap
 * @param secret the key itself, in base64, at least 24 bytes
 * @param timeout how long one call may take
 */
@ConfigurationProperties("wasl.alert.webhook")
public record WebhookSettings(
        @DefaultValue("") String url,
        @DefaultValue("wasl-1") String keyId,
        @DefaultValue("") String secret,
        @DefaultValue("5s") Duration timeout) {

    public static final WebhookSettings NONE = new WebhookSettings("", "wasl-1", "", Duration.ofSeconds(5));

    private static final int FEWEST_BYTES = 24;

    public WebhookSettings {
        if (!url.isEmpty()) {
            if (!safe(url)) {
                throw new IllegalArgumentException(
                        "wasl.alert.webhook.url: (expected: https, or http to this very machine)");
            }
            if (bytes(secret).length < FEWEST_BYTES) {
                throw new IllegalArgumentException("wasl.alert.webhook.secret: (expected: base64 of at least "
                        + FEWEST_BYTES + " bytes, where an url is set)");
            }
        }
        if (!keyId.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException("wasl.alert.webhook.key-id: (expected: 1..40 of A-Z, a-z, 0-9, . _ -)");
        }
    }

    boolean on() {
        return !url.isEmpty();
    }

    byte[] key() {
        return bytes(secret);
    }

    private static byte[] bytes(String secret) {
        try {
            return Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException unreadable) {
            // Not chained: the message would quote the secret.
            throw new IllegalArgumentException("wasl.alert.webhook.secret: not readable (expected: base64)");
        }
    }

    private static boolean safe(String url) {
        try {
            URI address = URI.create(url);
            String host = address.getHost();
            return host != null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme())
                                    && (host.equals("127.0.0.1") || host.equals("localhost")));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + (on() ? "on" : "off") + "]";
    }
}
