package org.wasl.bot.channel.telegram;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the bot speaks to Telegram ({@code wasl.telegram.*}).
 *
 * @param token of the citizens' bot; empty when there is none
 * @param officerToken of the officers' own bot; empty when there is none
 * @param publicName what the citizens' bot is called in lists of chats; says nothing of what it is for. Empty leaves the
 *     name as it is
 * @param server where the Bot API is
 * @param pollTimeout how long one long poll waits for news; Telegram takes at most 50 s
 * @param callTimeout how long any other call may take as a whole
 * @param lease how long a node polls after it was last sure to be the only one; longer than a poll and a call together,
 *     so that a node that lost it has stopped before another begins
 * @param pollLimit most updates in one answer; Telegram takes at most 100
 * @param calls most calls at a time
 * @param retryFirst wait after the first failed poll, and after a send that may or may not have arrived
 * @param retryMost longest wait after failed polls in a row
 */
@ConfigurationProperties("wasl.telegram")
public record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("") String officerToken,
        @DefaultValue("Wasl") String publicName,
        @DefaultValue("https://api.telegram.org") URI server,
        @DefaultValue("25s") Duration pollTimeout,
        @DefaultValue("15s") Duration callTimeout,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("100") int pollLimit,
        @DefaultValue("64") int calls,
        @DefaultValue("1s") Duration retryFirst,
        @DefaultValue("30s") Duration retryMost) {

    /** What Telegram takes. */
    private static final int LONGEST_NAME = 64;

    public TelegramSettings {
        token("token", token);
        token("officer-token", officerToken);
        if (!token.isEmpty() && token.equals(officerToken)) {
            throw new IllegalArgumentException(
                    "officer-token: the same as token (expected: a bot of the officers' own)");
        }
        if (publicName.codePointCount(0, publicName.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "public-name: " + publicName.length() + " characters (expected: at most " + LONGEST_NAME + ")");
        }
        if (server.getHost() == null || server.getScheme() == null) {
            throw new IllegalArgumentException("server (expected: an address such as https://api.telegram.org)");
        }
        if (pollLimit < 1 || pollLimit > 100) {
            throw new IllegalArgumentException("poll-limit: " + pollLimit + " (expected: 1..100)");
        }
        if (calls < 1) {
            throw new IllegalArgumentException("calls: " + calls + " (expected: > 0)");
        }
        if (pollTimeout.isNegative() || pollTimeout.toSeconds() > 50) {
            throw new IllegalArgumentException("poll-timeout: " + pollTimeout + " (expected: 0..50 s)");
        }
        if (lease.compareTo(pollTimeout.plus(callTimeout)) <= 0) {
            throw new IllegalArgumentException(
                    "lease: " + lease + " (expected: longer than poll-timeout and call-timeout together)");
        }
    }

    /** Never repeats what came: it may be most of a token. */
    private static void token(String key, String value) {
        if (!value.isEmpty() && !value.matches("[0-9]{1,20}:[A-Za-z0-9_-]{20,100}")) {
            throw new IllegalArgumentException(key + ": not a bot token (expected: digits, a colon, and the secret)");
        }
    }

    @Override
    public String toString() {
        return "TelegramSettings[" + server + ", redacted]";
    }
}
