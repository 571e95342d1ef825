package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.report.Level;

/**
 * Works the second clock out of a case alone, the same on every node.
 *
 * <p>It pauses for contact only: where the person chose windows and the case came outside of them, it runs to the end of
 * the first one that leaves time to write. An L1 never pauses: its step is the patrol, not the message.
 */
public final class ActClocks {
    private final CaseworkSettings settings;

    public ActClocks(CaseworkSettings settings) {
        this.settings = settings;
    }

    public ActClock of(HotCase held, Instant now) {
        return held.needsStep() ? running(held.level(), held.clockFrom(), held.card(), now) : ActClock.STOPPED;
    }

    ActClock of(Case held, Instant now) {
        return held.needsStep()
                ? running(held.effectiveLevel(), held.clockFrom(), Card.of(held), now)
                : ActClock.STOPPED;
    }

    ActClock running(Level level, Instant from, Card card, Instant now) {
        Duration target = settings.clock(level).act();
        Instant plain = from.plus(target);
        boolean here = card.inChat() && recently(card, now);
        ContactWindows windows = ContactWindows.read(card.windows());
        if (level == Level.L1_IMMEDIATE || (windows.isEmpty() && here)) {
            return running(plain, now);
        }
        if (windows.isEmpty()) {
            Instant missed = from.plus(longer(target, settings.clocks().cannotReach()));
            return now.isBefore(missed)
                    ? new ActClock(ActClock.State.CANNOT_REACH_YET, null, null)
                    : new ActClock(ActClock.State.MISSED, missed, null);
        }
        Instant due = later(plain, firstOccasion(windows, from));
        if (now.isBefore(due) && !here && !windows.open(now)) {
            return new ActClock(
                    ActClock.State.WAITS_FOR_WINDOW, due, windows.opens(now).orElse(due));
        }
        return running(due, now);
    }

    private static ActClock running(Instant due, Instant now) {
        return new ActClock(now.isBefore(due) ? ActClock.State.RUNNING : ActClock.State.MISSED, due, null);
    }

    /** The end of the first window with time to write in; a window that was open from the start pauses nothing. */
    private Instant firstOccasion(ContactWindows windows, Instant from) {
        Instant closes = windows.closes(from).orElse(null);
        if (closes != null && !closes.isBefore(from.plus(settings.clocks().usableWindow()))) {
            return from;
        }
        return windows.opens(from).flatMap(windows::closes).orElse(from);
    }

    private boolean recently(Card card, Instant now) {
        Instant at = card.contactAt();
        return at != null && now.isBefore(at.plus(settings.clocks().usableWindow()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
