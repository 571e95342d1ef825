package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** What a worker reads from the store; it writes through {@link DurableCommit} alone. Fails with {@link StoreUnavailable}. */
final class Shelf {

    /** An inbox entry as it lies there. */
    record Lying(String inboxId, ConversationKey key, String name, byte[] sealed) {

        /** Ids are {@code n-0}, n from the shard's counter. */
        long number() {
            return Long.parseLong(inboxId.substring(0, inboxId.indexOf('-')));
        }
    }

    private final RedisClient redis;

    Shelf(RedisClient redis) {
        this.redis = redis;
    }

    /** Entries after number {@code after}, oldest first. */
    List<Lying> inbox(ShardKeys keys, long after, int most) {
        byte[] from = Step.ascii("(" + after + "-0");
        return read(() -> {
            List<Lying> found = new ArrayList<>();
            for (Object entry : redis.xrange(keys.inbox(), from, Step.ascii("+"), most)) {
                List<?> pair = (List<?>) entry;
                Map<String, byte[]> fields = fields((List<?>) pair.get(1));
                found.add(new Lying(
                        text(pair.get(0)),
                        new ConversationKey(text(fields.get("c"))),
                        text(fields.get("e")),
                        fields.getOrDefault("d", new byte[0])));
            }
            return found;
        });
    }

    List<byte @Nullable []> states(ShardKeys keys, List<ConversationKey> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        byte[][] fields = wanted.stream().map(key -> Step.ascii(key.hex())).toArray(byte[][]::new);
        return read(() -> redis.hmget(keys.states(), fields));
    }

    /** All fields of a hash, by name. */
    Map<String, byte[]> all(byte[] hash) {
        return read(() -> {
            Map<String, byte[]> found = new LinkedHashMap<>();
            redis.hgetAll(hash).forEach((name, value) -> found.put(text(name), value));
            return found;
        });
    }

    byte @Nullable [] one(byte[] hash, String field) {
        return read(() -> redis.hget(hash, Step.ascii(field)));
    }

    /** Members scored up to then, lowest first. */
    List<String> upTo(byte[] sortedSet, Instant then, int most) {
        return read(() ->
                redis
                        .zrangeByScore(
                                sortedSet, Step.ascii("-inf"), Step.ascii(Long.toString(then.toEpochMilli())), 0, most)
                        .stream()
                        .map(Shelf::text)
                        .toList());
    }

    /** Members scored from then on. */
    List<String> since(byte[] sortedSet, Instant then, int most) {
        return read(() ->
                redis
                        .zrangeByScore(
                                sortedSet, Step.ascii(Long.toString(then.toEpochMilli())), Step.ascii("+inf"), 0, most)
                        .stream()
                        .map(Shelf::text)
                        .toList());
    }

    void forgetUpTo(byte[] sortedSet, Instant then) {
        read(() ->
                redis.zremrangeByScore(sortedSet, Step.ascii("-inf"), Step.ascii(Long.toString(then.toEpochMilli()))));
    }

    private static Map<String, byte[]> fields(List<?> flat) {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put(text(flat.get(i)), (byte[]) flat.get(i + 1));
        }
        return fields;
    }

    private static String text(@Nullable Object bytes) {
        return bytes == null ? "" : new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.run();
        } catch (JedisException unreachable) {
            throw new StoreUnavailable("store unreadable", unreachable);
        }
    }

    private interface Reading<T> {
        T run();
    }
}
