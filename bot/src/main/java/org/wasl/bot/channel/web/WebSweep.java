package org.wasl.bot.channel.web;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends silent sessions each minute. A session that is due counts as ended before the sweep comes. */
final class WebSweep {

    private static final Logger LOG = LoggerFactory.getLogger(WebSweep.class);

    private final WebOutbox outbox;
    private final WebUploads uploads;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("web-sweep").factory());

    WebSweep(WebOutbox outbox, WebUploads uploads, Clock clock) {
        this.outbox = outbox;
        this.uploads = uploads;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            outbox.sweep(clock.instant());
            uploads.sweep();
        } catch (RuntimeException e) {
            // An exception that got out would end the timer.
            LOG.warn(
                    "web chat: the sweep failed and comes again ({})",
                    e.getClass().getSimpleName());
        }
    }

    void stop() {
        timer.shutdownNow();
    }
}
