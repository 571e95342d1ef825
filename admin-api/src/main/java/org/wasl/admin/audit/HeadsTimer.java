package org.wasl.admin.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the chains take note of each other for as long as the node runs. */
final class HeadsTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadsTimer.class);

    private final ScheduledExecutorService timer;

    HeadsTimer(ChainHeads heads, Duration every) {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("wasl-audit-heads").daemon(true).factory());
        timer.execute(() -> quietly(heads::noteFormer));
        timer.scheduleAtFixedRate(
                () -> quietly(heads::exchange), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static void quietly(Runnable exchange) {
        try {
            exchange.run();
        } catch (RuntimeException e) {
            // The next round tries again; a timer that threw would never run again.
            LOG.warn("audit: heads not exchanged ({})", e.getClass().getSimpleName());
        }
    }
}
