package org.wasl.admin.retention;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks again and again: what is due, what two people agreed to, what is gone. In the background, never in a request. */
final class RetentionSweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RetentionSweep.class);

    /** After the hot set was built. */
    private static final int PHASE = 20;

    private final ListDesk lists;
    private final Destroyer destroyer;
    private final RequestLedger requests;
    private final RetentionSettings settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("retention").daemon().factory());
    private volatile boolean running;

    RetentionSweep(ListDesk lists, Destroyer destroyer, RequestLedger requests, RetentionSettings settings) {
        this.lists = lists;
        this.destroyer = destroyer;
        this.requests = requests;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        long pause = settings.sweep().toMillis();
        // Soon after the start: what a kill broke off does not wait for a whole pause.
        timer.scheduleWithFixedDelay(this::once, Math.min(pause, 5_000), pause, TimeUnit.MILLISECONDS);
    }

    /** One round of everything. */
    void once() {
        quietly(destroyer::work);
        quietly(requests::follow);
        quietly(lists::propose);
    }

    /** As soon as a list was agreed to. */
    void soon() {
        timer.execute(() -> quietly(destroyer::work));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            // Taken up by the next round; the message could quote a document.
            log.warn("retention: {}", failed.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
