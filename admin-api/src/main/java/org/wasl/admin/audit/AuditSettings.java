package org.wasl.admin.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the chains are kept.
 *
 * @param node this node's name; every node writes chains of its own
 * @param groupSize most entries in one write; those that came while one was under way share the next
 * @param waiting most entries waiting to be written; more are told the chain is unavailable
 * @param patience how long a caller waits for its entry to be durable
 * @param headsEvery how often this chain takes note of the heads of the others
 * @param mostRead how many entries are looked at for one excerpt of the log
 * @param samplePercent how many of a hundred cases an auditor may look into
 */
@ConfigurationProperties("wasl.audit")
public record AuditSettings(
        @DefaultValue("desk-1") String node,
        @DefaultValue("256") int groupSize,
        @DefaultValue("4096") int waiting,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("1m") Duration headsEvery,
        @DefaultValue("5000") int mostRead,
        @DefaultValue("5") int samplePercent) {
    public static final AuditSettings DEFAULTS =
            new AuditSettings("desk-1", 256, 4096, Duration.ofSeconds(5), Duration.ofMinutes(1), 5000, 5);

    public AuditSettings {
        if (!node.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("wasl.audit.node: (expected: 1 to 32 of a-z, 0-9 and -)");
        }
        if (groupSize < 1 || waiting < 1 || mostRead < 1) {
            throw new IllegalArgumentException(
                    "wasl.audit.group-size, wasl.audit.waiting, wasl.audit.most-read: (expected: > 0)");
        }
        if (samplePercent < 0 || samplePercent > 100) {
            throw new IllegalArgumentException("wasl.audit.sample-percent: " + samplePercent + " (expected: 0 to 100)");
        }
    }
}
