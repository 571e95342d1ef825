package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/**
 * Puts an urgent case aside that looks not real. One person may, after they have looked and answered the person once;
 * the level stays, the ladder ends at the supervisors, and the case is back on top at the person's next word or after
 * the time is over. Lowering and closing still take two.
 */
final class ParkDesk {
    private final CaseDecisions decisions;
    private final CaseworkSettings settings;

    ParkDesk(CaseDecisions decisions, CaseworkSettings settings) {
        this.decisions = decisions;
        this.settings = settings;
    }

    public CaseChange park(
            CurrentStaff staff, CaseNumber number, String reason, @Nullable Long edition, @Nullable String key) {
        return decisions
                .keyed("park/park", key)
                .decideWithReason(staff, number, edition, Permission.CASE_PARK, reason, (held, now) -> {
                    CaseChange.Why why = why(staff, held);
                    if (why != null) {
                        return Step.no(why);
                    }
                    Parking parking = new Parking(staff.id(), reason, now, now.plus(settings.parked()));
                    return Step.to(
                            held.planned(held.agenda().parking(parking)),
                            CaseEvent.Kind.PARKED,
                            reason,
                            Act.CASE_PARKED);
                });
    }

    /** Takes it back on top before its time. */
    public CaseChange unpark(CurrentStaff staff, CaseNumber number, @Nullable Long edition) {
        return decisions.decide(
                staff,
                number,
                edition,
                Permission.CASE_CLAIM,
                (held, now) -> held.agenda().parkedUntil(now) == null
                        ? Step.no(CaseChange.Why.NOTHING_ASKED)
                        : Step.to(
                                held.planned(held.agenda().parking(null)),
                                CaseEvent.Kind.UNPARKED,
                                null,
                                Act.CASE_CHANGED));
    }

    /** Why it may not be put aside; {@code null} when it may. */
    static CaseChange.@Nullable Why why(CurrentStaff staff, Case held) {
        if (!held.status().open()
                || held.status() == CaseStatus.WITHDRAWAL_ASKED
                || !held.effectiveLevel().urgent()
                || held.needsAcknowledgement()) {
            return CaseChange.Why.NOT_FROM_HERE;
        }
        if (!staff.id().equals(held.handling().owner())) {
            return CaseChange.Why.NOT_YOURS;
        }
        return answered(staff, held) ? null : CaseChange.Why.ANSWER_FIRST;
    }

    /** Whether this person wrote to the citizen, or spoke in the chat, since the case last needed somebody. */
    private static boolean answered(CurrentStaff staff, Case held) {
        return held.events().stream()
                .filter(event -> event.by().equals(staff.id().value()))
                .filter(event -> !event.at().isBefore(held.clockFrom()))
                .anyMatch(event ->
                        event.kind() == CaseEvent.Kind.REPLY_WRITTEN || event.kind() == CaseEvent.Kind.CHAT_TAKEN_OVER);
    }

    /** New words take a case from where it was put; it needs somebody again. */
    static Case back(Case held, Instant now) {
        return held.agenda().parking() == null
                ? held
                : held.planned(held.agenda().parking(null))
                        .levelled(held.level(), now)
                        .happened(CaseEvent.Kind.UNPARKED, now, CaseEvent.SYSTEM, null);
    }
}
