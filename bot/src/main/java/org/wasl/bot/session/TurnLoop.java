package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.triage.intake.Shard;

/**
 * Runs the workers of all shards on a few threads. A shard is passed over when something arrived for it in this
 * process, when another node says so, when its own next time has come, and once a poll; an idle shard costs two reads.
 */
final class TurnLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TurnLoop.class);

    private final TurnParts parts;
    private final Lookout lookout;
    private final List<Chore> chores;
    private final List<ShardWorker> workers = new ArrayList<>();
    private final AtomicReferenceArray<Turnstile> turnstiles = new AtomicReferenceArray<>(Shard.COUNT);
    private final Supplier<ScheduledExecutorService> threads;
    private @Nullable ScheduledExecutorService pool;
    private volatile boolean open;
    private Instant everythingAt = Instant.EPOCH;

    TurnLoop(TurnParts parts, Lookout lookout, List<Chore> chores, Inbox inbox, String instance) {
        this.parts = parts;
        this.chores = List.copyOf(chores);
        this.lookout = lookout;
        this.threads = () -> Executors.newScheduledThreadPool(
                parts.settings().workers() + 1,
                Thread.ofPlatform().daemon().name("wasl-turn-", 0).factory());
        for (int number = 0; number < Shard.COUNT; number++) {
            int shard = number;
            workers.add(new ShardWorker(parts, new Shard(number), instance, () -> again(new Shard(shard))));
            turnstiles.set(number, new Turnstile());
        }
        inbox.onArrival(this::wake);
    }

    /** Begins. What the former run left unfinished is taken up at once. */
    synchronized void start() {
        if (open) {
            return;
        }
        pool = threads.get();
        open = true;
        lookout.listen(this::wake);
        pool.execute(this::lookOver);
    }

    /** Finishes the passes that run and gives the shards back. */
    @Override
    public synchronized void close() {
        ScheduledExecutorService running = pool;
        if (!open || running == null) {
            return;
        }
        open = false;
        lookout.close();
        running.shutdownNow();
        try {
            if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("a pass did not end in time; its shards are given back all the same");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        workers.forEach(ShardWorker::release);
        pool = null;
    }

    /** Has a shard passed over soon. Cheap, and any number of calls until then count as one. */
    void wake(Shard shard) {
        workers.get(shard.number()).arrived();
        again(shard);
    }

    private void again(Shard shard) {
        if (open && turnstiles.get(shard.number()).signal()) {
            submit(shard.number(), Duration.ZERO);
        }
    }

    ShardWorker worker(Shard shard) {
        return workers.get(shard.number());
    }

    private void everything() {
        for (int number = 0; number < Shard.COUNT; number++) {
            if (lookout.leftBehind(ShardKeys.of(new Shard(number)))) {
                wake(new Shard(number));
            }
        }
    }

    private void lookOver() {
        try {
            Instant now = parts.clock().instant();
            if (now.isAfter(everythingAt.plus(parts.settings().sweep()))) {
                everythingAt = now;
                everything();
            }
            for (Shard shard : lookout.withWork(now)) {
                wake(shard);
            }
            if (lookout.wasAway(now)) {
                LOG.info("back after an outage: those who wait on buttons are asked again");
                workers.forEach(ShardWorker::cameBack);
            }
            chores.forEach(chore -> pass(chore, now));
        } catch (RuntimeException unreachable) {
            parts.counters().storeDown();
        } finally {
            schedule(this::lookOver, parts.settings().poll());
        }
    }

    private void pass(Chore chore, Instant now) {
        try {
            chore.pass(now);
        } catch (StoreUnavailable away) {
            parts.counters().storeDown();
        } catch (RuntimeException failed) {
            parts.counters().choreFailed();
            LOG.error(
                    "{} failed: {}",
                    chore.getClass().getSimpleName(),
                    failed.getClass().getName());
        }
    }

    private void run(int number) {
        turnstiles.get(number).enter();
        Instant next = workers.get(number).passOverWhatIsKnown();
        Duration wait = Duration.between(parts.clock().instant(), next);
        if (wait.compareTo(parts.settings().lease()) < 0) {
            schedule(() -> wake(new Shard(number)), wait.isNegative() ? Duration.ZERO : wait);
        }
    }

    private void submit(int number, Duration wait) {
        schedule(
                () -> {
                    try {
                        run(number);
                    } catch (RuntimeException bug) {
                        LOG.error(
                                "pass over shard {} failed: {}",
                                number,
                                bug.getClass().getName());
                        schedule(() -> wake(new Shard(number)), Duration.ofSeconds(1));
                    }
                },
                wait);
    }

    private void schedule(Runnable task, Duration wait) {
        ScheduledExecutorService running = pool;
        if (open && running != null) {
            running.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Lets one pass be waiting at a time. */
    private static final class Turnstile {
        private final AtomicBoolean waiting = new AtomicBoolean();

        boolean signal() {
            return waiting.compareAndSet(false, true);
        }

        void enter() {
            waiting.set(false);
        }
    }
}
