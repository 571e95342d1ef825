package org.wasl.admin.casework;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
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
 * @param contactAttempts how often staff write without an answer before "no contact" is an end
 * @param flood how long the flood switch stays on
 * @param reopenWithin how long after its end new words reopen a case with whoever held it; later it begins anew
 * @param clocks by when a case of each level is acknowledged and acted on
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
        @DefaultValue("60m") Duration parked,
        @DefaultValue("3") int contactAttempts,
        @DefaultValue("2h") Duration flood,
        @DefaultValue("90d") Duration reopenWithin,
        @DefaultValue LevelClocks clocks) {

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
            Duration.ofMinutes(60),
            3,
            Duration.ofHours(2),
            Duration.ofDays(90),
            LevelClocks.DEFAULTS);

    public CaseworkSettings {
        atLeastOne("hot-set-limit", hotSetLimit);
        atLeastOne("largest-case", largestCase);
        atLeastOne("most-parts", mostParts);
        atLeastOne("longest-note", longestNote);
        atLeastOne("most-notes", mostNotes);
        atLeastOne("retries", retries);
        atLeastOne("unclaimed-days", unclaimedDays);
        atLeastOne("contact-attempts", contactAttempts);
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("wasl.casework." + key + ": " + value + " (expected: > 0)");
        }
    }

    /** The clocks of a level. */
    public LevelClock clock(Level level) {
        return clocks.of(level);
    }
}
