package org.wasl.admin.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/** Where staff record what was done first to protect somebody: the one thing by hand that stops the second clock. */
final class StepDesk {
    /** A unit or a call sign is short; what is longer is a story, and a name at worst. */
    static final int LONGEST_UNIT = 40;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

    private final CaseDecisions decisions;
    private final CaseworkSettings settings;

    StepDesk(CaseDecisions decisions, CaseworkSettings settings) {
        this.decisions = decisions;
        this.settings = settings;
    }

    /**
     * Records the step. Whoever holds the case may, and a supervisor. Recording another changes what is shown; the one
     * before stays in the history, and the clock stopped with the first.
     *
     * @param unit who goes there, where somebody does
     * @param done when it was done; {@code null} for now
     */
    public CaseChange record(
            CurrentStaff staff,
            CaseNumber number,
            ProtectiveStep step,
            @Nullable String unit,
            @Nullable Instant done,
            @Nullable Long edition,
            @Nullable String key) {
        String who = legible(unit);
        if (who != null && who.length() > LONGEST_UNIT) {
            return new CaseChange.Refused(CaseChange.Why.TOO_LONG);
        }
        if (!complete(step, who, done)) {
            return new CaseChange.Refused(CaseChange.Why.STEP_INCOMPLETE);
        }
        String line = RecordedStep.line(step, who, done);
        return decisions
                .keyed("case/protective-step", key)
                .decideWithReason(staff, number, edition, Permission.CASE_CLAIM, line, (held, now) -> {
                    CaseChange.Why why = why(staff, held);
                    if (why != null) {
                        return Step.no(why);
                    }
                    if (!step.fits(held.effectiveLevel())) {
                        return Step.no(CaseChange.Why.NOT_FROM_HERE);
                    }
                    if (recorded(held) >= settings.mostNotes()) {
                        return Step.no(CaseChange.Why.TOO_MANY);
                    }
                    // A time is typed to the minute, and the clock may have begun within that one.
                    Instant began = held.clockFrom();
                    Instant when = done == null ? now : done;
                    if (when.isAfter(now) || when.isBefore(began.truncatedTo(ChronoUnit.MINUTES))) {
                        return Step.no(CaseChange.Why.TIME_WRONG);
                    }
                    RecordedStep taken =
                            new RecordedStep(step, who, when.isBefore(began) ? began : when, staff.id(), now);
                    return Step.to(
                            held.handled(held.handling().stepped(taken)),
                            CaseEvent.Kind.STEP_RECORDED,
                            line,
                            Act.STEP_RECORDED);
                });
    }

    /** Why this person may not record a step of this case now; {@code null} when they may. */
    static CaseChange.@Nullable Why why(CurrentStaff staff, Case held) {
        boolean theirs = staff.id().equals(held.handling().owner()) || staff.may(Permission.LEVEL_LOWER);
        if (!staff.may(Permission.CASE_CLAIM) || !theirs) {
            return CaseChange.Why.NOT_YOURS;
        }
        boolean working = held.status().open()
                && held.status() != CaseStatus.WITHDRAWAL_ASKED
                && held.ties().continuesIn().isEmpty();
        return working && !held.needsAcknowledgement() ? null : CaseChange.Why.NOT_FROM_HERE;
    }

    /** Without signs that turn a line around; the one that keeps letters apart belongs to the words. */
    private static @Nullable String legible(@Nullable String unit) {
        String kept = unit == null
                ? ""
                : unit.codePoints()
                        .filter(point -> point == ZERO_WIDTH_NON_JOINER || Character.getType(point) != Character.FORMAT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip();
        return kept.isEmpty() ? null : kept;
    }

    private static boolean complete(ProtectiveStep step, @Nullable String who, @Nullable Instant done) {
        if (who == null) {
            return !step.handsOver();
        }
        return step.sends()
                && !(step.handsOver() && done == null)
                && who.codePoints().noneMatch(Character::isISOControl);
    }

    private static long recorded(Case held) {
        return held.events().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.STEP_RECORDED)
                .count();
    }
}
