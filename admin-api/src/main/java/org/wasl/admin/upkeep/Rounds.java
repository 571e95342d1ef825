package org.wasl.admin.upkeep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work done again and again, with a pause after each time, on daemon threads of its own, for as long as the node runs. A
 * time that fails is told in the log by the class of its exception alone, since a message could quote a document, and the
 * next comes after the pause all the same.
 *
 * <p>{@link #stop} interrupts what is being done and does not wait for it; nothing begins after it, and what breaks off
 * then is not logged. Can be started again. An {@link Error} ends the one work that threw it, as with every timer of the
 * JDK.
 *
 * <p>Immutable but for whether it runs: each of the methods that describe it gives another.
 */
public final class Rounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final ThreadFactory factory;
    private final int threads;
    private final int phase;
    private final Runnable before;
    private final List<Round> rounds;
    private volatile boolean running;
    private volatile @Nullable ScheduledExecutorService timer;

    private Rounds(ThreadFactory factory, int threads, int phase, Runnable before, List<Round> rounds) {
        this.factory = factory;
        this.threads = threads;
        this.phase = phase;
        this.before = before;
        this.rounds = List.copyOf(rounds);
    }

    private record Round(String what, Duration first, Duration pause, Runnable work) {}

    /** On one thread of this name: no two of its works run at the same time. Starts last and stops first. */
    public static Rounds on(String thread) {
        return new Rounds(Thread.ofPlatform().name(thread).daemon().factory(), 1, DEFAULT_PHASE, () -> {}, List.of());
    }

    /** On so many threads, numbered from zero after the prefix, so that one long work does not hold up another. */
    public static Rounds on(String prefix, int threads) {
        return new Rounds(
                Thread.ofPlatform().name(prefix, 0).daemon().factory(), threads, DEFAULT_PHASE, () -> {}, List.of());
    }

    /** The same, started and stopped in this phase of the node. */
    public Rounds inPhase(int given) {
        return new Rounds(factory, threads, given, before, rounds);
    }

    /** The same, with this done before the start is over, on the thread that starts; if it fails, so does the start. */
    public Rounds after(Runnable first) {
        return new Rounds(factory, threads, phase, first, rounds);
    }

    /**
     * The same, with this work too, for the first time after one pause.
     *
     * @param what what the log calls it
     */
    public Rounds every(Duration pause, String what, Runnable work) {
        return every(pause, pause, what, work);
    }

    /**
     * The same, with this work too.
     *
     * @param first how long after the start it is done for the first time
     * @param pause how long after the end of one time the next begins
     * @param what what the log calls it
     */
    public Rounds every(Duration first, Duration pause, String what, Runnable work) {
        Round added = new Round(what, first, pause, work);
        return new Rounds(
                factory,
                threads,
                phase,
                before,
                Stream.concat(rounds.stream(), Stream.of(added)).toList());
    }

    @Override
    public void start() {
        before.run();
        halt();
        // What is handed over while it stops is dropped: the next start takes it up.
        ScheduledExecutorService made =
                new ScheduledThreadPoolExecutor(threads, factory, new ThreadPoolExecutor.DiscardPolicy());
        timer = made;
        running = true;
        for (Round round : rounds) {
            made.scheduleWithFixedDelay(
                    () -> guarded(round.what(), round.work()),
                    round.first().toMillis(),
                    round.pause().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Does this once beside the rounds, as soon as a thread is free; not at all while nothing runs. */
    public void soon(String what, Runnable work) {
        ScheduledExecutorService now = timer;
        if (now != null) {
            now.execute(() -> guarded(what, work));
        }
    }

    /**
     * Does this here and now, as a round would: its failure is logged without its message and goes no further, and while
     * nothing runs it is not done. For the parts of a work of which one must not hold up the next.
     */
    public void guarded(String what, Runnable work) {
        if (!running) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException failed) {
            if (running) {
                log.warn("{} failed: {}", what, failed.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        halt();
    }

    private void halt() {
        ScheduledExecutorService former = timer;
        if (former != null) {
            former.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
