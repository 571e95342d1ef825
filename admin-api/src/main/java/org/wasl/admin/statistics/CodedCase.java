package org.wasl.admin.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one case: closed codes, the month and the quarter, never a day, a number, a word or a name. It
 * stands apart from the case and outlives it.
 *
 * @param opened the quarter it came in
 * @param closed the quarter it was closed in; {@code null} while open
 * @param codes one value for each dimension that applies
 * @param rules of triage that fired
 * @param times how long each clock ran, as the bucket of {@link #BUCKETS}; without an entry where it never stopped
 */
record CodedCase(
        Quarter opened,
        @Nullable Quarter closed,
        Map<Dimension, String> codes,
        List<String> rules,
        Map<Dimension, Integer> times) {

    /** Upper ends: every target of the urgency scale is one, so that a bucket lies on one side of it. */
    static final List<Duration> BUCKETS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(72),
            Duration.ofDays(7));

    /** The clocks that are counted. */
    static final List<Dimension> CLOCKS = List.of(Dimension.ACKNOWLEDGED, Dimension.ANSWERED, Dimension.ACTED);

    CodedCase {
        codes = Map.copyOf(codes);
        rules = List.copyOf(rules);
        times = Map.copyOf(times);
    }

    /** The bucket of a time; the number of buckets for one longer than all. */
    static int bucket(Duration time) {
        int bucket = 0;
        while (bucket < BUCKETS.size() && time.compareTo(BUCKETS.get(bucket)) > 0) {
            bucket++;
        }
        return bucket;
    }

    boolean open() {
        return closed == null;
    }

    @Override
    public String toString() {
        return "CodedCase[" + opened + ", redacted]";
    }
}
