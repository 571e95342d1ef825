package org.wasl.admin.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;

/**
 * Signed calls to a dispatch system, by the convention of Standard Webhooks: {@code webhook-id},
 * {@code webhook-timestamp} in seconds and {@code webhook-signature}, which is {@code v1,} and the base64 of HMAC-SHA256
 * over id, timestamp and body with a full stop between them. {@code wasl-key-id} names the key.
 *
 * <p>A call says whom to page, by a name only the desk and the gateway know, and for how many cases. The same call sent
 * again has the same id and a new time, so whoever remembers ids for some minutes and refuses old times is safe from
 * replays.
 */
final class WebhookChannel implements AlertChannel {
    private static final Duration[] PAUSES = {
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(45),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5)
    };
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    private static final int AWAY = 503;

    private final Page.Way way;
    private final WebhookSettings settings;
    private final HttpClient http;
    private final Clock clock;

    /** @param way {@link Page.Way#WEBHOOK}, or {@link Page.Way#RING} for the gateway to ring */
    WebhookChannel(Page.Way way, WebhookSettings settings, HttpClient http, Clock clock) {
        this.way = way;
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Page.Way way() {
        return way;
    }

    @Override
    public boolean reaches(StaffId staff) {
        return settings.on();
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Handover hand(Alert alert) {
        String body = body(alert);
        String time = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("webhook-id", alert.onceValue())
                .header("webhook-timestamp", time)
                .header("webhook-signature", signature(alert.onceValue() + "." + time + "." + body))
                .header("wasl-key-id", settings.keyId())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return answer(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException away) {
            return new Handover.NotNow(Page.Why.UNREACHABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Handover.NotNow(Page.Why.UNREACHABLE);
        }
    }

    /** The same length always: "page" and "ring" are, the name and the count are. */
    String body(Alert alert) {
        String kind = way == Page.Way.RING ? "ring" : "page";
        return "{\"type\":\"alert." + kind + "\",\"to\":\"" + alert.to().value() + "\",\"count\":\"" + alert.digits()
                + "\"}";
    }

    private static Handover answer(int status) {
        if (status >= OK && status < REDIRECT) {
            return new Handover.Handed();
        }
        if (status == TOO_MANY || status == AWAY) {
            return new Handover.NotNow(Page.Why.BUSY);
        }
        return status >= BROKEN || status == TIMED_OUT || status < BAD_REQUEST
                ? new Handover.NotNow(Page.Why.UNREACHABLE)
                : new Handover.Never(Page.Why.REFUSED);
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.key(), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HmacSHA256: (expected: part of every JDK)", missing);
        }
    }

    @Override
    public Duration pause(int tries) {
        return PAUSES[Math.clamp(tries, 0, PAUSES.length - 1)];
    }

    @Override
    public int tries() {
        return PAUSES.length;
    }
}
