package org.wasl.admin.alert;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the ladder is tried out by itself, Baghdad time. Never before somebody real has signed in.
 *
 * @param shiftStarts at each of these times; the service's own hours, so none by default
 * @param monthlyDay on this day of each month as well, 0 for none
 * @param monthlyAt at this time, at night
 * @param longest a drill nobody acknowledged ends after this, and says so
 */
@ConfigurationProperties("wasl.alert.drill")
public record DrillSettings(
        @DefaultValue({}) List<LocalTime> shiftStarts,
        @DefaultValue("1") int monthlyDay,
        @DefaultValue("03:10") LocalTime monthlyAt,
        @DefaultValue("15m") Duration longest) {

    public static final DrillSettings DEFAULTS =
            new DrillSettings(List.of(), 1, LocalTime.of(3, 10), Duration.ofMinutes(15));

    /** So that every month has it. */
    private static final int LAST_DAY = 28;

    public DrillSettings {
        shiftStarts = List.copyOf(shiftStarts);
        if (monthlyDay < 0 || monthlyDay > LAST_DAY) {
            throw new IllegalArgumentException(
                    "wasl.alert.drill.monthly-day: " + monthlyDay + " (expected: 0.." + LAST_DAY + ")");
        }
        if (!longest.isPositive()) {
            throw new IllegalArgumentException("wasl.alert.drill.longest: " + longest + " (expected: > 0)");
        }
    }
}
