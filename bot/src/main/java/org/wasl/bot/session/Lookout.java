package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.triage.intake.Shard;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;

/** Sees which shards have work: by a message from the node that accepted it, and by looking over all of them. */
final class Lookout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final byte[] ALIVE = "wasl:{bot}:alive".getBytes(StandardCharsets.US_ASCII);

    private final RedisClient redis;
    private final SessionSettings settings;
    private final String instance;
    private volatile boolean open = true;
    private volatile @Nullable JedisPubSub subscription;
    private Instant saidAlive = Instant.EPOCH;

    Lookout(RedisClient redis, SessionSettings settings, String instance) {
        this.instance = instance;
        this.redis = redis;
        this.settings = settings;
    }

    /** Shards in which something waits or is due. One pipeline. */
    List<Shard> withWork(Instant now) {
        List<Response<Long>> inboxes = new ArrayList<>();
        List<Response<Long>> timers = new ArrayList<>();
        byte[] due = Step.ascii(Long.toString(now.toEpochMilli()));
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (int number = 0; number < Shard.COUNT; number++) {
                ShardKeys keys = ShardKeys.of(new Shard(number));
                inboxes.add(pipeline.xlen(keys.inbox()));
                timers.add(pipeline.zcount(keys.timers(), Step.ascii("-inf"), due));
            }
            pipeline.sync();
        }
        List<Shard> found = new ArrayList<>();
        for (int number = 0; number < Shard.COUNT; number++) {
            if (inboxes.get(number).get() > 0 || timers.get(number).get() > 0) {
                found.add(new Shard(number));
            }
        }
        return found;
    }

    /** Whether a former run left something here that no inbox and no timer tells of, or something old enough to sweep. */
    boolean leftBehind(ShardKeys keys) {
        try {
            return redis.hlen(keys.outbox()) > 0
                    || redis.hlen(keys.work()) > 0
                    || redis.hlen(keys.hops()) > 0
                    || redis.zcard(keys.words()) > 0
                    || redis.zcard(keys.dedupe()) > 0
                    || redis.zcard(keys.attachTimes()) > 0;
        } catch (JedisException unreachable) {
            return true;
        }
    }

    /** Notes that this node is there, and says whether it was away for longer than taps live. */
    boolean wasAway(Instant now) {
        if (now.isBefore(saidAlive.plusSeconds(10))) {
            return false;
        }
        byte[] field = Step.ascii(settings.node());
        byte[] before = redis.hget(ALIVE, field);
        redis.hset(ALIVE, field, Step.ascii(Long.toString(now.toEpochMilli())));
        saidAlive = now;
        if (before == null) {
            return false;
        }
        long then = Long.parseLong(new String(before, StandardCharsets.US_ASCII));
        return Instant.ofEpochMilli(then).plus(settings.outage()).isBefore(now);
    }

    void listen(Consumer<Shard> wake) {
        Thread.ofPlatform().daemon().name("wasl-inbox-wake").start(() -> {
            while (open) {
                try {
                    subscribe(wake);
                } catch (JedisException unreachable) {
                    pause();
                }
            }
        });
    }

    private void subscribe(Consumer<Shard> wake) {
        JedisPubSub heard = new JedisPubSub() {
            @Override
            public void onMessage(String channel, String message) {
                String[] said = message.split(" ", 2);
                boolean own = said.length == 2 && said[1].equals(instance);
                if (!own && said[0].matches("\\d{1,3}") && Integer.parseInt(said[0]) < Shard.COUNT) {
                    wake.accept(new Shard(Integer.parseInt(said[0])));
                }
            }
        };
        subscription = heard;
        redis.subscribe(heard, Step.INBOX_WAKE);
    }

    private void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        JedisPubSub heard = subscription;
        if (heard != null && heard.isSubscribed()) {
            try {
                heard.unsubscribe();
            } catch (JedisException gone) {
                LOG.debug("the wake channel was gone before it was left");
            }
        }
    }
}
