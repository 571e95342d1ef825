package org.wasl.admin.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits and times of the drain.
 *
 * @param node this node's name; two nodes of one name would take each other's entries for their own
 * @param poll how often all shards are looked at when nothing wakes the drain
 * @param batch most entries of one shard in hand at once
 * @param attempts how often an entry is tried before it is parked
 * @param pause how long the drain rests when the document store or the chain is away
 * @param alive how long a node that says nothing counts as alive; then its entries are taken over
 * @param typeCheck how often the intake keys are checked for being lists
 * @param mostQuarantined most entries of each kind kept for a look; further ones are only counted
 */
@ConfigurationProperties("wasl.inbox")
public record InboxSettings(
        @DefaultValue("desk-1") String node,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("64") int batch,
        @DefaultValue("3") int attempts,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("15s") Duration alive,
        @DefaultValue("1s") Duration typeCheck,
        @DefaultValue("10000") int mostQuarantined) {

    public static final InboxSettings DEFAULTS = new InboxSettings(
            "desk-1",
            Duration.ofMillis(100),
            64,
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            10_000);

    public InboxSettings {
        if (!node.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException(
                    "wasl.inbox.node: " + node.length() + " characters (expected: 1..32 of a-z, 0-9, -)");
        }
        if (batch < 1 || attempts < 1 || mostQuarantined < 1) {
            throw new IllegalArgumentException("wasl.inbox: batch, attempts and most-quarantined (expected: each > 0)");
        }
    }
}
