package org.wasl.admin.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Offer;
import org.wasl.admin.casework.Page;
import org.wasl.admin.fieldwork.Alarm;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.report.Level;

/**
 * Calls people to cases that wait for somebody.
 *
 * <p>Level-triggered: what is due is read off the cases again and again, so a crash can delay an alert by seconds and
 * never lose it. A page is written into its case before it leaves; when it could not leave, or nobody knows, it leaves
 * again, so a person may get one twice.
 */
public final class AlertDesk {
    private static final Logger log = LoggerFactory.getLogger(AlertDesk.class);

    private final CaseBook book;
    private final Ladder ladder;
    private final ActLadder acting;
    private final VisitLadder visits;
    private final Rosters rosters;
    private final AlertDelivery delivery;
    private final Counted counted;
    private final OnceValues once;
    private final StaffDirectory directory;
    private final DutyTests tests;
    private final AuditTrail trail;
    private final Clock clock;
    private volatile long unreached;

    AlertDesk(
            CaseBook book,
            Ladder ladder,
            ActLadder acting,
            VisitLadder visits,
            Rosters rosters,
            AlertDelivery delivery,
            Duration calm,
            OnceValues once,
            StaffDirectory directory,
            DutyTests tests,
            AuditTrail trail,
            Clock clock) {
        this.book = book;
        this.ladder = ladder;
        this.acting = acting;
        this.visits = visits;
        this.rosters = rosters;
        this.delivery = delivery;
        this.counted = new Counted(calm);
        this.once = once;
        this.directory = directory;
        this.tests = tests;
        this.trail = trail;
        this.clock = clock;
    }

    /** Cases at the last look that needed somebody while nobody was there to be paged. */
    public long unreached() {
        return unreached;
    }

    /** An officer's account was linked with a one-time code. */
    public void linked(IntakeEntry.OfficerLinked linked) {
        if (!directory.link(linked.linkCode(), linked.officerLink(), linked.capsule())) {
            log.warn("a link code was wrong, used or too old");
        }
    }

    /**
     * An officer tapped "seen". Counts once for each alert and officer, with the value the desk made for it; it holds the
     * next page for a while and acknowledges nothing.
     */
    public boolean seen(IntakeEntry.Seen seen) {
        StaffId staff = directory.linkedTo(seen.officerLink()).orElse(null);
        if (staff != null && tests.seen(staff, seen.onceValue())) {
            return true;
        }
        HotCase held = staff == null ? null : paged(staff, seen.onceValue()).orElse(null);
        if (staff == null || held == null) {
            log.warn("a \"seen\" came that belongs to no page");
            return false;
        }
        return seen(held, page(held.pages(), staff, seen.onceValue()).orElseThrow());
    }

    /** "Seen", said in the console by somebody who was paged. Holds and acknowledges as a tap does. */
    boolean seen(StaffId staff, CaseNumber number) {
        HotCase held = book.hot(number).orElse(null);
        return held != null
                && Ladder.alert(held).stream()
                        .filter(page -> page.staff().equals(staff) && page.way() == Page.Way.CONSOLE)
                        .findFirst()
                        .filter(page -> seen(held, page))
                        .isPresent();
    }

    private boolean seen(HotCase held, Page tapped) {
        Instant now = clock.instant();
        boolean[] counts = {false};
        book.change(held.number(), found -> {
            Page page = found.pages().stream()
                    .filter(one -> one.equals(tapped) || sameName(one, tapped))
                    .findFirst()
                    .orElse(null);
            boolean before = page != null
                    && found.pages().stream()
                            .anyMatch(other -> other.seen() != null
                                    && other.staff().equals(page.staff())
                                    && other.clock() == page.clock()
                                    && other.alertFrom().equals(page.alertFrom()));
            counts[0] = page != null && !before;
            if (page == null || before) {
                return found;
            }
            String who = page.staff().value();
            return AlertDelivery.with(found, page, page.seenAt(now))
                    .happened(CaseEvent.Kind.PAGE_SEEN, now, who, null)
                    .audited(trail.done(who, Act.ALERT_SEEN, found.number().value()));
        });
        return counts[0];
    }

    /** Looks at every open case once and pages whom it has to. */
    void sweep() {
        Instant now = clock.instant();
        Roster roster = rosters.now();
        long nobody = 0;
        for (HotCase held : List.copyOf(book.hot())) {
            Ladder.Due due = ladder.due(held, roster, now);
            nobody += due.nobody() ? 1 : 0;
            if (!due.pages().isEmpty()) {
                page(held, Page.Clock.ACKNOWLEDGE, held.clockFrom(), due.pages(), now);
                roster = roster.with(due.pages().keySet());
            }
            Offer offer = held.offer();
            if (offer != null && held.status().open() && !asked(held, offer)) {
                page(held, Page.Clock.OFFER, offer.at(), Map.of(offer.to(), Rung.ON_SHIFT), now);
            }
            Map<StaffId, Rung> late = acting.due(held, roster, now);
            if (!late.isEmpty()) {
                page(held, Page.Clock.ACT, held.clockFrom(), late, now);
            }
            for (Alarm alarm : held.fieldwork().alarms(now)) {
                Map<StaffId, Rung> called = visits.due(held, alarm, roster, now);
                if (!called.isEmpty()) {
                    page(held, Page.Clock.VISIT, alarm.since(), called, now);
                }
            }
        }
        for (Counted.Message message : counted.due(book.hot(), now)) {
            send(message, now);
        }
        for (HotCase held : List.copyOf(book.hot())) {
            if (!held.pages().isEmpty()) {
                ring(held, now);
                delivery.again(held, now);
            }
        }
        unreached = nobody;
    }

