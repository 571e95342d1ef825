package org.wasl.admin.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.seal.Bytes;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.args.ListDirection;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * The intake lists as a desk node sees them. An entry is always in exactly one list: the shard's, or that of the node
 * that is working on it, until it is settled.
 */
final class IntakeLists {
    static final List<Shard> ALL =
            IntStream.range(0, Shard.COUNT).mapToObj(Shard::new).toList();

    /** Each node, scored by the store's own time until which it says to be there: no node's clock decides. */
    private static final String NODES = "wasl:{desk}:alive";

    private final RedisClient redis;
    private final String node;

    IntakeLists(RedisClient redis, String node) {
        this.redis = redis;
        this.node = node;
    }

    /** One entry in hand. */
    record InHand(Shard shard, Bytes sealed) {}

    /** What one look at all shards brought. */
    record Taken(List<InHand> entries, Set<Shard> wrongType) {}

    /**
     * Takes the oldest entries of these shards into this node's lists, and lists which keys are no lists.
     *
     * @param each most entries of each shard
     */
    Taken take(List<Shard> shards, int each) {
        List<Shard> asked = new ArrayList<>();
        List<Response<byte[]>> answers = new ArrayList<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (Shard shard : shards) {
                for (int i = 0; i < each; i++) {
                    asked.add(shard);
                    answers.add(pipeline.lmove(
                            key(shard.intakeKey()),
                            key(shard.drainKey(node)),
                            ListDirection.LEFT,
                            ListDirection.RIGHT));
                }
            }
            pipeline.sync();
        }
        return taken(asked, answers);
    }

    /** What this node had in hand when it stopped, oldest first. */
    List<InHand> left() {
        List<Response<List<byte[]>>> answers = new ArrayList<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            ALL.forEach(shard -> answers.add(pipeline.lrange(key(shard.drainKey(node)), 0, -1)));
            pipeline.sync();
        }
        List<InHand> left = new ArrayList<>();
        for (Shard shard : ALL) {
            answers.get(shard.number()).get().forEach(entry -> left.add(new InHand(shard, Bytes.copyOf(entry))));
        }
        return left;
    }

    /** Done with one entry: it is nowhere any more. */
    void settle(InHand entry) {
        redis.lrem(key(entry.shard().drainKey(node)), 1, entry.sealed().toArray());
    }

    /** Says that this node is alive, for so long. */
    void alive(long millis) {
        redis.zadd(NODES, storeMillis() + (double) millis, node);
    }

    /** Nodes that said they were there and have been silent since. */
    Set<String> silent() {
        Set<String> silent = new HashSet<>();
        for (String other : redis.zrangeByScore(NODES, Double.NEGATIVE_INFINITY, storeMillis())) {
            if (!other.equals(node) && other.matches("[a-z0-9-]{1,32}")) {
                silent.add(other);
            }
        }
        return silent;
    }

    private long storeMillis() {
        List<?> time = (List<?>) redis.sendCommand(Protocol.Command.TIME);
        return number(time.get(0)) * 1000 + number(time.get(1)) / 1000;
    }

    private static long number(@Nullable Object answered) {
        return answered instanceof byte[] digits ? Long.parseLong(new String(digits, StandardCharsets.US_ASCII)) : 0;
    }

    /** Takes over what a silent node had in hand. */
    int takeOver(String other) {
        int taken = 0;
        for (Shard shard : ALL) {
            while (redis.lmove(
                            key(shard.drainKey(other)),
                            key(shard.drainKey(node)),
                            ListDirection.LEFT,
                            ListDirection.RIGHT)
                    != null) {
                taken++;
            }
        }
        redis.zrem(NODES, other);
        return taken;
    }

    /** Keys that hold something else than a list: a bot node was tampered with. */
    Set<Shard> wrongTypes() {
        List<Response<String>> answers = new ArrayList<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            ALL.forEach(shard -> answers.add(pipeline.type(shard.intakeKey())));
            pipeline.sync();
        }
        Set<Shard> wrong = new HashSet<>();
        for (Shard shard : ALL) {
            String type = answers.get(shard.number()).get();
            if (!type.equals("none") && !type.equals("list")) {
                wrong.add(shard);
            }
        }
        return wrong;
    }

    private static Taken taken(List<Shard> asked, List<Response<byte[]>> answers) {
        List<InHand> entries = new ArrayList<>();
        Set<Shard> wrongType = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            try {
                byte[] sealed = answers.get(i).get();
                if (sealed != null) {
                    entries.add(new InHand(asked.get(i), Bytes.copyOf(sealed)));
                }
            } catch (JedisDataException refused) {
                wrongType.add(asked.get(i));
            }
        }
        return new Taken(entries, wrongType);
    }

    private static byte[] key(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
