package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/** The queue as one staff member sees it. Reads the hot set alone. */
final class CaseQueue {
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");
    private static final List<QueueFilter.Shortlist> LISTS = List.of(QueueFilter.Shortlist.values());

    private final HotSet hot;
    private final CaseAccess access;
    private final StaffDirectory directory;
    private final CaseworkSettings settings;
    private final Clock clock;
    private final QueueOrder order;
    private final ActClocks acting;
    private final FloodSwitch flood;

    CaseQueue(
            HotSet hot,
            CaseAccess access,
            StaffDirectory directory,
            CaseworkSettings settings,
            FloodSwitch flood,
            Clock clock) {
        this.hot = hot;
        this.access = access;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.order = new QueueOrder(settings);
        this.acting = new ActClocks(settings);
        this.flood = flood;
    }

    QueuePage page(CurrentStaff staff, QueueFilter filter, @Nullable CaseNumber after, int limit) {
        Instant now = clock.instant();
        Instant tonight = endOfDay(now);
        int[] byLevel = new int[Level.values().length];
        int[] byList = new int[LISTS.size()];
        // Only the page is sorted: the worst of what was found so far stands on top and gives way.
        PriorityQueue<QueueOrder.Place> found = new PriorityQueue<>(limit + 1, Comparator.reverseOrder());
        List<HotCase> matching = new ArrayList<>();
        for (HotCase held : hot.all()) {
            boolean queued = held.queued();
            boolean asked = queued || filter.list() == QueueFilter.Shortlist.FOLLOW_UPS;
            if (held.drill() || !access.mayKnow(staff, held)) {
                continue;
            }
            count(byList, held, queued, staff, now, tonight);
            if (!asked) {
                continue;
            }
            if (queued) {
                byLevel[held.level().ordinal()]++;
            }
            if (!matches(filter, held, staff, now, tonight)) {
                continue;
            }
            matching.add(held);
        }
        Flood folded = folded(matching);
        QueueOrder.Place last = after == null
                ? null
                : hot.find(after)
                        // Else where a page begins would tell how a case stands that the asker may not know of.
                        .filter(held -> access.mayKnow(staff, held))
                        .map(held -> order.place(held, folded.folded(held), now))
                        .orElse(null);
        int total = 0;
        int behind = 0;
        for (HotCase held : matching) {
            if (folded.hides(held)) {
                continue;
            }
            total++;
            QueueOrder.Place worst = found.size() < limit ? null : found.peek();
            if (worst != null && !held.level().atLeastAsSevereAs(worst.held().level())) {
                // Most of a long queue: what is on the page is worse already, and comes after where the page begins.
                behind++;
                continue;
            }
            QueueOrder.Place place = order.place(held, folded.folded(held), now);
            if (last == null || place.compareTo(last) > 0) {
                behind++;
                if (worst == null || place.compareTo(worst) < 0) {
                    found.add(place);
                }
                if (found.size() > limit) {
                    found.remove();
                }
            }
        }
        List<HotCase> page = found.stream().sorted().map(QueueOrder.Place::held).toList();
        return new QueuePage(
                page.stream()
                        .map(held -> row(staff, held, folded.behind(held).size(), now))
                        .toList(),
                behind > page.size() ? page.getLast().number().value() : null,
                total,
                counted(Level.class, byLevel),
                counted(QueueFilter.Shortlist.class, byList),
                hot.leftOut(),
                now);
    }

    DayFigures today(CurrentStaff staff) {
        List<HotCase> known = hot.withLeft().stream()
                .filter(held -> !held.drill() && access.mayKnow(staff, held))
                .toList();
        return DayFigures.of(known, settings, clock.instant());
    }

    /** All that one row stands for; nothing for a case the asker may not know of. */
    List<QueueRow> alike(CurrentStaff staff, CaseNumber number) {
        Instant now = clock.instant();
        List<HotCase> known = hot.all().stream()
                .filter(held -> held.queued() && access.mayKnow(staff, held))
                .toList();
        return known.stream()
                .filter(held -> held.number().equals(number))
                .flatMap(held -> folded(known).behind(held).stream())
                .map(held -> row(staff, held, 1, now))
                .toList();
    }

    private Flood folded(List<HotCase> cases) {
        return flood.now().map(on -> Flood.of(cases, on.since())).orElse(Flood.NONE);
    }