    private static boolean asked(HotCase held, Offer offer) {
        return held.pages().stream()
                .anyMatch(page -> page.staff().equals(offer.to()) && page.of(Page.Clock.OFFER, offer.at()));
    }

    private void page(HotCase held, Page.Clock which, Instant from, Map<StaffId, Rung> called, Instant now) {
        Level urgency = which == Page.Clock.VISIT ? VisitLadder.level() : held.level();
        List<Page> pages = new ArrayList<>();
        called.forEach((staff, rung) -> {
            Page console = Page.console(from, rung.ordinal(), staff, now, which);
            pages.add(console);
            boolean counts = rung.counted() && Counted.counts(which);
            if (!counts || held.level() == Level.L1_IMMEDIATE) {
                Integer count = counts ? Integer.valueOf(1 + Counted.waitingFor(book.hot(), staff)) : null;
                delivery.ways()
                        .first(staff, urgency, now)
                        .forEach(way -> pages.add(Page.waiting(console, way, now, once.next(), count)));
            }
        });
        List<Page> ours = new ArrayList<>();
        book.change(held.number(), found -> {
            ours.clear();
            if (!wanted(found, which, from, now)) {
                return found;
            }
            pages.stream()
                    .filter(page -> which != Page.Clock.OFFER
                            || AlertDelivery.asks(found.agenda().offer(), page.staff(), from))
                    .filter(page -> found.pages().stream()
                            .noneMatch(other -> other.staff().equals(page.staff()) && other.of(which, from)))
                    .forEach(ours::add);
            return ours.isEmpty() ? found : paged(found, ours, now);
        });
        ours.forEach(page -> delivery.hand(held.number(), page));
    }

    private static boolean wanted(Case found, Page.Clock which, Instant from, Instant now) {
        boolean same = found.clockFrom().equals(from);
        return switch (which) {
            case ACKNOWLEDGE -> same && found.needsAcknowledgement();
            case ACT -> same && found.needsStep();
            case OFFER -> found.status().open() && found.agenda().offer() != null;
            case VISIT -> AlertDelivery.calls(found.fieldwork(), from, now);
        };
    }

    private Case paged(Case found, List<Page> pages, Instant now) {
        List<Page> all = new ArrayList<>(found.pages());
        all.addAll(pages);
        int rung = pages.stream().mapToInt(Page::rung).max().orElse(0);
        String whom =
                pages.stream().map(page -> page.staff().value()).distinct().collect(Collectors.joining(","));
        boolean first = found.pages().stream()
                .noneMatch(page -> page.alertFrom().equals(pages.getFirst().alertFrom()));
        return found.paged(all)
                .happened(CaseEvent.Kind.PAGED, now, AuditEntry.SYSTEM, rung + ":" + whom)
                .audited(trail.done(
                        AuditEntry.SYSTEM,
                        first ? Act.ALERT_RAISED : Act.ALERT_ESCALATED,
                        found.number().value()));
    }

    private void send(Counted.Message message, Instant now) {
        HotCase held = message.held();
        for (Page.Way way : delivery.ways().first(message.page().staff(), held.level(), now)) {
            add(held, Page.waiting(message.page(), way, now, once.next(), message.count()));
        }
    }

    private void ring(HotCase held, Instant now) {
        for (Page unseen : ladder.unseen(held, now)) {
            if (delivery.ways().rings(unseen.staff())) {
                add(held, Page.waiting(unseen, Page.Way.RING, now, once.next(), unseen.count()));
            }
        }
    }

    /** One more page beside one that stands there, once for its way. */
    private void add(HotCase held, Page next) {
        boolean[] ours = {false};
        book.change(held.number(), found -> {
            ours[0] = wanted(found, next.of(), next.alertFrom(), next.at())
                    && found.pages().stream()
                            .noneMatch(page -> page.staff().equals(next.staff())
                                    && page.way() == next.way()
                                    && page.of(next.of(), next.alertFrom()));
            if (!ours[0]) {
                return found;
            }
            List<Page> all = new ArrayList<>(found.pages());
            all.add(next);
            return found.paged(all);
        });
        if (ours[0]) {
            delivery.hand(held.number(), next);
        }
    }

    private Optional<HotCase> paged(StaffId staff, String onceValue) {
        Collection<HotCase> hot = book.hot();
        return hot.stream()
                .filter(held -> page(held.pages(), staff, onceValue).isPresent())
                .findFirst();
    }

    private static boolean sameName(Page one, Page other) {
        String name = one.onceValue();
        return name != null && name.equals(other.onceValue());
    }

    private static Optional<Page> page(List<Page> pages, StaffId staff, @Nullable String onceValue) {
        return pages.stream()
                .filter(page -> page.staff().equals(staff)
                        && page.onceValue() != null
                        && page.onceValue().equals(onceValue))
                .findFirst();
    }
}
