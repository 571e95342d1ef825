package org.wasl.admin.statistics;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Counts what changed, compares now and then, and releases quarters that are over. On every node; each is done once. */
final class StatisticsUpkeep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StatisticsUpkeep.class);

    /** After the cases and the sealed objects are in memory. */
    private static final int PHASE = 100;

    private final CaseCounts cases;
    private final CountBook counts;
    private final StatisticsSettings settings;
    private volatile boolean running;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    StatisticsUpkeep(CaseCounts cases, CountBook counts, StatisticsSettings settings) {
        this.cases = cases;
        this.counts = counts;
        this.settings = settings;
        timer.shutdown();
    }

    @Override
    public void start() {
        cases.listen();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("statistics").daemon().factory());
        timer.scheduleWithFixedDelay(
                () -> safely(cases::follow),
                settings.follow().toMillis(),
                settings.follow().toMillis(),
                TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                () -> safely(this::sweep),
                settings.follow().toMillis(),
                settings.sweep().toMillis(),
                TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                () -> safely(cases::severGone),
                settings.sweep().toMillis(),
                settings.gone().toMillis(),
                TimeUnit.MILLISECONDS);
        running = true;
    }

    private void sweep() {
        if (cases.compared()) {
            counts.releaseDue().forEach(quarter -> log.info("statistics: {} released", quarter));
        }
        cases.compare();
    }

    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            // Stopped in the middle, it goes on at the next start.
            if (running) {
                log.warn("statistics: upkeep failed: {}", failed.getClass().getSimpleName());
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

    @Override
    public int getPhase() {
        return PHASE;
    }
}
