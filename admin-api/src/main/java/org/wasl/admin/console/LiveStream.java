package org.wasl.admin.console;

import com.mongodb.MongoException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.wasl.admin.alert.LiveEvent;
import org.wasl.admin.alert.LiveFeed;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.SessionWatch;
import org.wasl.admin.officer.WhileLocked;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/**
 * Tells open consoles that something moved: a case number and its edition, never what it is about. Of a case its reader
 * may not know of it says only that something did; whoever counts along learns of no number. A stream lives two
 * minutes and the browser opens the next, which keeps one who watches signed in. It ends within ten seconds of its
 * session, whoever ended that.
 */
@Controller
final class LiveStream {
    private static final Duration LIFE = Duration.ofMinutes(2);
    /** How often it says that it lives, and how often its session is looked at. */
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** How soon the browser comes back, in milliseconds. */
    private static final long RETRY = 500;

    private final LiveFeed feed;
    private final SessionWatch sessions;
    private final BiPredicate<CurrentStaff, HotCase> mayKnow;

    /** @param mayKnow whether somebody may know that there is such a case */
    LiveStream(LiveFeed feed, SessionWatch sessions, BiPredicate<CurrentStaff, HotCase> mayKnow) {
        this.feed = feed;
        this.sessions = sessions;
        this.mayKnow = mayKnow;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Permission.QUEUE_READ)
    @WhileLocked(because = "it says that something moved and not what; an alert must sound on a covered screen too")
    SseEmitter live(CurrentStaff staff, Authentication caller) {
        SessionWatch.Watched session =
                sessions.of(caller).orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN));
        LiveFeed.Subscription subscription =
                feed.subscribe().orElseThrow(() -> new ProblemException(Problem.UNAVAILABLE));
        SseEmitter stream = new SseEmitter(0L);
        stream.onCompletion(subscription::close);
        stream.onError(_ -> subscription.close());
        Thread.ofVirtual().name("wasl-live").start(() -> send(staff, session, subscription, stream));
        return stream;
    }

    private void send(
            CurrentStaff staff, SessionWatch.Watched session, LiveFeed.Subscription subscription, SseEmitter stream) {
        long end = System.nanoTime() + LIFE.toNanos();
        long look = System.nanoTime() + LOOK.toNanos();
        try (subscription) {
            stream.send(SseEmitter.event().reconnectTime(RETRY).comment("live"));
            while (System.nanoTime() < end && !subscription.ended()) {
                var events = subscription.take(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (System.nanoTime() >= look) {
                    if (!session.holds()) {
                        break;
                    }
                    look = System.nanoTime() + LOOK.toNanos();
                }
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
        } catch (DataAccessException | MongoException away) {
            // Whether the session still holds is not known: the browser asks again, and is answered when the store is
            // back.
            stream.complete();
        } catch (IOException | IllegalStateException gone) {
            // The browser went; its next stream begins with a whole queue.
            subscription.close();
        }
    }

    /** What one reader is told of it. */
    SseEmitter.SseEventBuilder told(CurrentStaff staff, LiveEvent event) {
        return switch (event) {
            case LiveEvent.CaseMoved moved ->
                SseEmitter.event()
                        .name("queue")
                        .data(
                                mayKnow.test(staff, moved.about())
                                        ? "{\"case\":\"" + moved.about().number() + "\",\"edition\":"
                                                + moved.about().edition() + "}"
                                        : "{}");
            case LiveEvent.Alerted alerted ->
                SseEmitter.event()
                        .name("alert")
                        .data("{\"mine\":" + alerted.paged().contains(staff.id()) + "}");
            case LiveEvent.AlertSeen _ -> SseEmitter.event().name("queue").data("{}");
        };
    }
}
