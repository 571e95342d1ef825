package org.wasl.admin.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * One visit, from its plan to how it went. Who goes there is looked after: whoever is late, or asks for help, is an
 * {@link Alarm} that follows from these times alone, the same on every node and after a restart.
 *
 * @param approvedBy who let it go ahead; {@code null} while nobody has
 * @param departed when they set out
 * @param arrived when they said that they are there
 * @param stayUntil by when they are to say that they are out again; {@code null} before they arrived
 * @param help that one of them asked for help; {@code null} when nobody has
 * @param care who looks after the alarm; {@code null} while nobody does
 * @param end how it went; {@code null} while it is not over
 */
public record Visit(
        String id,
        VisitPlan plan,
        State state,
        StaffId plannedBy,
        Instant plannedAt,
        @Nullable StaffId approvedBy,
        @Nullable Instant departed,
        @Nullable Instant arrived,
        @Nullable Instant stayUntil,
        @Nullable Help help,
        @Nullable Care care,
        @Nullable End end) {

    /** How far it is. */
    public enum State {
        PLANNED,
        APPROVED,
        ON_THE_WAY,
        THERE,
        DONE,
        CANCELLED;

        public boolean over() {
            return this == DONE || this == CANCELLED;
        }

        /** Whether somebody is out there. */
        public boolean out() {
            return this == ON_THE_WAY || this == THERE;
        }
    }

    /** How it went. */
    public enum Result {
        MET_SAFE,
        MET_NEEDS_MORE,
        /** The person could not be spoken to alone: what they said counts for nothing. */
        MET_NOT_ALONE,
        TAKEN_TO_SAFETY,
        NOT_MET,
        BROKEN_OFF
    }

    /** What was kept to, as whoever was there says. */
    public enum Check {
        SPOKE_ALONE,
        NOTHING_LEFT_BEHIND,
        RISK_LOOKED_AT,
        NEXT_CONTACT_AGREED
    }

    /**
     * One of those who went asked for help.
     *
     * @param endedBy who made sure that they are safe, never one of those who went; {@code null} while nobody has
     */
    public record Help(
            StaffId by,
            Instant at,
            @Nullable StaffId endedBy,
            @Nullable Instant ended,
            String words) {
        boolean running() {
            return endedBy == null;
        }

        @Override
        public String toString() {
            return "Help[" + at + ", redacted]";
        }
    }

    /** Somebody said that they look after the alarm. It calls out again after {@code until} if it still runs then. */
    public record Care(StaffId by, Instant at, Instant until) {}

    /**
     * How it went, or why it was called off.
     *
     * @param result {@code null} where it was called off
     * @param by {@code null} where it follows from what became of the case
     */
    public record End(
            @Nullable Result result,
            Set<Check> checks,
            String words,
            @Nullable StaffId by,
            Instant at) {
        public End {
            checks = Set.copyOf(checks);
        }

        @Override
        public String toString() {
            return "End[" + result + ", redacted]";
        }
    }

    public static Visit planned(String id, VisitPlan plan, StaffId by, Instant now) {
        return new Visit(id, plan, State.PLANNED, by, now, null, null, null, null, null, null, null);
    }

    /** Whether it still asks something of somebody. */
    public boolean open() {
        return !state.over() || help != null && help.running();
    }

    public Visit approved(StaffId by) {
        return new Visit(id, plan, State.APPROVED, plannedBy, plannedAt, by, null, null, null, help, care, null);
    }

    /** Not agreed to any more, since it changed. */
    public Visit planned(VisitPlan other) {
        return new Visit(id, other, State.PLANNED, plannedBy, plannedAt, null, null, null, null, help, care, null);
    }

    Visit planning(VisitPlan other) {
        return new Visit(
                id, other, state, plannedBy, plannedAt, approvedBy, departed, arrived, stayUntil, help, care, end);
    }

    public Visit departed(Instant now) {
        return new Visit(
                id, plan, State.ON_THE_WAY, plannedBy, plannedAt, approvedBy, now, null, null, help, care, null);
    }

    public Visit arrived(Instant now) {
        return new Visit(
                id,
                plan,
                State.THERE,
                plannedBy,
                plannedAt,
                approvedBy,
                departed,
                now,
                now.plus(Duration.ofMinutes(plan.stay())),
                help,
                care,
                null);
    }

    /** They are there and stay longer. */
    public Visit staying(Instant until) {
        return new Visit(
                id, plan, State.THERE, plannedBy, plannedAt, approvedBy, departed, arrived, until, help, care, null);
    }

    public Visit ended(State how, End told) {
        return new Visit(
                id, plan, how, plannedBy, plannedAt, approvedBy, departed, arrived, stayUntil, help, care, told);
    }

    public Visit helped(Help asked) {
        return new Visit(
                id, plan, state, plannedBy, plannedAt, approvedBy, departed, arrived, stayUntil, asked, care, end);
    }

    public Visit cared(Care taken) {
        return new Visit(
                id, plan, state, plannedBy, plannedAt, approvedBy, departed, arrived, stayUntil, help, taken, end);
    }

    /** From when on they are missed; empty while nobody is out there. */
    public Optional<Instant> missedFrom() {
        return switch (state) {
            case ON_THE_WAY -> Optional.of(plan.until().plus(plan.lateness()));
            case THERE -> Optional.ofNullable(stayUntil).map(end -> end.plus(plan.lateness()));
            case PLANNED, APPROVED, DONE, CANCELLED -> Optional.empty();
        };
    }

    /** What has to be looked after now. */
    public Optional<Alarm> alarm(Instant now) {
        if (help != null && help.running()) {
            return Optional.of(alarm(Alarm.Kind.HELP, help.at(), now));
        }
        return missedFrom().filter(from -> !now.isBefore(from)).map(from -> alarm(Alarm.Kind.OVERDUE, from, now));
    }

    private Alarm alarm(Alarm.Kind kind, Instant began, Instant now) {
        Care taken = care == null || care.at().isBefore(began) ? null : care;
        boolean slept = taken != null && !now.isBefore(taken.until());
        return new Alarm(
                kind,
                id,
                plan.officers(),
                plan.standby(),
                began,
                taken != null && slept ? taken.until() : began,
                taken == null || slept ? null : taken.by());
    }

    /** Without a word of anybody. */
    Visit outline() {
        return new Visit(
                id,
                plan.outline(),
                state,
                plannedBy,
                plannedAt,
                approvedBy,
                departed,
                arrived,
                stayUntil,
                help == null ? null : new Help(help.by(), help.at(), help.endedBy(), help.ended(), ""),
                care,
                end == null ? null : new End(end.result(), end.checks(), "", end.by(), end.at()));
    }

    @Override
    public String toString() {
        return "Visit[" + id + ", " + state + ", redacted]";
    }
}
