package org.wasl.bot.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.wasl.bot.channel.PollerLease;

/** The lease of one JVM. */
public final class InMemoryPollerLease implements PollerLease {

    private final Map<String, Held> leases = new HashMap<>();
    private final Clock clock;

    public InMemoryPollerLease(Clock clock) {
        this.clock = clock;
    }

    private record Held(String node, long epoch, Instant until) {}

    @Override
    public synchronized OptionalLong hold(String name, String node, Duration life) {
        Instant now = clock.instant();
        Held held = leases.getOrDefault(name, new Held("", 0, Instant.MIN));
        boolean living = held.until().isAfter(now);
        boolean mine = living && held.node().equals(node);
        if (living && !mine) {
            return OptionalLong.empty();
        }
        long epoch = mine ? held.epoch() : held.epoch() + 1;
        leases.put(name, new Held(node, epoch, now.plus(life)));
        return OptionalLong.of(epoch);
    }

    @Override
    public synchronized void release(String name, String node) {
        leases.computeIfPresent(
                name, (key, held) -> held.node().equals(node) ? new Held("", held.epoch(), Instant.MIN) : held);
    }
}
