package org.wasl.admin.console;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.wasl.admin.alert.LiveEvent;
import org.wasl.admin.alert.LiveFeed;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/**
 * Tells open consoles that something moved: a case number and its edition, never what it is about. A stream lives two
 * minutes and the browser opens the next; so a session that was ended hears nothing for longer than that, and one that
 * watches stays signed in.
 */
@Controller
final class LiveStream {
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    /** How soon the browser comes back, in milliseconds. */
    private static final long RETRY = 500;

    private final LiveFeed feed;

    LiveStream(LiveFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Permission.QUEUE_READ)
    SseEmitter live(CurrentStaff staff) {
        LiveFeed.Subscription subscription =
                feed.subscribe().orElseThrow(() -> new ProblemException(Problem.UNAVAILABLE));
        SseEmitter stream = new SseEmitter(0L);
        stream.onCompletion(subscription::close);
        stream.onError(_ -> subscription.close());
        Thread.ofVirtual().name("wasl-live").start(() -> send(staff.id(), subscription, stream));
        return stream;
    }

    private static void send(StaffId staff, LiveFeed.Subscription subscription, SseEmitter stream) {
        long end = System.nanoTime() + LIFE.toNanos();
        try (subscription) {
            stream.send(SseEmitter.event().reconnectTime(RETRY).comment("live"));
            while (System.nanoTime() < end && !subscription.ended()) {
                var events = subscription.take(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
                for (LiveEvent event : events) {
                    stream.send(told(staff, event));
                }
                if (events.isEmpty()) {
                    stream.send(SseEmitter.event().comment("live"));
                }
            }
            stream.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stream.complete();
        } catch (IOException | IllegalStateException gone) {
            // The browser went; its next stream begins with a whole queue.
            subscription.close();
        }
    }

    private static SseEmitter.SseEventBuilder told(StaffId staff, LiveEvent event) {
        return switch (event) {
            case LiveEvent.CaseMoved moved ->
                SseEmitter.event().name("queue").data("{\"case\":\"" + moved.number() + "\",\"edition\":" + moved.edition() + "}");
            case LiveEvent.Alerted alerted ->
                SseEmitter.event().name("alert").data("{\"mine\":" + alerted.paged().contains(staff) + "}");
            case LiveEvent.AlertSeen _ -> SseEmitter.event().name("queue").data("{}");
        };
    }
}
