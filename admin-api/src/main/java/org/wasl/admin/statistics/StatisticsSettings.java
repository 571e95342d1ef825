package org.wasl.admin.statistics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How counts are kept and told.
 *
 * @param threshold counts below it are withheld; may be raised, never below five
 * @param settle how long after its end a quarter is released: until the last clock of its cases has run out
 * @param leastTimes fewer times than this have no median told
 * @param follow how often changed cases are counted anew
 * @param sweep how often counts are compared with the open cases, and a quarter that is over is released
 * @param mostCompared most cases that are read for that comparison at each {@code follow}
 * @param gone how often it is looked whether a counted case is gone
 * @param mostLive most coded cases that are not released; beyond it a case is not counted, and the log says so
 * @param mostRuns most starts of bot nodes that counted conversations in quarters that are not released; beyond it one is
 *     not counted, and the log says so
 * @param mostLogged most questions kept for the page of one day; the audit chain holds all
 */
@ConfigurationProperties("wasl.statistics")
public record StatisticsSettings(
        @DefaultValue("5") int threshold,
        @DefaultValue("8d") Duration settle,
        @DefaultValue("20") int leastTimes,
        @DefaultValue("5s") Duration follow,
        @DefaultValue("10m") Duration sweep,
        @DefaultValue("250") int mostCompared,
        @DefaultValue("24h") Duration gone,
        @DefaultValue("200000") int mostLive,
        @DefaultValue("2000") int mostRuns,
        @DefaultValue("500") int mostLogged) {

    private static final int LEAST_THRESHOLD = 5;
    private static final Duration LONGEST_CLOCK = Duration.ofDays(7);

    public static final StatisticsSettings DEFAULTS = new StatisticsSettings(
            5,
            Duration.ofDays(8),
            20,
            Duration.ofSeconds(5),
            Duration.ofMinutes(10),
            250,
            Duration.ofHours(24),
            200_000,
            2_000,
            500);

    public StatisticsSettings {
        atLeast("threshold", threshold, LEAST_THRESHOLD);
        atLeast("least-times", leastTimes, threshold * 2);
        atLeast("most-compared", mostCompared, 1);
        atLeast("most-live", mostLive, 1);
        atLeast("most-runs", mostRuns, 1);
        atLeast("most-logged", mostLogged, 1);
        if (settle.compareTo(LONGEST_CLOCK) < 0) {
            throw new IllegalArgumentException(
                    "wasl.statistics.settle: " + settle + " (expected: 7 days, the longest clock, or more)");
        }
        if (!follow.isPositive() || !sweep.isPositive() || !gone.isPositive()) {
            throw new IllegalArgumentException(
                    "wasl.statistics: follow " + follow + ", sweep " + sweep + ", gone " + gone + " (expected: > 0)");
        }
    }

    private static void atLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "wasl.statistics." + key + ": " + value + " (expected: >= " + least + ")");
        }
    }
}
