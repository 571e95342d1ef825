package org.wasl.admin.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Offer;
import org.wasl.admin.casework.Page;
import org.wasl.admin.fieldwork.Fieldwork;
import org.wasl.admin.officer.StaffId;

/**
 * Hands on the pages that stand in the cases, and writes down what became of each.
 *
 * <p>The node that wrote a page tries it first. Whoever tries it again says so in the case before, so that of several
 * nodes one tries; when that one dies, the next takes its turn after the channel's pause. A page may thus arrive twice
 * where nobody knows whether it left, and is never left undone.
 */
final class AlertDelivery {
    private static final Logger log = LoggerFactory.getLogger(AlertDelivery.class);

    private final CaseBook book;
    private final AlertWays ways;
    private final AlertHealth health;
    private final OnceValues once;
    private final Executor beside;
    private final Clock clock;

    AlertDelivery(CaseBook book, AlertWays ways, AlertHealth health, OnceValues once, Executor beside, Clock clock) {
        this.book = book;
        this.ways = ways;
        this.health = health;
        this.once = once;
        this.beside = beside;
        this.clock = clock;
    }

    AlertWays ways() {
        return ways;
    }

    /** Tries a page for the first time; it stands in its case already. */
    void hand(CaseNumber number, Page page) {
        ways.channel(page.way()).ifPresent(channel -> hand(channel, number, page));
    }

    /** Tries again what is due, and takes the next way where one failed for good. */
    void again(HotCase held, Instant now) {
        for (Page page : held.pages()) {
            AlertChannel channel = ways.channel(page.way()).orElse(null);
            String name = page.onceValue();
            if (channel == null || name == null || !wanted(held, page, now)) {
                continue;
            }
            if (page.due(now, channel.pause(0)) && claimed(held.number(), name, channel, now)) {
                hand(channel, held.number(), page);
            }
        }
        fallBack(held, now);
    }

    private boolean claimed(CaseNumber number, String name, AlertChannel channel, Instant now) {
        boolean[] ours = {false};
        book.change(number, found -> {
            Page page = named(found.pages(), name);
            ours[0] = page != null && page.due(now, channel.pause(0));
            return page == null || !ours[0]
                    ? found
                    : with(found, page, page.claimed(now, now.plus(channel.pause(page.tries() + 1))));
        });
        return ours[0];
    }

    private void hand(AlertChannel channel, CaseNumber number, Page page) {
        Runnable work = () -> handNow(channel, number, page);
        if (channel.slow()) {
            try {
                beside.execute(work);
            } catch (RejectedExecutionException full) {
                log.warn("too many alerts on their way; one waits for its next try");
            }
        } else {
            work.run();
        }
    }

    private void handNow(AlertChannel channel, CaseNumber number, Page page) {
        String name = page.onceValue();
        if (name == null) {
            return;
        }
        Integer count = page.count();
        AlertChannel.Handover answer =
                channel.hand(new AlertChannel.Alert(page.staff(), name, count == null ? 1 : count));
        Instant now = clock.instant();
        health.told(channel.way(), answer, now);
        book.change(number, found -> {
            Page held = named(found.pages(), name);
            return held == null || held.sent() != null ? found : with(found, held, after(held, channel, answer, now));
        });
    }

    private static Page after(Page held, AlertChannel channel, AlertChannel.Handover answer, Instant now) {
        return switch (answer) {
            case AlertChannel.Handover.Handed handed -> held.sentAt(now);
            case AlertChannel.Handover.Never never -> held.failed(never.why(), now, null);
            case AlertChannel.Handover.NoAddress none -> held.failed(Page.Why.NO_ADDRESS, now, null);
            case AlertChannel.Handover.NotNow notNow -> {
                int tries = Math.max(1, held.tries());
                Duration pause = channel.pause(tries);
                yield held.failed(notNow.why(), now, tries >= channel.tries() ? null : now.plus(pause));
            }
        };
    }

    private void fallBack(HotCase held, Instant now) {
        Set<StaffId> looked = new HashSet<>();
        for (Page failed : held.pages()) {
            if (!failed.givenUp() || !wanted(held, failed, now) || !looked.add(failed.staff())) {
                continue;
            }
            List<Page> tried = tried(held.pages(), failed);
            if (tried.stream().allMatch(Page::givenUp)) {
                ways.next(
                                failed.staff(),
                                failed.of(Page.Clock.VISIT, failed.alertFrom()) ? VisitLadder.level() : held.level(),
                                tried.stream().map(Page::way).toList(),
                                now)
                        .ifPresent(way -> fallBack(held, failed, way, now));
            }
        }
    }

    private void fallBack(HotCase held, Page failed, Page.Way way, Instant now) {
        Page next = Page.waiting(failed, way, now, once.next(), failed.count());
        boolean[] ours = {false};
        book.change(held.number(), found -> {
            ours[0] = tried(found.pages(), failed).stream().noneMatch(page -> page.way() == way);
            if (!ours[0]) {
                return found;
            }
            List<Page> all = new ArrayList<>(found.pages());
            all.add(next);
            return found.paged(all);
        });
        if (ours[0]) {
            hand(held.number(), next);
        }
    }

    /** What was sent to the same person for the same alert, apart from a ring. */
    private static List<Page> tried(List<Page> pages, Page like) {
        return pages.stream()
                .filter(page -> page.staff().equals(like.staff())
                        && page.alertFrom().equals(like.alertFrom())
                        && page.clock() == like.clock()
                        && page.onceValue() != null
                        && page.way() != Page.Way.RING)
                .toList();
    }

    /** Whether the alert a page belongs to still runs. */
    private static boolean wanted(HotCase held, Page page, Instant now) {
        if (page.of(Page.Clock.VISIT, page.alertFrom())) {
            return calls(held.fieldwork(), page.alertFrom(), now);
        }
        if (page.of(Page.Clock.OFFER, page.alertFrom())) {
            return held.status().open() && asks(held.offer(), page.staff(), page.alertFrom());
        }
        return page.of(Page.Clock.ACT, held.clockFrom())
                ? held.needsStep()
                : held.needsAcknowledgement() && page.of(Page.Clock.ACKNOWLEDGE, held.clockFrom());
    }

    /** Whether the alarm of a visit that began to call then still does. */
    static boolean calls(Fieldwork fieldwork, Instant from, Instant now) {
        return fieldwork.alarms(now).stream()
                .anyMatch(alarm -> alarm.calls() && alarm.since().equals(from));
    }

    /** Whether the case is still theirs to take or to leave since then. */
    static boolean asks(@Nullable Offer offer, StaffId staff, Instant from) {
        return offer != null && offer.to().equals(staff) && offer.at().equals(from);
    }

    private static @Nullable Page named(List<Page> pages, String name) {
        return pages.stream()
                .filter(page -> name.equals(page.onceValue()))
                .findFirst()
                .orElse(null);
    }

    static Case with(Case held, Page old, Page next) {
        return held.paged(held.pages().stream()
                .map(page -> page.equals(old) ? next : page)
                .toList());
    }
}
