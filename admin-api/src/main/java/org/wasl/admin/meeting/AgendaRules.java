package org.wasl.admin.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.ActClock;
import org.wasl.admin.casework.ActClocks;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.officer.Governorate;
import org.wasl.triage.report.Level;

/**
 * Which cases a meeting looks at, and why. By exception: a case with an owner, a date to come and nothing wrong about it
 * is not there. Worked out of the cases alone, the same on every node.
 */
final class AgendaRules {
    private static final Comparator<Candidate> ORDER = Comparator.comparing(
                    (Candidate one) -> one.item().grounds().getFirst())
            .thenComparing(one -> one.item().level())
            .thenComparing(Candidate::since)
            .thenComparing(one -> one.item().number().value());

    private final CaseworkSettings casework;
    private final ActClocks acting;
    private final MeetingSettings settings;

    AgendaRules(CaseworkSettings casework, MeetingSettings settings) {
        this.casework = casework;
        this.acting = new ActClocks(casework);
        this.settings = settings;
    }

    /**
     * What earlier meetings left.
     *
     * @param last when the last one ended; what was lowered before was looked at
     * @param open by case, the latest decision on it; {@code null} for a case that was not reached
     */
    record Earlier(Instant last, Map<CaseNumber, Left> open) {}

    /** What the latest meeting that had a case left of it. */
    record Left(@Nullable Decision decision) {}

    /**
     * The agenda.
     *
     * @param batch standard cases nobody answers for and nothing else is to be said of
     * @param leftOut how many did not fit
     */
    record Drawn(List<Item> items, List<CaseNumber> batch, int leftOut) {}

    private record Candidate(Item item, Instant since) {}

    /** @param part of the country; {@code null} for all of it. A case whose place is not known is everybody's */
    Drawn draw(Collection<HotCase> cases, Earlier earlier, @Nullable Governorate part, Instant now) {
        List<Candidate> found = new ArrayList<>();
        List<HotCase> plain = new ArrayList<>();
        for (HotCase held : cases) {
            if (held.drill() || !(held.queued() || held.review()) || !in(part, held)) {
                continue;
            }
            Set<Ground> grounds = grounds(held, earlier, now);
            if (!grounds.isEmpty()) {
                found.add(new Candidate(item(held, grounds), held.clockFrom()));
            } else if (held.status() == CaseStatus.NEW && held.owner() == null) {
                plain.add(held);
            }
        }
        found.sort(ORDER);
        plain.sort(Comparator.comparing(HotCase::level).thenComparing(HotCase::opened));
        int room = Math.min(found.size(), settings.mostItems());
        int batch = Math.min(plain.size(), settings.mostItems());
        return new Drawn(
                found.subList(0, room).stream().map(Candidate::item).toList(),
                plain.subList(0, batch).stream().map(HotCase::number).toList(),
                found.size() - room + plain.size() - batch);
    }

    /** A case as an item of the agenda, with what the rules say of it and one more ground. */
    Item brought(HotCase held, Earlier earlier, Instant now) {
        Set<Ground> grounds = grounds(held, earlier, now);
        grounds.add(Ground.BROUGHT);
        return item(held, grounds);
    }

    private static Item item(HotCase held, Set<Ground> grounds) {
        return new Item(
                held.number(),
                held.level(),
                held.restricted() || held.conflict(),
                held.card().where(),
                List.copyOf(grounds),
                held.owner(),
                null,
                null);
    }

    private static boolean in(@Nullable Governorate part, HotCase held) {
        return part == null
                || Governorate.of(held.card().where()).map(part::equals).orElse(true);
    }

    private Set<Ground> grounds(HotCase held, Earlier earlier, Instant now) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        add(grounds, held.review(), Ground.REVIEW);
        if (!held.queued()) {
            return grounds;
        }
        urgency(grounds, held, now);
        clocks(grounds, held, now);
        add(grounds, held.loweringAsked(), Ground.LOWERING_ASKED);
        add(grounds, held.secondAsked(), Ground.CLOSING_ASKED);
        add(grounds, held.status() == CaseStatus.WITHDRAWAL_ASKED, Ground.TAKEN_BACK);
        add(grounds, held.conflict(), Ground.COMPLAINT);
        add(grounds, held.status() == CaseStatus.REOPENED, Ground.REOPENED);
        add(grounds, held.ties().pattern() != null, Ground.PATTERN);
        Instant lowered = held.lowered();
        add(grounds, lowered != null && lowered.isAfter(earlier.last()), Ground.LOWERED);
        add(grounds, held.parked(now), Ground.PARKED);
        add(grounds, held.level() == Level.L3_URGENT && held.owner() == null, Ground.NOBODYS);
        add(grounds, held.brought() || held.status() == CaseStatus.IN_REVIEW, Ground.BROUGHT);
        left(grounds, held, earlier, now);
        return grounds;
    }

    private void urgency(Set<Ground> grounds, HotCase held, Instant now) {
        if (held.level().urgent()) {
            grounds.add(Ground.URGENT);
            add(grounds, held.needsAcknowledgement(), Ground.URGENT_NOBODYS);
            add(grounds, held.opened().plus(settings.longOpen()).isBefore(now), Ground.URGENT_LONG);
        }
    }

    private void clocks(Set<Ground> grounds, HotCase held, Instant now) {
        ActClock.State act = acting.of(held, now).state();
        Instant taken = held.clockFrom().plus(casework.clock(held.level()).acknowledge());
        boolean late = held.needsAcknowledgement() && now.isAfter(taken);
        add(grounds, late || act == ActClock.State.MISSED, Ground.CLOCK_MISSED);
        boolean pressing = held.level().atLeastAsSevereAs(Level.L3_URGENT);
        add(grounds, pressing && act == ActClock.State.CANNOT_REACH_YET, Ground.CANNOT_REACH);
        NextAction next = held.next();
        boolean over = next == null || next.due().isBefore(now);
        boolean follows = next != null && next.what() == NextAction.What.FOLLOW_UP;
        add(grounds, over, follows ? Ground.FOLLOW_UP_MISSED : Ground.NO_STEP);
    }

    /** What a meeting decided is due while the case's date is still the one it set. */
    private static void left(Set<Ground> grounds, HotCase held, Earlier earlier, Instant now) {
        Left left = earlier.open().get(held.number());
        if (left == null) {
            return;
        }
        Decision decision = left.decision();
        if (decision == null || decision.kind() == Decision.Kind.DEFERRED) {
            grounds.add(Ground.CARRIED_OVER);
            return;
        }
        Instant due = decision.due();
        NextAction next = held.next();
        boolean stands = due != null && next != null && next.due().equals(due);
        add(grounds, stands && !now.isBefore(due), Ground.DUE);
    }

    private static void add(Set<Ground> grounds, boolean there, Ground ground) {
        if (there) {
            grounds.add(ground);
        }
    }
}
