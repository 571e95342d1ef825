package org.wasl.admin.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.admin.alert.LadderSettings.Step;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Whom a case goes to now, worked out from the case and from who is there: asked twice it says the same, after a restart
 * and on another node too.
 *
 * <p>One person is paged once for each alert, on the lowest open rung they stand on. A rung opens at its time, and at
 * once when the open rung below it has nobody: no page went out there and nobody new stands on it. Who comes to stand on
 * an open rung later is paged then. A case set aside as not real opens nothing above the supervisors.
 */
final class Ladder {
    private final LadderSettings settings;
    private final Duration seenHolds;

    Ladder(LadderSettings settings, Duration seenHolds) {
        this.settings = settings;
        this.seenHolds = seenHolds;
    }

    /**
     * What is due now.
     *
     * @param pages whom to page on which rung, from below
     * @param nobody whether somebody was to be paged and there is nobody at all
     */
    record Due(Map<StaffId, Rung> pages, boolean nobody) {
        static final Due NOTHING = new Due(Map.of(), false);

        Rung highest() {
            return pages.values().stream().max(Comparator.naturalOrder()).orElse(Rung.ON_SHIFT);
        }
    }

    /** The pages this case needs by now. */
    Due due(HotCase held, Roster roster, Instant now) {
        if (!held.needsAcknowledgement()) {
            return Due.NOTHING;
        }
        List<Step> steps = settings.of(held.level(), held.toConfirm());
        if (steps.isEmpty()
                || now.isBefore(held.clockFrom().plus(steps.getFirst().after()))) {
            return Due.NOTHING;
        }
        Climb climb = new Climb(held, steps, new Standing(roster), now);
        Map<StaffId, Rung> called = climb.called(roster.answering());
        if (called.isEmpty() && climb.lastHope(roster.answering())) {
            called = climb.called(roster.checkedIn());
        }
        return new Due(called, called.isEmpty() && climb.pages.isEmpty());
    }

    /** Pages of an L1 that nobody has seen for so long that the gateway has to ring. */
    List<Page> unseen(HotCase held, Instant now) {
        if (!held.needsAcknowledgement() || held.level() != Level.L1_IMMEDIATE) {
            return List.of();
        }
        List<Page> pages = alert(held);
        Set<StaffId> quiet = pages.stream()
                .filter(page -> page.seen() != null || page.way() == Page.Way.RING)
                .map(Page::staff)
                .collect(Collectors.toSet());
        return pages.stream()
                .filter(page -> page.way() == Page.Way.CONSOLE && !quiet.contains(page.staff()))
                .filter(page -> !now.isBefore(held(pages, page.at().plus(settings.ring()))))
                .toList();
    }

    /** The pages of the alert that runs now. */
    static List<Page> alert(HotCase held) {
        return held.pages().stream()
                .filter(page -> page.of(Page.Clock.ACKNOWLEDGE, held.clockFrom()))
                .toList();
    }

    /** A time, or two minutes after the one "seen" that counts where it falls into these. */
    private Instant held(List<Page> pages, Instant due) {
        Optional<Instant> seen =
                pages.stream().map(Page::seen).filter(one -> one != null).min(Comparator.naturalOrder());
        return seen.map(first -> first.plus(seenHolds))
                .filter(until -> until.isAfter(due) && !due.isBefore(until.minus(seenHolds)))
                .orElse(due);
    }

    /** One case on its ladder at one moment. */
    private final class Climb {
        private final HotCase held;
        private final List<Step> steps;
        private final Standing standing;
        private final Instant now;
        private final List<Page> pages;
        private final Set<StaffId> reached;

        private Climb(HotCase held, List<Step> steps, Standing standing, Instant now) {
            this.held = held;
            this.steps = steps;
            this.standing = standing;
            this.now = now;
            this.pages = alert(held);
            this.reached = pages.stream().map(Page::staff).collect(Collectors.toSet());
        }

        private Map<StaffId, Rung> called(List<StaffMember> present) {
            Map<StaffId, Rung> called = new LinkedHashMap<>();
            boolean passedOn = true;
            for (Step step : steps) {
                boolean open = passedOn || !now.isBefore(opens(step));
                if (!open || (step.rung().counted() && parked())) {
                    break;
                }
                List<StaffId> fresh = onStep(step.rung(), present).stream()
                        .map(StaffMember::id)
                        .filter(member -> !reached.contains(member) && !called.containsKey(member))
                        .toList();
                fresh.forEach(member -> called.put(member, step.rung()));
                passedOn = fresh.isEmpty() && !paged(step.rung());
            }
            return called;
        }

        private boolean paged(Rung rung) {
            return pages.stream().anyMatch(page -> page.rung() == rung.ordinal());
        }

        /** On shift the next of each kind until somebody was paged there; above, everybody. */
        private List<StaffMember> onStep(Rung rung, List<StaffMember> present) {
            if (rung != Rung.ON_SHIFT) {
                return standing.on(rung, held, present);
            }
            return paged(rung) ? List.of() : standing.nextOnShift(held, present);
        }

        private Instant opens(Step step) {
            return held(pages, held.clockFrom().plus(step.after()));
        }

        /** Whether of those who answered nobody is left, when a rung opened after the last page. */
        private boolean lastHope(List<StaffMember> answering) {
            Optional<Instant> last = pages.stream().map(Page::at).max(Comparator.naturalOrder());
            boolean opened = steps.stream()
                    .map(this::opens)
                    .filter(open -> !now.isBefore(open))
                    .anyMatch(open -> last.isEmpty() || open.isAfter(last.get()));
            // Asked last: who stands on a rung costs more than all the rest, and each waiting case asks every second.
            return opened
                    && steps.stream()
                            .filter(step -> !(step.rung().counted() && parked()))
                            .flatMap(step -> standing.on(step.rung(), held, answering).stream())
                            .allMatch(member -> reached.contains(member.id()));
        }

        private boolean parked() {
            return held.parked(now);
        }
    }
}
