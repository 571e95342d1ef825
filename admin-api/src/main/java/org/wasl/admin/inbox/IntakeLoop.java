package org.wasl.admin.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.Shard;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;

/**
 * Runs the drain: at once when a bot says a shard has grown, every tenth of a second anyhow, since a hint can be lost.
 */
final class IntakeLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IntakeLoop.class);

    /** After the hot set and the sweeps. */
    private static final int PHASE = 20;

    private static final int MOST_HINTS = 4 * Shard.COUNT;

    private final IntakeDrain drain;
    private final IntakeLists lists;
    private final RedisClient redis;
    private final InboxSettings settings;
    private final BlockingQueue<Shard> hints = new LinkedBlockingQueue<>(MOST_HINTS);
    private final JedisPubSub listener = new Listener();
    private final Thread drainer =
            Thread.ofPlatform().name("intake-drain").daemon().unstarted(this::drainOnAndOn);
    private final Thread waker =
            Thread.ofPlatform().name("intake-wake").daemon().unstarted(this::listenOnAndOn);
    private volatile boolean running;

    IntakeLoop(IntakeDrain drain, IntakeLists lists, RedisClient redis, InboxSettings settings) {
        this.drain = drain;
        this.lists = lists;
        this.redis = redis;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        drainer.start();
        waker.start();
    }

    private void drainOnAndOn() {
        boolean resumed = false;
        long aliveAt = 0;
        long typesAt = 0;
        long allAt = 0;
        while (running) {
            try {
                long now = System.nanoTime();
                if (!resumed || now - aliveAt > settings.alive().toNanos() / 3) {
                    lists.alive(settings.alive().toMillis());
                    aliveAt = now;
                    if (!resumed) {
                        drain.resume();
                        resumed = true;
                    }
                    drain.takeOver();
                }
                if (now - typesAt > settings.typeCheck().toNanos()) {
                    drain.checkTypes();
                    typesAt = now;
                }
                boolean all = now - allAt >= settings.poll().toNanos();
                List<Shard> shards =
                        all ? IntakeLists.ALL : hinted(settings.poll().toNanos() - (now - allAt));
                if (all) {
                    allAt = now;
                }
                while (running && !shards.isEmpty() && drain.round(shards)) {
                    // More of the same shards: whatever a burst brought is taken before the next wait.
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException away) {
                log.warn("intake: drain rests: {}", away.getClass().getSimpleName());
                rest();
            }
        }
    }

    /** The shards a hint named, waiting at most so long for the first. */
    private List<Shard> hinted(long nanos) throws InterruptedException {
        Shard first = hints.poll(nanos, TimeUnit.NANOSECONDS);
        if (first == null) {
            return List.of();
        }
        List<Shard> named = new ArrayList<>();
        named.add(first);
        hints.drainTo(named);
        Set<Shard> once = named.stream().collect(Collectors.toSet());
        return List.copyOf(once);
    }

    private void listenOnAndOn() {
        while (running) {
            try {
                redis.subscribe(listener, Boundary.INTAKE_WAKE);
            } catch (RuntimeException away) {
                // Without hints the drain is a tenth of a second slower, no more.
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(settings.pause().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            listener.unsubscribe();
        } catch (RuntimeException notSubscribed) {
            log.debug("intake: no hints were listened to");
        }
        waker.interrupt();
        join();
    }

    /** Lets the entry in hand be finished, so that the next start has nothing to take up. */
    private void join() {
        try {
            drainer.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        drainer.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private final class Listener extends JedisPubSub {
        @Override
        public void onMessage(String channel, String message) {
            if (message.matches("[0-9]{1,3}") && Integer.parseInt(message) < Shard.COUNT) {
                hints.offer(new Shard(Integer.parseInt(message)));
            }
        }
    }
}
