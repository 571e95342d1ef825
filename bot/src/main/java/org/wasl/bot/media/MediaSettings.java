package org.wasl.bot.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How voice notes and pictures are fetched ({@code wasl.media.*}).
 *
 * @param atOnce most fetches of this node under way together; each holds one chunk of 256 KB in memory
 * @param waiting most fetches that wait for their turn; beyond it one is told to be missing
 * @param largest most bytes of one; Telegram hands out 20 MB at most
 * @param within how long one attempt may take as a whole
 * @param attempts how often a platform that does not answer is tried
 * @param retryFirst pause after the first attempt that failed; each further one is twice as long
 * @param retryMost longest such pause
 * @param memoryShare part of the store's own memory limit above which fetches wait, so that words always find room
 * @param memoryMost the same in bytes, for a store without a limit of its own
 * @param memoryLook how often a waiting fetch looks whether there is room
 */
@ConfigurationProperties("wasl.media")
public record MediaSettings(
        @DefaultValue("2") int atOnce,
        @DefaultValue("500") int waiting,
        @DefaultValue("20971520") long largest,
        @DefaultValue("60s") Duration within,
        @DefaultValue("5") int attempts,
        @DefaultValue("3s") Duration retryFirst,
        @DefaultValue("1m") Duration retryMost,
        @DefaultValue("0.5") double memoryShare,
        @DefaultValue("536870912") long memoryMost,
        @DefaultValue("5s") Duration memoryLook) {

    public static final MediaSettings DEFAULTS = new MediaSettings(
            2,
            500,
            20L * 1024 * 1024,
            Duration.ofSeconds(60),
            5,
            Duration.ofSeconds(3),
            Duration.ofMinutes(1),
            0.5,
            512L * 1024 * 1024,
            Duration.ofSeconds(5));

    public MediaSettings {
        positive("at-once", atOnce);
        positive("waiting", waiting);
        positive("largest", largest);
        positive("within", within.toMillis());
        positive("attempts", attempts);
        positive("retry-first", retryFirst.toMillis());
        positive("retry-most", retryMost.toMillis());
        positive("memory-most", memoryMost);
        positive("memory-look", memoryLook.toMillis());
        if (!(memoryShare > 0 && memoryShare <= 1)) {
            throw new IllegalArgumentException(
                    "wasl.media.memory-share: " + memoryShare + " (expected: above 0, at most 1)");
        }
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("wasl.media." + name + ": " + value + " (expected: > 0)");
        }
    }
}
