package org.wasl.admin.handover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.ActClock;
import org.wasl.admin.casework.ActClocks;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.NextAction;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.report.Level;

/** What a shift has to tell the next one, out of the cases alone. */
final class HandoverContent {
    private static final Comparator<Handover.Line> ORDER = Comparator.comparing(
                    (Handover.Line line) -> line.topics().getFirst())
            .thenComparing(Handover.Line::level)
            .thenComparing(line -> line.number().value());

    private final CaseworkSettings casework;
    private final ActClocks acting;
    private final HandoverSettings settings;

    HandoverContent(CaseworkSettings casework, HandoverSettings settings) {
        this.casework = casework;
        this.acting = new ActClocks(casework);
        this.settings = settings;
    }

    /** @param leftOut how many did not fit */
    record Drawn(List<Handover.Line> lines, int leftOut) {}

    Drawn draw(Collection<HotCase> cases, StaffId from, Instant now) {
        List<Handover.Line> lines = new ArrayList<>();
        for (HotCase held : cases) {
            if (held.drill() || !held.queued()) {
                continue;
            }
            Set<Topic> topics = topics(held, from, now);
            if (!topics.isEmpty()) {
                NextAction next = held.next();
                lines.add(new Handover.Line(
                        held.number(),
                        held.level(),
                        held.restricted() || held.conflict(),
                        held.card().where(),
                        List.copyOf(topics),
                        next == null ? null : next.due(),
                        null));
            }
        }
        lines.sort(ORDER);
        int room = Math.min(lines.size(), settings.mostLines());
        return new Drawn(lines.subList(0, room), lines.size() - room);
    }

    /** The urgent cases nobody has taken: while there is one, no shift ends. */
    static List<HotCase> blocking(Collection<HotCase> cases) {
        return cases.stream()
                .filter(held -> !held.drill() && held.queued() && held.level().urgent())
                .filter(HotCase::needsAcknowledgement)
                .sorted(Comparator.comparing(HotCase::level).thenComparing(HotCase::clockFrom))
                .toList();
    }

    private Set<Topic> topics(HotCase held, StaffId from, Instant now) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        Instant end = now.plus(settings.nextShift());
        ActClock.State act = acting.of(held, now).state();
        Instant taken = held.clockFrom().plus(casework.clock(held.level()).acknowledge());
        boolean late = held.needsAcknowledgement() && now.isAfter(taken);
        boolean serious = held.level() == Level.L3_URGENT;
        NextAction next = held.next();
        add(topics, held.level().urgent(), Topic.URGENT);
        add(topics, inChat(held, now), Topic.CHAT);
        add(topics, late || act == ActClock.State.MISSED, Topic.MISSED);
        add(
                topics,
                held.loweringAsked()
                        || held.secondAsked()
                        || held.toConfirm()
                        || held.status() == CaseStatus.WITHDRAWAL_ASKED,
                Topic.TO_CONFIRM);
        add(topics, !held.pendingReplies().isEmpty(), Topic.PROMISE);
        add(topics, opens(held, now, end), Topic.WINDOW);
        add(topics, next == null || next.due().isBefore(end), Topic.DUE);
        add(topics, held.parked(now), Topic.PARKED);
        add(topics, (serious || held.level().urgent()) && act == ActClock.State.CANNOT_REACH_YET, Topic.CANNOT_REACH);
        add(topics, serious, Topic.SERIOUS);
        add(topics, from.equals(held.owner()), Topic.CLAIM);
        return topics;
    }

    private boolean inChat(HotCase held, Instant now) {
        Instant at = held.card().contactAt();
        return held.card().inChat() && at != null && now.isBefore(at.plus(settings.chatFresh()));
    }

    /** Whether a window of the person's is open now, or opens before the next shift ends. */
    private static boolean opens(HotCase held, Instant now, Instant end) {
        ContactWindows windows = ContactWindows.read(held.card().windows());
        @Nullable
        Instant next = windows.isEmpty()
                ? null
                : windows.opens(now.truncatedTo(ChronoUnit.MINUTES)).orElse(null);
        return !windows.isEmpty() && (windows.open(now) || next != null && next.isBefore(end));
    }

    private static void add(Set<Topic> topics, boolean there, Topic topic) {
        if (there) {
            topics.add(topic);
        }
    }
}
