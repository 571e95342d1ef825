package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.Shard;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

/** What had been accepted at one moment, and whether all of it was taken since. Looks at the store alone. */
final class Backlog {

    private final RedisClient redis;
    private @Nullable Map<Shard, Long> waiting;

    Backlog(RedisClient redis) {
        this.redis = redis;
    }

    /** From now on the question is about what lies in the inboxes at the next look. */
    void begin() {
        waiting = null;
    }

    /** Whether nothing is left of what lay there at the first look. Fails with {@link StoreUnavailable}. */
    boolean taken() {
        try {
            Map<Shard, Long> asked = waiting == null ? accepted() : waiting;
            Map<Shard, Long> left = left(asked);
            waiting = left;
            return left.isEmpty();
        } catch (JedisException unreachable) {
            throw new StoreUnavailable("store unreadable", unreachable);
        }
    }

    /** The number of the last entry each shard was ever given. */
    private Map<Shard, Long> accepted() {
        List<Response<byte[]>> answers = new ArrayList<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (int number = 0; number < Shard.COUNT; number++) {
                answers.add(pipeline.hget(ShardKeys.of(new Shard(number)).seq(), Step.ascii("in")));
            }
            pipeline.sync();
        }
        Map<Shard, Long> accepted = new LinkedHashMap<>();
        for (int number = 0; number < Shard.COUNT; number++) {
            byte[] last = answers.get(number).get();
            if (last != null) {
                accepted.put(new Shard(number), Long.parseLong(new String(last, StandardCharsets.US_ASCII)));
            }
        }
        return accepted;
    }

    private Map<Shard, Long> left(Map<Shard, Long> asked) {
        Map<Shard, Response<List<StreamEntry>>> answers = new LinkedHashMap<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            asked.keySet().forEach(shard -> answers.put(shard, pipeline.xrange(shard.key("inbox"), "-", "+", 1)));
            pipeline.sync();
        }
        Map<Shard, Long> left = new LinkedHashMap<>();
        answers.forEach((shard, answer) -> {
            List<StreamEntry> first = answer.get();
            long last = asked.getOrDefault(shard, 0L);
            if (!first.isEmpty() && first.getFirst().getID().getTime() <= last) {
                left.put(shard, last);
            }
        });
        return left;
    }
}
