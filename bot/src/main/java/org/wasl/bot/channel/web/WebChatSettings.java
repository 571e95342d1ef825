package org.wasl.bot.channel.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the web chat behaves ({@code wasl.web-chat.*}).
 *
 * @param title what the browser shows on the tab and in its history; says nothing of what the page is for
 * @param exitTo where the quick exit leads: a site anybody may have open
 * @param emergencyNumber told when something could not be received
 * @param emergencyNumberKri told beside it as the one of the Kurdistan Region, since the page does not know where
 *     anybody is; empty for one number everywhere
 * @param demonstration every screen says that nobody reads this
 * @param secureCookie the cookie travels over HTTPS only; off is for loopback
 * @param frameAncestors who may show the page in a frame, as in the header {@code Content-Security-Policy}
 * @param recordings folder of spoken forms, as {@link Recordings} reads it; empty for none
 * @param maxBody largest request body, in bytes
 * @param maxText longest message a person may write, in UTF-16 units
 * @param maxUpload largest voice note or picture a page may send, in bytes
 * @param uploadLife how long one waits at most for its report to be filed; as long as a draft lives
 * @param place how long a closed page can be opened again where it was
 * @param silence how long after a person's last word the session ends by itself
 * @param keptLines how many of the bot's last lines a session keeps for a page that comes back
 * @param streamLife how long one stream stays open before the page asks for the next
 * @param longPoll how long one long poll waits
 * @param lookEvery how often a waiting page is looked up in the store, for lines another node appended
 * @param maxWaiting most pages one node lets wait at a time
 * @param newPerSecond most sessions one node makes per second
 */
@ConfigurationProperties("wasl.web-chat")
public record WebChatSettings(
        @DefaultValue("مرحباً") String title,
        @DefaultValue("https://www.google.com/") URI exitTo,
        @DefaultValue("911") String emergencyNumber,
        @DefaultValue("104") String emergencyNumberKri,
        @DefaultValue("false") boolean demonstration,
        @DefaultValue("false") boolean secureCookie,
        @DefaultValue("'none'") String frameAncestors,
        @DefaultValue("") String recordings,
        @DefaultValue("65536") int maxBody,
        @DefaultValue("8000") int maxText,
        @DefaultValue("8388608") int maxUpload,
        @DefaultValue("24h") Duration uploadLife,
        @DefaultValue("15m") Duration place,
        @DefaultValue("30m") Duration silence,
        @DefaultValue("40") int keptLines,
        @DefaultValue("4m") Duration streamLife,
        @DefaultValue("20s") Duration longPoll,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("5000") int maxWaiting,
        @DefaultValue("200") int newPerSecond) {

    public static final WebChatSettings DEFAULTS = new WebChatSettings(
            "مرحباً",
            URI.create("https://www.google.com/"),
            "911",
            "104",
            false,
            false,
            "'none'",
            "",
            65_536,
            8_000,
            8_388_608,
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            40,
            Duration.ofMinutes(4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            5_000,
            200);

    public WebChatSettings {
        positive("max-body", maxBody);
        positive("max-text", maxText);
        positive("max-upload", maxUpload);
        positive("kept-lines", keptLines);
        positive("max-waiting", maxWaiting);
        positive("new-per-second", newPerSecond);
        if (!"https".equals(exitTo.getScheme()) && !"http".equals(exitTo.getScheme())) {
            throw new IllegalArgumentException(
                    "exit-to: " + exitTo + " (expected: an address that begins with https://)");
        }
        if (frameAncestors.contains(";")) {
            throw new IllegalArgumentException("frame-ancestors (expected: no semicolon)");
        }
    }

    private static void positive(String key, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(key + ": " + value + " (expected: > 0)");
        }
    }

    /** {@code __Host-} keeps another site on the same domain from setting it; browsers allow the name over HTTPS only. */
    String cookieName() {
        return secureCookie ? "__Host-s" : "s";
    }
}
