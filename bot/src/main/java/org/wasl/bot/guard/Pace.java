package org.wasl.bot.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * How fast one conversation's words are taken. A bucket of words that refills; when it is empty the next word waits. A
 * word that reads as urgent never waits, and neither does one behind which an urgent one stands.
 */
public final class Pace {

    /**
     * What a conversation has left.
     *
     * @param millis what is in the bucket, in milliseconds of waiting saved; below zero for a conversation never seen
     */
    public record Bucket(long millis, Instant at) {}

    /** Whether a word is taken now. */
    public sealed interface Decision {}

    /** It is; the bucket afterwards. */
    public record Taken(Bucket bucket) implements Decision {}

    /** It waits until then. */
    public record Slowed(Instant until) implements Decision {}

    private final GuardSettings settings;
    private final Predicate<String> urgent;

    /** {@code urgent} tells of a text whether it may be a matter of life; it may be slow and is asked only when words pile up. */
    public Pace(GuardSettings settings, Predicate<String> urgent) {
        this.settings = settings;
        this.urgent = urgent;
    }

    public Decision decide(Bucket bucket, Instant now) {
        long full = settings.every().toMillis() * settings.burst();
        long gained = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        long has = bucket.millis() < 0 ? full : Math.min(full, bucket.millis() + gained);
        long cost = settings.every().toMillis();
        if (has >= cost) {
            return new Taken(new Bucket(has - cost, now));
        }
        Duration wait = Duration.ofMillis(cost - has);
        return new Slowed(now.plus(wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait));
    }

    public boolean urgent(String text) {
        return urgent.test(text);
    }
}
