package org.wasl.admin.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Assignments;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange.Why;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Closing;
import org.wasl.admin.fieldwork.VisitPlan;
import org.wasl.admin.fieldwork.VisitPlan.Basis;
import org.wasl.admin.fieldwork.VisitPlan.Purpose;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Whether a visit may be made as it is planned.
 *
 * <ul>
 *   <li>Nobody goes without the person's consent to a visit. What stands above it: somebody may die (L1), or a child is
 *       in serious danger (L1 or L2), the place is known, and the reason is written down. Nothing else does.
 *   <li>Nobody speaks with the family or another party without the consent to that; where what is known forbids
 *       mediation, only a supervisor plans it, with a reason, and another one lets it go ahead.
 *   <li>A stated wish for a woman, or a man, holds for everybody who goes. It never delays a rescue.
 *   <li>Nobody goes alone to a weapon, a threat to kill, the security forces or a tribe's quarrel, to another party, or
 *       at night. A rescue of somebody who may die does not wait for a second.
 * </ul>
 */
final class VisitRules {
    private static final int SHORTEST_STAY = 5;

    private final Assignments assignments;
    private final StaffDirectory directory;
    private final VisitSettings settings;

    VisitRules(Assignments assignments, StaffDirectory directory, VisitSettings settings) {
        this.assignments = assignments;
        this.directory = directory;
        this.settings = settings;
    }

    /** Why not; {@code null} when it may be planned. */
    @Nullable
    Why forbids(CurrentStaff planner, Case held, VisitPlan plan, Instant now) {
        if (!going(held)) {
            return Why.NOT_FROM_HERE;
        }
        return Stream.<Supplier<@Nullable Why>>of(
                        () -> ground(planner, held, plan),
                        () -> words(plan),
                        () -> times(plan, now),
                        () -> people(held, plan),
                        () -> plan.second() == null && takesTwo(held, plan) ? Why.TWO_NEEDED : null)
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether anybody may go there for it at all. */
    static boolean going(Case held) {
        return held.status().open() && held.status() != CaseStatus.WITHDRAWAL_ASKED && !held.takenBack();
    }

    /** Whether there is a ground for it now: the person's consent, or what stands above it. */
    static @Nullable Why ground(Case held, VisitPlan plan) {
        boolean urgent = held.effectiveLevel().urgent();
        boolean placed = !plan.place().isBlank();
        boolean stands = switch (plan.basis()) {
            case CONSENT -> Closing.consented(held, "visit");
            case LIFE_IN_DANGER -> held.effectiveLevel() == Level.L1_IMMEDIATE && placed;
            case CHILD_IN_DANGER -> Closing.minor(held) && urgent && placed;
        };
        if (!stands || plan.basis() != Basis.CONSENT && plan.purpose() != Purpose.RESCUE) {
            return Why.NO_CONSENT;
        }
        boolean family = plan.purpose() == Purpose.MEET_FAMILY;
        return family && !Closing.consented(held, "contact") ? Why.NO_CONSENT : null;
    }

    private static @Nullable Why ground(CurrentStaff planner, Case held, VisitPlan plan) {
        Why why = ground(held, plan);
        if (why != null) {
            return why;
        }
        boolean forbidden = plan.purpose() == Purpose.MEET_FAMILY && Closing.pledgeForbidden(held);
        if (forbidden && planner.role() != Role.SUPERVISOR) {
            return Why.TOO_DANGEROUS;
        }
        boolean said = !plan.reason().isBlank();
        return (forbidden || plan.basis() != Basis.CONSENT) && !said ? Why.REASON_MISSING : null;
    }

    private @Nullable Why words(VisitPlan plan) {
        List<String> all = List.of(plan.place(), plan.cover(), plan.word(), plan.reason());
        if (all.stream().anyMatch(one -> one.length() > settings.words())) {
            return Why.TOO_LONG;
        }
        return plan.place().isBlank() || plan.cover().isBlank() ? Why.NOT_READY : null;
    }

    private @Nullable Why times(VisitPlan plan, Instant now) {
        boolean order = plan.from().isBefore(plan.until()) && plan.until().isAfter(now);
        boolean near = !plan.until().isAfter(now.plus(settings.furthest()));
        boolean narrow = Duration.between(plan.from(), plan.until()).compareTo(settings.window()) <= 0;
        boolean stay =
                plan.stay() >= SHORTEST_STAY && plan.stay() <= settings.stay().toMinutes();
        return order && near && narrow && stay ? null : Why.DATE_WRONG;
    }

    private @Nullable Why people(Case held, VisitPlan plan) {
        StaffId lead = plan.lead();
        StaffId standby = plan.standby();
        if (lead == null
                || lead.equals(plan.second())
                || standby != null && plan.officers().contains(standby)) {
            return Why.UNKNOWN_STAFF;
        }
        for (StaffId one : plan.officers()) {
            Why why = forbids(held, plan, one);
            if (why != null) {
                return why;
            }
        }
        if (standby == null) {
            return null;
        }
        if (held.ties().apart(standby)) {
            return Why.KEPT_APART;
        }
        return directory.find(standby).isPresent() ? null : Why.UNKNOWN_STAFF;
    }

    private @Nullable Why forbids(Case held, VisitPlan plan, StaffId who) {
        StaffMember member = directory.find(who).orElse(null);
        if (member == null || !member.role().may(Permission.VISIT)) {
            return Why.UNKNOWN_STAFF;
        }
        Why why = assignments.forbids(held, member);
        return why == Why.WISH_NOT_MET && plan.basis() != Basis.CONSENT ? null : why;
    }

    /** Whether somebody may be asked to go at all. */
    boolean mayGo(Case held, StaffMember member) {
        return assignments.forbids(held, member) == null;
    }

    /** Whether everybody who goes is whom the person wished for. */
    boolean asWished(Case held, VisitPlan plan) {
        return plan.officers().stream()
                .flatMap(one -> directory.find(one).stream())
                .noneMatch(member -> assignments.forbids(held, member) == Why.WISH_NOT_MET);
    }

    boolean takesTwo(Case held, VisitPlan plan) {
        if (plan.basis() == Basis.LIFE_IN_DANGER) {
            return false;
        }
        return plan.purpose() == Purpose.MEET_FAMILY
                || plan.purpose() == Purpose.RESCUE
                || night(plan.from())
                || night(plan.until().plus(Duration.ofMinutes(plan.stay())))
                || Hazard.of(held).stream().anyMatch(Hazard::takesTwo);
    }

    private boolean night(Instant at) {
        int hour = at.atZone(Scope.ZONE).getHour();
        int from = settings.nightFrom();
        int until = settings.nightUntil();
        return from > until ? hour >= from || hour < until : hour >= from && hour < until;
    }

    /** Whether whoever planned it may not let it go ahead themselves. */
    static boolean takesAnother(Case held, VisitPlan plan) {
        return plan.basis() == Basis.CHILD_IN_DANGER
                || plan.purpose() == Purpose.MEET_FAMILY && Closing.pledgeForbidden(held);
    }

    /** A rescue of somebody who may die waits for nobody's word. */
    static boolean atOnce(VisitPlan plan) {
        return plan.basis() == Basis.LIFE_IN_DANGER;
    }
}
