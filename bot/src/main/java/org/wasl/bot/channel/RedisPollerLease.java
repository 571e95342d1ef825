package org.wasl.bot.channel;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import redis.clients.jedis.UnifiedJedis;

/** The lease as a hash in Redis, measured by the clock of Redis, so that the nodes' clocks do not matter. */
public final class RedisPollerLease implements PollerLease {

    private static final RedisScript HOLD = RedisScript.beside(RedisPollerLease.class, "poller-lease.lua");

    private final UnifiedJedis redis;

    public RedisPollerLease(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public OptionalLong hold(String name, String node, Duration life) {
        return run(name, node, life.toMillis());
    }

    @Override
    public void release(String name, String node) {
        run(name, node, 0);
    }

    private OptionalLong run(String name, String node, long life) {
        Object epoch = HOLD.run(
                redis, List.of("wasl:{" + name + "}:lease"), List.of(RedisScript.bytes(node), RedisScript.bytes(life)));
        return epoch instanceof Long held && held > 0 ? OptionalLong.of(held) : OptionalLong.empty();
    }
}
