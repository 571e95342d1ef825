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

    private record Told(Instant alertFrom, int rung, int seen, Instant visit, Instant offer) {}

    /** What stands when the console starts is no news. */
    void known(HotCase held) {
        told.put(held.number(), now(held));
    }

    void moved(HotCase held) {
        Instant at = clock.instant();
        Told present = now(held);
        Told before = held.status().open() ? told.put(held.number(), present) : told.remove(held.number());
        feed.publish(new LiveEvent.CaseMoved(held, before == null, at));
        boolean higher =
                before == null || !before.alertFrom().equals(present.alertFrom()) || before.rung() < present.rung();
        if (present.rung() >= 0 && higher) {
            feed.publish(new LiveEvent.Alerted(held, held.level(), present.rung(), onRung(held, present), at));
        }
        if (present.visit().isAfter(before == null ? Instant.EPOCH : before.visit())) {
            feed.publish(new LiveEvent.Alerted(
                    held, Level.L1_IMMEDIATE, 0, paged(held, Page.Clock.VISIT, present.visit()), at));
        }
        if (present.offer().isAfter(before == null ? Instant.EPOCH : before.offer())) {
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
        int rung = held.pages().stream()
                .filter(page -> page.alertFrom().equals(held.clockFrom()))
                .mapToInt(Page::rung)
                .max()
                .orElse(-1);
        int seen =
                (int) held.pages().stream().filter(page -> page.seen() != null).count();
        return new Told(held.clockFrom(), rung, seen, latest(held, Page.Clock.VISIT), latest(held, Page.Clock.OFFER));
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

    private static Set<StaffId> onRung(HotCase held, Told present) {
        return held.pages().stream()
                .filter(page -> page.alertFrom().equals(present.alertFrom()) && page.rung() == present.rung())
                .map(Page::staff)
                .collect(Collectors.toUnmodifiableSet());
    }
}
