package org.wasl.admin.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * Turns what moves in the hot set into live events, whichever node moved it. What was told before is remembered for each
 * open case, so an alert sounds once.
 */
final class LiveNews {
    private final LiveFeed feed;
    private final Clock clock;
    private final Map<CaseNumber, Told> told = new ConcurrentHashMap<>();

    LiveNews(LiveFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** @param acting the highest rung of the second clock, -1 while it calls nobody */
    private record Told(Instant alertFrom, int rung, int acting, int seen, Instant visit, Instant offer) {
        static final Told NOTHING = new Told(Instant.EPOCH, -1, -1, 0, Instant.EPOCH, Instant.EPOCH);
    }

    /** What stands when the console starts is no news. */
    void known(HotCase held) {
        told.put(held.number(), now(held));
    }

    void moved(HotCase held) {
        Instant at = clock.instant();
        Told present = now(held);
        Told before = held.status().open() ? told.put(held.number(), present) : told.remove(held.number());
        feed.publish(new LiveEvent.CaseMoved(held, before == null, at));
        Told last = before == null ? Told.NOTHING : before;
        Told same = last.alertFrom().equals(present.alertFrom()) ? last : Told.NOTHING;
        if (present.rung() > same.rung()) {
            feed.publish(new LiveEvent.Alerted(
                    held, held.level(), present.rung(), above(held, Page.Clock.ACKNOWLEDGE, present.rung() - 1), at));
        }
        if (present.acting() > same.acting()) {
            feed.publish(new LiveEvent.Alerted(
                    held, held.level(), present.acting(), above(held, Page.Clock.ACT, same.acting()), at));
        }
        if (present.visit().isAfter(last.visit())) {
            feed.publish(new LiveEvent.Alerted(
                    held, Level.L1_IMMEDIATE, 0, paged(held, Page.Clock.VISIT, present.visit()), at));
        }
        if (present.offer().isAfter(last.offer())) {
            feed.publish(
                    new LiveEvent.Alerted(held, held.level(), 0, paged(held, Page.Clock.OFFER, present.offer()), at));
        }
        if (before != null && before.seen() < present.seen()) {
            held.pages().stream()
                    .filter(page -> page.seen() != null)
                    .reduce((earlier, later) -> later)
                    .ifPresent(page -> feed.publish(new LiveEvent.AlertSeen(held, page.staff(), at)));
        }
    }

    private static Told now(HotCase held) {
        int seen =
                (int) held.pages().stream().filter(page -> page.seen() != null).count();
        return new Told(
                held.clockFrom(),
                rung(held, Page.Clock.ACKNOWLEDGE),
                rung(held, Page.Clock.ACT),
                seen,
                latest(held, Page.Clock.VISIT),
                latest(held, Page.Clock.OFFER));
    }

    private static int rung(HotCase held, Page.Clock which) {
        return held.pages().stream()
                .filter(page -> page.of(which, held.clockFrom()))
                .mapToInt(Page::rung)
                .max()
                .orElse(-1);
    }

    /** Since when the latest alert of this kind calls. */
    private static Instant latest(HotCase held, Page.Clock which) {
        return held.pages().stream()
                .filter(page -> page.of(which, page.alertFrom()))
                .map(Page::alertFrom)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Who is called to somebody missed on a visit or asking for help, or given the case. */
    private static Set<StaffId> paged(HotCase held, Page.Clock which, Instant from) {
        return held.pages().stream()
                .filter(page -> page.of(which, from))
                .map(Page::staff)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whom the clock that runs called above this rung. */
    private static Set<StaffId> above(HotCase held, Page.Clock which, int rung) {
        return held.pages().stream()
                .filter(page -> page.of(which, held.clockFrom()) && page.rung() > rung)
                .map(Page::staff)
                .collect(Collectors.toUnmodifiableSet());
    }
}
