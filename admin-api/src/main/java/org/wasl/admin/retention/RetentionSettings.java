package org.wasl.admin.retention;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How destruction goes. How long each class of cases is kept is no setting of a node: it stands in {@code retention.yml}.
 *
 * @param sweep how often it is looked whether something is due or half done
 * @param batch most cases on one list, so that two people can answer for it
 * @param unanswered after so many whole days a list nobody settled lapses; what was on it is offered again
 * @param reviewWithin how far ahead a hold's review may lie
 * @param requests how long it is kept that somebody took something back, and what became of it
 * @param longestReason characters of a reason
 * @param headsFile a file the heads of the audit chains are appended to, on a disk a desk administrator cannot rewrite;
 *     empty for none
 * @param headsEvery how often
 */
@ConfigurationProperties("wasl.retention")
public record RetentionSettings(
        @DefaultValue("10m") Duration sweep,
        @DefaultValue("100") int batch,
        @DefaultValue("P30D") Period unanswered,
        @DefaultValue("P1Y") Period reviewWithin,
        @DefaultValue("P3Y") Period requests,
        @DefaultValue("1000") int longestReason,
        @DefaultValue("") String headsFile,
        @DefaultValue("24h") Duration headsEvery) {
    public static final RetentionSettings DEFAULTS = new RetentionSettings(
            Duration.ofMinutes(10),
            100,
            Period.ofDays(30),
            Period.ofYears(1),
            Period.ofYears(3),
            1000,
            "",
            Duration.ofHours(24));

    private static final int MOST = 500;

    public RetentionSettings {
        if (sweep.isNegative() || sweep.isZero() || headsEvery.isNegative() || headsEvery.isZero()) {
            throw new IllegalArgumentException("wasl.retention.sweep, wasl.retention.heads-every: (expected: > 0)");
        }
        if (batch < 1 || batch > MOST) {
            throw new IllegalArgumentException("wasl.retention.batch: " + batch + " (expected: 1 to " + MOST + ")");
        }
        if (longestReason < 1) {
            throw new IllegalArgumentException("wasl.retention.longest-reason: " + longestReason + " (expected: > 0)");
        }
    }
}
