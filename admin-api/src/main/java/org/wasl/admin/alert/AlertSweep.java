package org.wasl.admin.alert;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.upkeep.Rounds;

/** Looks at the cases every second, and at once when one comes that needs somebody. */
final class AlertSweep implements SmartLifecycle {
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
    private final Rounds rounds;

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
        rounds = Rounds.on("presence")
                .inPhase(PHASE)
                .every(Duration.ZERO, settings.presence(), "presence", presence::publish);
    }

    @Override
    public void start() {
        book.hot().forEach(news::known);
        book.onChange(this::moved);
        rounds.start();
        sweeper.start();
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
        while (rounds.isRunning()) {
            rounds.guarded("alert sweep", desk::sweep);
            rounds.guarded("test alerts", tests::sweep);
            rounds.guarded("drills", drills::sweep);
            rounds.guarded("presence", presence::publishChange);
            try {
                kicks.tryAcquire(settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
                kicks.drainPermits();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        rounds.stop();
        sweeper.interrupt();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    @Override
    public int getPhase() {
        return rounds.getPhase();
    }
}
