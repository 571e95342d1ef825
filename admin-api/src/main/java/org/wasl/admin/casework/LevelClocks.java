package org.wasl.admin.casework;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.wasl.triage.report.Level;

/**
 * The clocks of every level, each as three times: acknowledged, first human message, first protective step. The
 * defaults are the table of the service's urgency scale.
 *
 * @param usableWindow what has to be left of a window the person chose, for it to count as an occasion to write
 * @param cannotReach after how long a case without a chat and without a window counts as missed, L2 and calmer
 */
public record LevelClocks(
        @DefaultValue({"2m", "5m", "10m"}) List<Duration> l1,
        @DefaultValue({"15m", "30m", "2h"}) List<Duration> l2,
        @DefaultValue({"2h", "4h", "24h"}) List<Duration> l3,
        @DefaultValue({"12h", "24h", "72h"}) List<Duration> l4,
        @DefaultValue({"24h", "72h", "7d"}) List<Duration> l5,
        @DefaultValue("15m") Duration usableWindow,
        @DefaultValue("24h") Duration cannotReach) {

    static final LevelClocks DEFAULTS = new LevelClocks(
            List.of(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10)),
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(2)),
            List.of(Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(24)),
            List.of(Duration.ofHours(12), Duration.ofHours(24), Duration.ofHours(72)),
            List.of(Duration.ofHours(24), Duration.ofHours(72), Duration.ofDays(7)),
            Duration.ofMinutes(15),
            Duration.ofHours(24));

    private static final int TIMES = 3;

    public LevelClocks {
        l1 = checked("l1", l1);
        l2 = checked("l2", l2);
        l3 = checked("l3", l3);
        l4 = checked("l4", l4);
        l5 = checked("l5", l5);
    }

    /** The clocks of a level. */
    LevelClock of(Level level) {
        List<Duration> times = switch (level) {
            case L1_IMMEDIATE -> l1;
            case L2_EMERGENT -> l2;
            case L3_URGENT -> l3;
            case L4_STANDARD -> l4;
            case L5_ADVICE -> l5;
        };
        return new LevelClock(times.get(0), times.get(1), times.get(2));
    }

    private static List<Duration> checked(String key, List<Duration> times) {
        boolean rising = times.size() == TIMES
                && times.getFirst().isPositive()
                && times.get(0).compareTo(times.get(1)) <= 0
                && times.get(1).compareTo(times.get(2)) <= 0;
        if (!rising) {
            throw new IllegalArgumentException(
                    "wasl.casework.clocks." + key + ": " + times + " (expected: three times, none before the last)");
        }
        return List.copyOf(times);
    }
}
