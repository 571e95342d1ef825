package org.wasl.admin.receipt;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Throws away numbers no page fetched. */
final class ReceiptSweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReceiptSweep.class);

    private final ReceiptDesk desk;
    private final Duration pause;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("receipts-sweep").daemon().factory());
    private volatile boolean running;

    ReceiptSweep(ReceiptDesk desk, ReceiptSettings settings) {
        this.desk = desk;
        this.pause = settings.sweep();
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::pass, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void pass() {
        try {
            desk.sweep();
        } catch (RuntimeException failed) {
            // Looked at again in a moment; the message could quote a document.
            if (running) {
                log.warn("receipt sweep failed: {}", failed.getClass().getSimpleName());
            }
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
}
