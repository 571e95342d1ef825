package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * One alert to one person by one way, kept in the case: who was paged, when, and what became of it.
 *
 * @param alertFrom since when the case has needed somebody; a case that is raised later alerts anew
 * @param rung index of the ladder's rung, 0 for those on shift
 * @param onceValue 32 hex digits, good for one "seen"; {@code null} for the console
 * @param sent when it was handed on; {@code null} while it still waits, and when it never could be
 * @param seen when the person tapped "seen"; never an acknowledgement
 * @param clock which clock it belongs to; {@code null} in older cases, which knew one
 * @param count how many cases it stands for, above the supervisor; {@code null} below
 * @param trouble what went wrong with handing it on; {@code null} while nothing did
 */
public record Page(
        Instant alertFrom,
        int rung,
        StaffId staff,
        Way way,
        Instant at,
        @Nullable String onceValue,
        @Nullable Instant sent,
        @Nullable Instant seen,
        @Nullable Clock clock,
        @Nullable Integer count,
        @Nullable Trouble trouble) {

    /** How a page reaches a person. */
    public enum Way {
        CONSOLE,
        /** A message from the officers' own bot: one fixed line and a link. */
        MESSENGER,
        EMAIL,
        /** A signed call to the dispatch system, or to the gateway that sends text messages. */
        WEBHOOK,
        /** The same gateway, told to ring: an L1 nobody has seen. */
        RING
    }

    /** What somebody is called for. */
    public enum Clock {
        ACKNOWLEDGE,
        ACT,
        /** Somebody on a visit is missed, or asked for help. */
        VISIT,
        /** They were given the case and have to say whether they take it. */
        OFFER
    }

    /**
     * What went wrong with handing a page on.
     *
     * @param tries how often it was tried
     * @param next when it is tried again; {@code null} once it was given up
     */
    public record Trouble(
            Why why, int tries, Instant last, @Nullable Instant next) {}

    /** Why a page could not be handed on. */
    public enum Why {
        /** A try is under way, or whoever tried died over it. */
        UNKNOWN,
        NO_ADDRESS,
        /** The bot node takes no more. */
        BOT_AWAY,
        /** A store of the desk's own is away. */
        STORE_AWAY,
        /** The other machine does not answer, or not in time. */
        UNREACHABLE,
        /** It asks to be tried later. */
        BUSY,
        /** It refuses for good. */
        REFUSED
    }

    /** A page on its way by the console, which needs no handing on. */
    public static Page console(Instant alertFrom, int rung, StaffId staff, Instant at, Clock clock) {
        return new Page(alertFrom, rung, staff, Way.CONSOLE, at, null, at, null, clock, null, null);
    }

    /** A page that still has to be handed on. */
    public static Page waiting(Page console, Way way, Instant at, String onceValue, @Nullable Integer count) {
        return new Page(
                console.alertFrom(),
                console.rung(),
                console.staff(),
                way,
                at,
                onceValue,
                null,
                null,
                console.clock(),
                count,
                null);
    }

    public Page sentAt(Instant when) {
        return new Page(alertFrom, rung, staff, way, at, onceValue, when, seen, clock, count, trouble);
    }

    public Page seenAt(Instant when) {
        return new Page(alertFrom, rung, staff, way, at, onceValue, sent, when, clock, count, trouble);
    }

    /** About to be tried by one node: the others keep away until {@code next}. */
    public Page claimed(Instant when, Instant next) {
        return with(new Trouble(Why.UNKNOWN, tries() + 1, when, next));
    }

    /** Tried in vain. The first try is nobody's to claim and counts here; without {@code next} it is given up. */
    public Page failed(Why why, Instant when, @Nullable Instant next) {
        return with(new Trouble(why, Math.max(1, tries()), when, next));
    }

    private Page with(Trouble told) {
        return new Page(alertFrom, rung, staff, way, at, onceValue, sent, seen, clock, count, told);
    }

    /** What it calls for; in older cases there was the first clock alone. */
    public Clock of() {
        return clock == null ? Clock.ACKNOWLEDGE : clock;
    }

    /** Of which of the case's alerts it is one. */
    public boolean of(Clock which, Instant from) {
        return alertFrom.equals(from) && which == of();
    }

    /** How often handing it on was tried in vain. */
    public int tries() {
        return trouble == null ? 0 : trouble.tries();
    }

    /** Whether nobody tries to hand it on any more. */
    public boolean givenUp() {
        return sent == null && trouble != null && trouble.next() == null;
    }

    /** Whether somebody has to hand it on now. */
    public boolean due(Instant now, Duration resend) {
        if (sent != null || givenUp()) {
            return false;
        }
        Instant next = trouble == null ? null : trouble.next();
        return !now.isBefore(next == null ? at.plus(resend) : next);
    }

    @Override
    public String toString() {
        return "Page[rung " + rung + ", " + way + ", " + at + "]";
    }
}
