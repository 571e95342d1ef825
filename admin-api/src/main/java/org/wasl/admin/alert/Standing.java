package org.wasl.admin.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * Who stands on a rung for one case. A page to somebody to whom the case stays shut is a page to nobody, so the rules of
 * access come before the call; language, a wish and load only order.
 */
final class Standing {
    private static final Set<Role> OPERATORS = EnumSet.of(Role.OPERATOR, Role.SENIOR_OPERATOR);

    private final Roster roster;

    Standing(Roster roster) {
        this.roster = roster;
    }

    /** Everybody on the rung, in the order in which they are called; on shift the first of each kind are enough. */
    List<StaffMember> on(Rung rung, HotCase held, List<StaffMember> present) {
        List<StaffMember> cleared = cleared(held, present);
        return switch (rung) {
            case ON_SHIFT -> ordered(held, onShift(held, cleared));
            case SUPERVISOR -> {
                List<StaffMember> called = new ArrayList<>(of(Role.SUPERVISOR, cleared));
                // The lane "to confirm" goes no higher: without a supervisor those on shift are better than nobody.
                if (held.level() == Level.L1_IMMEDIATE || held.toConfirm() && called.isEmpty()) {
                    called.addAll(ordered(held, onShift(held, cleared)));
                }
                yield List.copyOf(called);
            }
            case REGIONAL ->
                ordered(
                        held,
                        of(Role.COORDINATOR, cleared).stream()
                                .filter(member -> member.scope().coversPlace(held.place()))
                                .toList());
            case DIRECTORATE -> {
                List<StaffMember> duty = cleared(held, roster.onCall());
                yield duty.isEmpty() ? cleared : duty;
            }
        };
    }

    /** As {@link #on}, without those on shift: for a case somebody holds already. */
    List<StaffMember> above(Rung rung, HotCase held, List<StaffMember> present) {
        return rung == Rung.SUPERVISOR ? of(Role.SUPERVISOR, cleared(held, present)) : on(rung, held, present);
    }

    /** One operator, who can talk at once, and one officer, who can go: the first of them who claims it stops the ladder. */
    List<StaffMember> nextOnShift(HotCase held, List<StaffMember> present) {
        List<StaffMember> shift = on(Rung.ON_SHIFT, held, present);
        List<StaffMember> both = new ArrayList<>();
        shift.stream()
                .filter(member -> OPERATORS.contains(member.role()))
                .findFirst()
                .ifPresent(both::add);
        shift.stream()
                .filter(member -> member.role() == Role.OFFICER)
                .findFirst()
                .ifPresent(both::add);
        return both;
    }

    /** Operators everywhere; officers where they serve, since they are the ones to go. */
    private static List<StaffMember> onShift(HotCase held, List<StaffMember> present) {
        return present.stream()
                .filter(member -> OPERATORS.contains(member.role())
                        || member.role() == Role.OFFICER && member.scope().coversPlace(held.place()))
                .toList();
    }

    private static List<StaffMember> of(Role role, List<StaffMember> present) {
        return present.stream().filter(member -> member.role() == role).toList();
    }

    /**
     * Who may open the case once called. About the security forces: those cleared for it who do not serve in that very
     * governorate; with none of them there, the directorate's duty first, and others on duty as the last way.
     */
    private List<StaffMember> cleared(HotCase held, List<StaffMember> present) {
        List<StaffMember> able = present.stream()
                .filter(member ->
                        member.role().may(Permission.CASE_CLAIM) && !held.ties().apart(member.id()))
                .toList();
        if (!held.conflict()) {
            return able;
        }
        List<StaffMember> cleared =
                able.stream().filter(member -> unbiased(held, member)).toList();
        boolean somebody = !cleared.isEmpty()
                || roster.checkedIn().stream().anyMatch(member -> unbiased(held, member))
                || roster.onCall().stream().anyMatch(member -> unbiased(held, member));
        return somebody ? cleared : lastWay(held, able);
    }

    /** Who may break the glass where nobody cleared is: whoever looks through the queue and does not serve there. */
    private static List<StaffMember> lastWay(HotCase held, List<StaffMember> able) {
        return able.stream()
                .filter(member -> member.role().browses() && !member.scope().kept(held.guarded()))
                .toList();
    }

    private static boolean unbiased(HotCase held, StaffMember member) {
        return member.role().may(Permission.CONFLICT_READ) && !member.scope().kept(held.guarded());
    }

    private List<StaffMember> ordered(HotCase held, List<StaffMember> members) {
        String language = spoken(held.card().locale());
        return members.stream()
                .sorted(Comparator.comparing(
                                (StaffMember member) -> !member.languages().contains(language))
                        .thenComparing(member -> !member.scope().covers(held.place(), held.about()))
                        .thenComparing(member -> !suits(held, member.gender()))
                        .thenComparing(member -> !member.linked())
                        .thenComparing(member -> roster.load(member.id()))
                        .thenComparing(member -> member.id().value()))
                .toList();
    }

    /** A wish orders whom the alert reaches first and delays nothing; where none was said, women first at L2. */
    private static boolean suits(HotCase held, Gender gender) {
        String wished = held.card().preferredOfficer();
        if (wished == null) {
            return held.level() != Level.L2_EMERGENT || gender == Gender.WOMAN;
        }
        return wished.equals("any") || gender.name().equalsIgnoreCase(wished);
    }

    /** A locale's language as staff accounts name it. */
    private static String spoken(String locale) {
        int dash = locale.indexOf('-');
        return dash < 0 ? locale : locale.substring(0, dash);
    }
}
