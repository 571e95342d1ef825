package org.wasl.bot.channel.web;

import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a page is. The secret is made here, lives in the page's cookie and nowhere else; the address is its hash, so that
 * neither the store nor a log can give a session away.
 */
final class WebSessions {

    private static final int SECRET_BYTES = 32;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final WebOutbox outbox;
    private final SecureRandom random;
    private final Clock clock;
    private final Bucket fresh;

    WebSessions(WebOutbox outbox, SecureRandom random, Clock clock, int newPerSecond) {
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
        this.fresh = Bucket.builder()
                .addLimit(limit -> limit.capacity(newPerSecond).refillGreedy(newPerSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** A session just made. */
    record Fresh(String secret, String address) {
        @Override
        public String toString() {
            return "Fresh[redacted]";
        }
    }

    /** Empty when too many are asked for in this second. */
    Optional<Fresh> make() {
        if (!fresh.tryConsume(1)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String address = addressOf(secret);
        outbox.open(address, clock.instant());
        return Optional.of(new Fresh(secret, address));
    }

    /** The address of a cookie, if a session stands behind it; a forged or old cookie has none. */
    Optional<String> find(@Nullable String cookie) {
        if (cookie == null || !SECRET.matcher(cookie).matches()) {
            return Optional.empty();
        }
        String address = addressOf(cookie);
        return outbox.living(address, clock.instant()) ? Optional.of(address) : Optional.empty();
    }

    void hear(String address) {
        outbox.hear(address, clock.instant());
    }

    void end(String address) {
        outbox.end(address);
    }

    private static String addressOf(String secret) {
        try {
            byte[] named = ("wasl web chat v1:" + secret).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(named));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this JDK", e);
        }
    }
}
