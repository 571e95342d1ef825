package org.wasl.admin.handover;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the shift handover.
 *
 * @param nextShift how far the next shift reaches: what is due until then is told
 * @param chatFresh for how long the bot's word that somebody is in the chat is believed
 * @param mostLines most cases of one handover; the least pressing of more stay out and are counted
 * @param longestNote most characters of its notes
 * @param lookBack how many days back handovers are listed
 */
@ConfigurationProperties("wasl.handover")
public record HandoverSettings(
        @DefaultValue("12h") Duration nextShift,
        @DefaultValue("15m") Duration chatFresh,
        @DefaultValue("500") int mostLines,
        @DefaultValue("4000") int longestNote,
        @DefaultValue("14") int lookBack) {

    public static final HandoverSettings DEFAULTS =
            new HandoverSettings(Duration.ofHours(12), Duration.ofMinutes(15), 500, 4_000, 14);

    public HandoverSettings {
        if (!nextShift.isPositive() || nextShift.compareTo(Duration.ofDays(2)) > 0) {
            throw new IllegalArgumentException("wasl.handover.next-shift: " + nextShift + " (expected: 0..2 days)");
        }
        if (!chatFresh.isPositive()) {
            throw new IllegalArgumentException("wasl.handover.chat-fresh: " + chatFresh + " (expected: > 0)");
        }
        atLeastOne("most-lines", mostLines);
        atLeastOne("longest-note", longestNote);
        atLeastOne("look-back", lookBack);
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("wasl.handover." + key + ": " + value + " (expected: > 0)");
        }
    }
}
