package org.wasl.admin.meeting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the review meeting.
 *
 * @param mostItems most cases of one meeting; what comes after them, the least pressing, is counted and stays out
 * @param mostPeople most people in one meeting
 * @param longestNote most characters of one decision's note, and of a correction
 * @param mostCorrections most corrections of one meeting's minutes
 * @param lookBack how many days back what is still due from earlier meetings is looked for
 * @param longOpen after how long an urgent case that is still open is told so
 * @param most most meetings of one part of the country on one day
 */
@ConfigurationProperties("wasl.meeting")
public record MeetingSettings(
        @DefaultValue("200") int mostItems,
        @DefaultValue("60") int mostPeople,
        @DefaultValue("1000") int longestNote,
        @DefaultValue("50") int mostCorrections,
        @DefaultValue("14") int lookBack,
        @DefaultValue("24h") Duration longOpen,
        @DefaultValue("20") int most) {

    public static final MeetingSettings DEFAULTS =
            new MeetingSettings(200, 60, 1_000, 50, 14, Duration.ofHours(24), 20);

    /** What a case's own note may take. */
    private static final int LONGEST = 3_500;

    public MeetingSettings {
        atLeastOne("most-items", mostItems);
        atLeastOne("most-people", mostPeople);
        atLeastOne("most-corrections", mostCorrections);
        atLeastOne("look-back", lookBack);
        atLeastOne("most", most);
        if (longestNote < 1 || longestNote > LONGEST) {
            throw new IllegalArgumentException(
                    "wasl.meeting.longest-note: " + longestNote + " (expected: 1.." + LONGEST + ")");
        }
        if (!longOpen.isPositive()) {
            throw new IllegalArgumentException("wasl.meeting.long-open: " + longOpen + " (expected: > 0)");
        }
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("wasl.meeting." + key + ": " + value + " (expected: > 0)");
        }
    }
}
