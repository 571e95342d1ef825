package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.fieldwork.Fieldwork;
import org.wasl.admin.referral.Outside;
import org.wasl.triage.report.Level;

/** When a case is to be looked at next, where nobody has set a date: from its clocks while they run, else by its level. */
final class NextActions {
    /** What was taken back is looked at by two people within a day; it is erased after two weeks otherwise. */
    private static final Duration DECIDE = Duration.ofDays(1);

    private NextActions() {}

    /**
     * The case with a date on which something is done. A date somebody set stands until the case is somewhere else.
     *
     * @param before the case as it was stored; {@code null} for a new one
     */
    static Case kept(@Nullable Case before, Case after, Instant now, CaseworkSettings settings) {
        if (!after.status().open()) {
            NextAction closing =
                    after.agenda().nextFollowUp().map(NextActions::of).orElse(null);
            return Objects.equals(after.agenda().next(), closing)
                    ? after
                    : after.planned(after.agenda().next(closing));
        }
        NextAction next = after.agenda().next();
        boolean stale = before != null
                && Objects.equals(before.agenda().next(), next)
                && !(before.status() == after.status()
                        && before.effectiveLevel() == after.effectiveLevel()
                        && before.clockFrom().equals(after.clockFrom())
                        && before.needsAcknowledgement() == after.needsAcknowledgement()
                        && Objects.equals(
                                before.handling().acted(), after.handling().acted())
                        && Objects.equals(
                                before.agenda().parking(), after.agenda().parking())
                        && before.agenda().followUps().equals(after.agenda().followUps())
                        && (next != null && next.by() != null
                                || before.outside().equals(after.outside())));
        NextAction planned = next == null || stale ? of(after, now, settings) : nearer(next, after);
        return planned.equals(next) ? after : after.planned(after.agenda().next(planned));
    }

    /** The date as stored; for a case of before there were dates, by its clocks. {@code null} only once it is closed. */
    static @Nullable NextAction of(Case held) {
        NextAction set = held.agenda().next();
        NextAction plain =
                set != null || !held.status().open() ? set : of(held, held.clockFrom(), CaseworkSettings.DEFAULTS);
        return held.status().open() ? workFirst(held, plain) : plain;
    }

    /** A visit or a task comes first where it is nearer; the date that was set stands behind it. */
    private static @Nullable NextAction workFirst(Case held, @Nullable NextAction plain) {
        return held.fieldwork()
                .next()
                .filter(due -> plain == null || due.at().isBefore(plain.due()))
                .map(due -> plain(
                        due.at(),
                        due.what() == Fieldwork.Due.What.VISIT ? NextAction.What.VISIT : NextAction.What.TASK))
                .orElse(plain);
    }

    private static NextAction of(Case held, Instant now, CaseworkSettings settings) {
        return nearer(ofItself(held, now, settings), held);
    }

    /** What waits outside the desk comes first where its date is nearer. Nobody waits before somebody took the case. */
    private static NextAction nearer(NextAction planned, Case held) {
        Outside.Due due = held.outside().due();
        if (due == null || held.needsAcknowledgement() || !due.at().isBefore(planned.due())) {
            return planned;
        }
        return plain(
                due.at(),
                switch (due.kind()) {
                    case ASK_PARTNER -> NextAction.What.ASK_PARTNER;
                    case TELL_PARTNER -> NextAction.What.TELL_PARTNER;
                    case ASK_UNIT -> NextAction.What.ASK_UNIT;
                });
    }

    private static NextAction ofItself(Case held, Instant now, CaseworkSettings settings) {
        LevelClock clock = settings.clock(held.effectiveLevel());
        Parking parking = held.agenda().parking();
        if (held.status() == CaseStatus.WITHDRAWAL_ASKED) {
            return plain(now.plus(DECIDE), NextAction.What.DECIDE);
        }
        if (held.needsAcknowledgement()) {
            return plain(held.clockFrom().plus(clock.acknowledge()), NextAction.What.ACKNOWLEDGE);
        }
        if (parking != null) {
            return plain(parking.until(), NextAction.What.LOOK_AGAIN);
        }
        if (held.handling().acted() == null && held.status() != CaseStatus.IN_REVIEW) {
            return plain(held.clockFrom().plus(clock.act()), NextAction.What.ACT);
        }
        Instant later = now.plus(pause(held.effectiveLevel()));
        return switch (held.status()) {
            case NEW, REOPENED, ACKED, IN_TRIAGE, ASSIGNED, IN_PROGRESS -> plain(later, NextAction.What.LOOK);
            case IN_REVIEW -> plain(now.plus(Duration.ofDays(1)), NextAction.What.MEETING);
            case AWAITING_REPORTER -> plain(later, NextAction.What.WRITE);
            case REFERRED -> plain(later, NextAction.What.ASK_PARTNER);
            case FOLLOW_UP ->
                held.agenda().nextFollowUp().map(NextActions::of).orElse(plain(later, NextAction.What.FOLLOW_UP));
            case WITHDRAWAL_ASKED, CLOSED -> plain(now.plus(DECIDE), NextAction.What.DECIDE);
        };
    }

    private static NextAction of(FollowUp followUp) {
        return plain(followUp.due(), NextAction.What.FOLLOW_UP);
    }

    /** How long a case may rest once its first protective step is done. */
    private static Duration pause(Level level) {
        return switch (level) {
            case L1_IMMEDIATE -> Duration.ofHours(4);
            case L2_EMERGENT -> Duration.ofHours(12);
            case L3_URGENT -> Duration.ofHours(24);
            case L4_STANDARD -> Duration.ofHours(72);
            case L5_ADVICE -> Duration.ofDays(7);
        };
    }

    private static NextAction plain(Instant due, NextAction.What what) {
        return new NextAction(due, what, null);
    }
}
