package org.wasl.admin.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.LevelClock;
import org.wasl.admin.casework.LevelClock.Rung;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.assessment.Tag;

/**
 * Whom a case goes to next, worked out from the case alone: asked twice it says the same, after a restart too.
 *
 * <p>A rung on which nobody new stands passes on to the next at once, so an empty desk is found out within one look and
 * not after ten minutes.
 */
final class Ladder {
    private final CaseworkSettings clocks;
    private final Duration seenHolds;

    Ladder(CaseworkSettings clocks, Duration seenHolds) {
        this.clocks = clocks;
        this.seenHolds = seenHolds;
    }

    /**
     * The pages due now.
     *
     * @param rung the highest rung they belong to
     * @param staff whom to page; empty when a rung is due and nobody is left to page
     */
    record Due(int rung, List<StaffId> staff) {}

    /** Nothing, or the next pages of this case. */
    Optional<Due> due(HotCase held, List<StaffMember> onDuty, Map<StaffId, Long> load, Instant now) {
        if (!held.needsAcknowledgement()) {
            return Optional.empty();
        }
        List<Rung> rungs = (held.toConfirm() ? clocks.toConfirmClock() : clocks.clock(held.level())).ladder();
        List<Page> paged = held.pages().stream()
                .filter(page -> page.alertFrom().equals(held.clockFrom()))
                .toList();
        int next = paged.stream().mapToInt(Page::rung).max().orElse(-1) + 1;
        if (next >= rungs.size() || now.isBefore(from(rungs.get(next), held, paged))) {
            return Optional.empty();
        }
        Set<StaffId> reached = paged.stream().map(Page::staff).collect(Collectors.toSet());
        for (int rung = next; rung < rungs.size(); rung++) {
            List<StaffId> staff = stand(rungs.get(rung).who(), held, onDuty, load, reached);
            if (!staff.isEmpty()) {
                return Optional.of(new Due(rung, staff));
            }
        }
        return Optional.of(new Due(next, List.of()));
    }

    /** When a rung is due: its time, or two minutes after the one "seen" that counts, whichever is later. */
    private Instant from(Rung rung, HotCase held, List<Page> paged) {
        Instant due = held.clockFrom().plus(rung.after());
        return paged.stream()
                .map(Page::seen)
                .filter(seen -> seen != null)
                .min(Comparator.naturalOrder())
                .map(seen -> seen.plus(seenHolds))
                .filter(until -> until.isAfter(due) && !due.isBefore(until.minus(seenHolds)))
                .orElse(due);
    }

    private List<StaffId> stand(
            LevelClock.Who who, HotCase held, List<StaffMember> onDuty, Map<StaffId, Long> load, Set<StaffId> reached) {
        List<StaffMember> free = cleared(held, onDuty).stream()
                .filter(member -> !reached.contains(member.id()))
                .filter(member -> member.role().may(Permission.CASE_CLAIM))
                .toList();
        return switch (who) {
            case NEXT_ON_SHIFT -> bestOfEach(free, held, load);
            case ALL_ON_SHIFT_AND_SUPERVISORS, DIRECTORATE_DUTY -> ids(free);
            case SUPERVISORS, REGIONAL_DUTY ->
                ids(free.stream()
                        .filter(member -> member.role() == Role.SUPERVISOR)
                        .toList());
        };
    }

    /** A page to somebody to whom the case stays shut is a page to nobody: the rules of access, before the call. */
    private static List<StaffMember> cleared(HotCase held, List<StaffMember> onDuty) {
        if (!held.tags().contains(Tag.COI_ROUTE)) {
            return onDuty;
        }
        List<StaffMember> supervisors = onDuty.stream()
                .filter(member -> member.role() == Role.SUPERVISOR)
                .toList();
        return supervisors.isEmpty()
                ? onDuty.stream()
                        .filter(member -> member.role() == Role.OPERATOR)
                        .toList()
                : supervisors;
    }

    /**
     * One operator, who can talk at once, and one officer, who can go: the first of them who claims it stops the ladder.
     * An officer sees no case before it was given or called out to her, so she must not wait for the operator's minute.
     */
    private static List<StaffId> bestOfEach(List<StaffMember> free, HotCase held, Map<StaffId, Long> load) {
        List<StaffId> both = new ArrayList<>();
        for (Role role : List.of(Role.OPERATOR, Role.OFFICER)) {
            List<StaffMember> ofRole =
                    free.stream().filter(member -> member.role() == role).toList();
            both.addAll(best(ofRole, held, load));
        }
        return both;
    }

    private static List<StaffId> best(List<StaffMember> free, HotCase held, Map<StaffId, Long> load) {
        String language = spoken(held.card().locale());
        String wished = held.card().preferredOfficer();
        return free.stream()
                .min(Comparator.comparing(
                                (StaffMember member) -> !member.languages().contains(language))
                        .thenComparing(member -> wished != null
                                && !wished.equals("any")
                                && !member.gender().name().equalsIgnoreCase(wished))
                        .thenComparing(member -> !member.linked())
                        .thenComparing(member -> load.getOrDefault(member.id(), 0L))
                        .thenComparing(member -> member.id().value()))
                .map(member -> List.of(member.id()))
                .orElse(List.of());
    }

    private static List<StaffId> ids(List<StaffMember> members) {
        List<StaffId> ids = new ArrayList<>();
        members.forEach(member -> ids.add(member.id()));
        return ids;
    }

    /** A locale's language as staff accounts name it. */
    static String spoken(String locale) {
        int dash = locale.indexOf('-');
        return dash < 0 ? locale : locale.substring(0, dash);
    }
}
