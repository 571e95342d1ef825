package org.wasl.admin.alert;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.HotCase;

/** Looks at the cases every second, and at once when one comes that needs somebody. */
final class AlertSweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AlertSweep.class);

    /** After the hot set, before the drain brings more. */
    private static final int PHASE = 10;

    private final CaseBook book;
    private final AlertDesk desk;
    private final LiveNews news;
    private final DutyTests tests;
    private final DrillDesk drills;
    private final PresencePublisher presence;
    private final AlertSettings settings;
    private final Semaphore kicks = new Semaphore(0);
    private final Thread sweeper =
            Thread.ofPlatform().name("alert-sweep").daemon().unstarted(this::sweepOnAndOn);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("presence").daemon().factory());
    private volatile boolean running;

    AlertSweep(
            CaseBook book,
            AlertDesk desk,
            LiveNews news,
            DutyTests tests,
            DrillDesk drills,
            PresencePublisher presence,
            AlertSettings settings) {
        this.book = book;
        this.desk = desk;
        this.news = news;
        this.tests = tests;
        this.drills = drills;
        this.presence = presence;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        book.hot().forEach(news::known);
        book.onChange(this::moved);
        sweeper.start();
        timer.scheduleWithFixedDelay(
                () -> guarded("presence", presence::publish),
                0,
                settings.presence().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void moved(HotCase held) {
        news.moved(held);
        boolean unpaged =
                held.pages().stream().noneMatch(page -> page.alertFrom().equals(held.clockFrom()));
        if (held.level().urgent() && held.needsAcknowledgement() && unpaged) {
            kicks.release();
        }
    }

    private void sweepOnAndOn() {
        while (running) {
            guarded("alert sweep", desk::sweep);
            guarded("test alerts", tests::sweep);
            guarded("drills", drills::sweep);
            guarded("presence", presence::publishChange);
            try {
                kicks.tryAcquire(settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
                kicks.drainPermits();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            // Looked at again in a second; the message could quote a document.
            if (running) {
                log.warn("{} failed: {}", what, failed.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        sweeper.interrupt();
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
