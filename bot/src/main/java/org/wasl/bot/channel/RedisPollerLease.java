package org.wasl.bot.channel;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import redis.clients.jedis.UnifiedJedis;

/** The lease as a hash in Redis, measured by the clock of Redis, so that the nodes' clocks do not matter. */
public final class RedisPollerLease implements PollerLease {

    private static final RedisScript HOLD = RedisScript.beside(RedisPollerLease.class, "poller-lease.lua");

    private final UnifiedJedis redis;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public RedisPollerLease(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public OptionalLong hold(String name, String node, Duration life) {
        boolean first = !asked.contains(name + node);
        OptionalLong epoch = run(name, node, life.toMillis(), first ? beforeSlash(node) : "");
        asked.add(name + node);
        return epoch;
    }

    @Override
    public void release(String name, String node) {
        run(name, node, 0, "");
    }

    private static String beforeSlash(String node) {
        return node.substring(0, node.indexOf('/') + 1);
    }

    private OptionalLong run(String name, String node, long life, String takesOver) {
        Object epoch = HOLD.run(
                redis,
                List.of("wasl:{" + name + "}:lease"),
                List.of(RedisScript.bytes(node), RedisScript.bytes(life), RedisScript.bytes(takesOver)));
        return epoch instanceof Long held && held > 0 ? OptionalLong.of(held) : OptionalLong.empty();
    }
}
