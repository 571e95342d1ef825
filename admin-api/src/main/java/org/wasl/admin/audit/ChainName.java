package org.wasl.admin.audit;

import java.util.Locale;

/**
 * One chain: a node, and how many times it had started before.
 *
 * @param epoch 1 for a node's first start, without gaps
 */
public record ChainName(String node, long epoch) implements Comparable<ChainName> {
    /** {@code desk-1/000012}. */
    public String value() {
        return String.format(Locale.ROOT, "%s/%06d", node, epoch);
    }

    /** Reads what {@link #value()} wrote. */
    public static ChainName parse(String value) {
        int slash = value.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("chain: no epoch (expected: node/epoch)");
        }
        return new ChainName(value.substring(0, slash), Long.parseLong(value.substring(slash + 1)));
    }

    String linkId(long sequence) {
        return String.format(Locale.ROOT, "%s/%012d", value(), sequence);
    }

    @Override
    public int compareTo(ChainName other) {
        int byNode = node.compareTo(other.node);
        return byNode != 0 ? byNode : Long.compare(epoch, other.epoch);
    }
}