    QueueRow row(CurrentStaff staff, HotCase held, int alike, Instant now) {
        ActClock act = acting.of(held, now);
        CaseAccess.Decision decision = access.decide(staff, held);
        LevelClock clockOf = settings.clock(held.level());
        StaffId owner = held.owner();
        return new QueueRow(
                held.number(),
                held.edition(),
                held.level(),
                held.toConfirm(),
                held.status(),
                decision.readable() || !held.restricted() ? category(held) : null,
                decision.readable() ? held.tagNames() : java.util.Set.of(),
                decision.readable() ? held.rules() : List.of(),
                order.score(held, now),
                order.pressing(held, now),
                held.clockFrom(),
                held.lastWord(),
                held.needsAcknowledgement() ? held.clockFrom().plus(clockOf.acknowledge()) : null,
                act.due(),
                owner,
                owner == null
                        ? null
                        : directory.find(owner).map(StaffMember::displayName).orElse(null),
                held.unread(),
                held.unconfirmed(),
                held.disputed(),
                held.assessmentDiffers(),
                held.loweringAsked(),
                held.restricted(),
                decision.readable(),
                staff.may(Permission.CASE_CLAIM) && decision != CaseAccess.Decision.CLOSED,
                decision.readable() ? held.card() : null,
                held.next(),
                held.parked(now) ? held.parkedUntil() : null,
                held.offer() == null ? null : held.offer().to(),
                decision.readable() && held.ties().pattern() != null,
                held.secondAsked(),
                act.state(),
                alike);
    }

    private boolean matches(QueueFilter filter, HotCase held, CurrentStaff staff, Instant now, Instant tonight) {
        if (!filter.levels().isEmpty() && !filter.levels().contains(held.level())) {
            return false;
        }
        if (filter.language() != null && !filter.language().equals(held.card().language())) {
            return false;
        }
        if (filter.governorate() != null && !filter.governorate().equals(held.place())) {
            return false;
        }
        return in(filter.list(), held, staff, now, tonight);
    }

    private void count(int[] byList, HotCase held, boolean queued, CurrentStaff staff, Instant now, Instant tonight) {
        for (QueueFilter.Shortlist list : LISTS) {
            boolean there = queued || list == QueueFilter.Shortlist.FOLLOW_UPS;
            if (there && in(list, held, staff, now, tonight)) {
                byList[list.ordinal()]++;
            }
        }
    }

    /** What was counted at least once. */
    private static <E extends Enum<E>> Map<E, Integer> counted(Class<E> kinds, int[] counts) {
        Map<E, Integer> counted = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            if (counts[kind.ordinal()] > 0) {
                counted.put(kind, counts[kind.ordinal()]);
            }
        }
        return counted;
    }

    private boolean in(QueueFilter.Shortlist list, HotCase held, CurrentStaff staff, Instant now, Instant tonight) {
        return switch (list) {
            case ALL -> true;
            case NOW -> held.level().urgent() && held.needsAcknowledgement();
            case MINE -> staff.id().equals(held.owner());
            case TO_CONFIRM -> held.toConfirm();
            case MEETING -> held.status() == CaseStatus.IN_REVIEW;
            case BREACHED -> breached(held, now);
            case MINE_TODAY -> staff.id().equals(held.owner()) && dueBefore(held, tonight);
            case OVERDUE -> held.status().open() && dueBefore(held, now);
            case PARKED -> held.parked(now);
            case FOLLOW_UPS -> followUp(held) && dueBefore(held, tonight);
        };
    }

    /** What a human says it is about; else what the machine reads. */
    private static Category category(HotCase held) {
        Coding coding = held.coding();
        return coding == null ? held.category() : coding.primary();
    }

    private static boolean followUp(HotCase held) {
        NextAction next = held.next();
        return next != null && next.what() == NextAction.What.FOLLOW_UP;
    }

    private static boolean dueBefore(HotCase held, Instant when) {
        NextAction next = held.next();
        return next != null && next.due().isBefore(when);
    }

    private static Instant endOfDay(Instant now) {
        return now.atZone(BAGHDAD)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(BAGHDAD)
                .toInstant();
    }

    private boolean breached(HotCase held, Instant now) {
        LevelClock clockOf = settings.clock(held.level());
        boolean late =
                held.needsAcknowledgement() && now.isAfter(held.clockFrom().plus(clockOf.acknowledge()));
        return late || acting.of(held, now).state() == ActClock.State.MISSED;
    }
}
