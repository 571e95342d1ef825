package org.wasl.admin.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.audit.AuditTrail;

/** Reads what is live before anything else starts, then keeps it in step with other nodes and copies audit entries. */
final class StoreUpkeep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StoreUpkeep.class);

    /** Beside the cases: before the sweeps and the web server. */
    private static final int PHASE = 0;

    private final ObjectStores stores;
    private final AuditTrail trail;
    private final StoreSettings settings;
    private volatile boolean running;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    StoreUpkeep(ObjectStores stores, AuditTrail trail, StoreSettings settings) {
        this.stores = stores;
        this.trail = trail;
        this.settings = settings;
        timer.shutdown();
    }

    @Override
    public void start() {
        stores.follow();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("store-upkeep").daemon().factory());
        long pause = settings.follow().toMillis();
        timer.scheduleWithFixedDelay(this::once, pause, pause, TimeUnit.MILLISECONDS);
        running = true;
    }

    private void once() {
        try {
            stores.follow();
            stores.copyAudits(trail);
        } catch (RuntimeException failed) {
            // Tried again in a moment; the message could quote a document.
            log.warn("store upkeep failed: {}", failed.getClass().getSimpleName());
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
