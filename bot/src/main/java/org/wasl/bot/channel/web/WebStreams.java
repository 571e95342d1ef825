package org.wasl.bot.channel.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Gives a page its lines as they come: by server-sent events, or by a poll that waits. Each waiting page has a virtual
 * thread of its own; how many may wait is bounded.
 */
final class WebStreams {

    private static final Logger LOG = LoggerFactory.getLogger(WebStreams.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long RECONNECT_MS = 1_000;

    private final WebOutbox outbox;
    private final WebWaiting waiting;
    private final WebChatSettings settings;
    private final Clock clock;
    private final Semaphore places;
    private volatile boolean ending;

    WebStreams(WebOutbox outbox, WebWaiting waiting, WebChatSettings settings, Clock clock) {
        this.outbox = outbox;
        this.waiting = waiting;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.maxWaiting());
    }

    /** Lets every page go, so that a node that stops need not wait for them; they come back to the next. */
    void end() {
        ending = true;
        waiting.wakeAll();
    }

    /** A stream of the lines after a number; refused when too many pages wait. */
    SseEmitter stream(String address, long after) {
        if (!places.tryAcquire()) {
            throw new WebProblem.Refusal(WebProblem.NOT_RECEIVED);
        }
        // The loop ends the stream itself; the container's own limit is only a net below it.
        SseEmitter emitter =
                new SseEmitter(settings.streamLife().plus(HEARTBEAT).toMillis());
        Thread.ofVirtual().name("web-stream").start(() -> {
            try {
                run(emitter, address, after);
            } finally {
                places.release();
            }
        });
        return emitter;
    }

    private void run(SseEmitter emitter, String address, long after) {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(RECONNECT_MS));
            if (pump(emitter, address, after)) {
                emitter.send(SseEmitter.event().name("over").data("{}"));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("web chat: a page went away ({})", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.warn("web chat: a stream broke off ({})", e.getClass().getSimpleName());
            emitter.complete();
        }
    }

    /** Whether the session ended. */
    private boolean pump(SseEmitter emitter, String address, long after) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(settings.streamLife());
        Instant beat = clock.instant().plus(HEARTBEAT);
        long seen = after;
        while (!ending && clock.instant().isBefore(end)) {
            try (WebWaiting.Ticket ticket = waiting.ticket(address)) {
                List<WebLine.Numbered> lines = outbox.after(address, seen);
                for (WebLine.Numbered line : lines) {
                    emitter.send(SseEmitter.event()
                            .id(Long.toString(line.number()))
                            .data(line.line(), MediaType.APPLICATION_JSON));
                    seen = line.number();
                }
                if (!outbox.living(address, clock.instant())) {
                    return true;
                }
                if (lines.isEmpty()) {
                    ticket.await(settings.lookEvery());
                }
            }
            if (clock.instant().isAfter(beat)) {
                emitter.send(SseEmitter.event().comment("on"));
                beat = clock.instant().plus(HEARTBEAT);
            }
        }
        return false;
    }

    /** The lines after a number, waiting for the first of them at most as long as asked. */
    List<WebLine.Numbered> poll(String address, long after, Duration atMost) throws InterruptedException {
        if (!atMost.isPositive() || !places.tryAcquire()) {
            return outbox.after(address, after);
        }
        try {
            Instant end = clock.instant().plus(atMost);
            while (true) {
                try (WebWaiting.Ticket ticket = waiting.ticket(address)) {
                    List<WebLine.Numbered> lines = outbox.after(address, after);
                    if (!lines.isEmpty()
                            || ending
                            || !clock.instant().isBefore(end)
                            || !outbox.living(address, clock.instant())) {
                        return lines;
                    }
                    ticket.await(settings.lookEvery());
                }
            }
        } finally {
            places.release();
        }
    }
}
