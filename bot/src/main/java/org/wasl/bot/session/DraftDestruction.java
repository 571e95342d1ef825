package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Has the draft keys that have lived their life destroyed, every hour. Twice it waits: after a start, until what had been
 * accepted before was taken, because destroying comes before reading only once; and for an hour when the clock moved by
 * more than a day since the last time, be it that the node was away or that its clock is wrong, because a key destroyed
 * by a wrong clock is not made good by a right one.
 */
final class DraftDestruction implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(DraftDestruction.class);
    private static final byte[] DONE = Step.ascii("wasl:{bot}:draft-keys");
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration UNLIKELY = Duration.ofHours(24);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final IntSupplier destroyExpired;
    private final Backlog backlog;
    private final RedisClient redis;
    private final byte[] node;
    private final TurnCounters counters;
    private @Nullable Instant before;
    private Instant next = Instant.MIN;

    DraftDestruction(
            IntSupplier destroyExpired, Backlog backlog, RedisClient redis, String node, TurnCounters counters) {
        this.destroyExpired = destroyExpired;
        this.backlog = backlog;
        this.redis = redis;
        this.node = Step.ascii(node);
        this.counters = counters;
    }

    @Override
    public void pass(Instant now) {
        Instant last = before == null ? read(now) : before;
        Duration since = Duration.between(last, now).abs();
        if (since.compareTo(UNLIKELY) > 0) {
            LOG.warn("the clock moved by more than a day since draft keys were last looked at; none is destroyed now");
            counters.clockJumped();
            backlog.begin();
            done(now);
            return;
        }
        if (now.isBefore(next) && !next.isAfter(now.plus(EVERY))) {
            return;
        }
        if (!backlog.taken()) {
            next = now.plus(AGAIN);
            before = now;
            return;
        }
        for (int destroyed = destroyExpired.getAsInt(); destroyed > 0; destroyed--) {
            counters.draftKeyDestroyed();
        }
        done(now);
    }

    private void done(Instant now) {
        write(now);
        before = now;
        next = now.plus(EVERY);
    }

    private Instant read(Instant now) {
        try {
            byte[] stored = redis.hget(DONE, node);
            return stored == null
                    ? now
                    : Instant.ofEpochMilli(Long.parseLong(new String(stored, StandardCharsets.US_ASCII)));
        } catch (JedisException unreachable) {
            throw new StoreUnavailable("store unreadable", unreachable);
        }
    }

    private void write(Instant now) {
        try {
            redis.hset(DONE, node, Step.ascii(Long.toString(now.toEpochMilli())));
        } catch (JedisException unreachable) {
            throw new StoreUnavailable("store not writable", unreachable);
        }
    }
}
