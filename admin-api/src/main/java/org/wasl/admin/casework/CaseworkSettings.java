package org.wasl.admin.casework;

import static org.wasl.admin.casework.LevelClock.Who.ALL_ON_SHIFT_AND_SUPERVISORS;
import static org.wasl.admin.casework.LevelClock.Who.DIRECTORATE_DUTY;
import static org.wasl.admin.casework.LevelClock.Who.NEXT_ON_SHIFT;
import static org.wasl.admin.casework.LevelClock.Who.REGIONAL_DUTY;
import static org.wasl.admin.casework.LevelClock.Who.SUPERVISORS;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.wasl.admin.casework.LevelClock.Rung;
import org.wasl.triage.report.Level;

/**
 * Limits and clocks of casework.
 *
 * @param hotSetLimit most open cases held in memory; beyond it the least urgent are left in the store and counted
 * @param claimLease how long a claim keeps others out without being renewed
 * @param follow how often the open cases of other nodes are looked at
 * @param largestCase most bytes of one case; what comes beyond is parked and raised to a human
 * @param mostParts most filings of one report
 * @param longestNote most characters staff may write into one note, reason or reply
 * @param mostNotes most notes of one case
 * @param retries how often a write is tried again when another was faster
 * @param unclaimedDays days pieces of an attachment are kept whose transfer was never finished; longer than a bot node
 *     tries again
 * @param attachmentSweep how often such pieces are looked for
 * @param parked how long an urgent case that looks not real stands aside
 */
@ConfigurationProperties("wasl.casework")
public record CaseworkSettings(
        @DefaultValue("20000") int hotSetLimit,
        @DefaultValue("10m") Duration claimLease,
        @DefaultValue("1s") Duration follow,
        @DefaultValue("3500000") int largestCase,
        @DefaultValue("500") int mostParts,
        @DefaultValue("4000") int longestNote,
        @DefaultValue("500") int mostNotes,
        @DefaultValue("50") int retries,
        @DefaultValue("3") int unclaimedDays,
        @DefaultValue("1h") Duration attachmentSweep,
        @DefaultValue("60m") Duration parked) {

    public static final CaseworkSettings DEFAULTS = new CaseworkSettings(
            20_000,
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            3_500_000,
            500,
            4_000,
            500,
            50,
            3,
            Duration.ofHours(1),
            Duration.ofMinutes(60));

    private static final Map<Level, LevelClock> CLOCKS =
            Arrays.stream(Level.values()).collect(Collectors.toMap(Function.identity(), CaseworkSettings::made));

    public CaseworkSettings {
        atLeastOne("hot-set-limit", hotSetLimit);
        atLeastOne("largest-case", largestCase);
        atLeastOne("most-parts", mostParts);
        atLeastOne("longest-note", longestNote);
        atLeastOne("most-notes", mostNotes);
        atLeastOne("retries", retries);
        atLeastOne("unclaimed-days", unclaimedDays);
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("wasl.casework." + key + ": " + value + " (expected: > 0)");
        }
    }

    /**
     * The clocks of a level: the table of the service's urgency scale. The first rung of L1 and L2 stands at zero,
     * since the alert itself is a page; the second of L1 is the next person after a minute nobody saw it.
     */
    public LevelClock clock(Level level) {
        return Objects.requireNonNull(CLOCKS.get(level));
    }

    private static LevelClock made(Level level) {
        return switch (level) {
            case L1_IMMEDIATE ->
                new LevelClock(
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        List.of(
                                new Rung(Duration.ZERO, NEXT_ON_SHIFT),
                                new Rung(Duration.ofMinutes(1), NEXT_ON_SHIFT),
                                new Rung(Duration.ofMinutes(3), ALL_ON_SHIFT_AND_SUPERVISORS),
                                new Rung(Duration.ofMinutes(5), REGIONAL_DUTY),
                                new Rung(Duration.ofMinutes(10), DIRECTORATE_DUTY)));
            case L2_EMERGENT ->
                new LevelClock(
                        Duration.ofMinutes(15),
                        Duration.ofHours(2),
                        List.of(
                                new Rung(Duration.ZERO, NEXT_ON_SHIFT),
                                new Rung(Duration.ofMinutes(20), SUPERVISORS),
                                new Rung(Duration.ofMinutes(60), REGIONAL_DUTY),
                                new Rung(Duration.ofHours(2), DIRECTORATE_DUTY)));
            case L3_URGENT ->
                new LevelClock(
                        Duration.ofHours(2),
                        Duration.ofHours(24),
                        List.of(
                                new Rung(Duration.ofHours(3), SUPERVISORS),
                                new Rung(Duration.ofHours(24), REGIONAL_DUTY)));
            case L4_STANDARD -> new LevelClock(Duration.ofHours(12), Duration.ofHours(72), List.of());
            case L5_ADVICE -> new LevelClock(Duration.ofHours(24), Duration.ofDays(7), List.of());
        };
    }

    /** The lane "to confirm": the console alone for fifteen minutes, then the supervisors, never above. */
    public LevelClock toConfirmClock() {
        LevelClock standard = clock(Level.L2_EMERGENT);
        return new LevelClock(
                standard.acknowledge(), standard.act(), List.of(new Rung(Duration.ofMinutes(15), SUPERVISORS)));
    }
}
