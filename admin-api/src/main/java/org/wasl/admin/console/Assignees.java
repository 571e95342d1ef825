package org.wasl.admin.console;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.wasl.admin.casework.Card;
import org.wasl.admin.casework.Case;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/**
 * To whom a case can be given: who is on duty, takes cases and is not shut out by what the person asked for. A stated
 * wish for a woman or a man is kept, not weighed; the language is weighed, for a reader may be fetched.
 */
final class Assignees {
    /** Wishes that shut somebody out; "any" and what is not known do not. */
    private static final Set<String> NAMED = Set.of("woman", "man");

    private final StaffDirectory directory;

    Assignees(StaffDirectory directory) {
        this.directory = directory;
    }

    /** Officers first, and among them who reads the citizen's language. */
    List<StaffMember> of(CurrentStaff staff, Case held, Card card) {
        StaffId owner = held.handling().owner();
        if (staff.role() != Role.SUPERVISOR && owner != null && !owner.equals(staff.id())) {
            return List.of();
        }
        String language = CaseScreens.spoken(card);
        return directory.onDuty().stream()
                .filter(member -> member.role().may(Permission.CASE_CLAIM))
                .filter(member -> !member.id().equals(owner))
                .filter(member -> wished(card, member))
                .sorted(Comparator.comparing((StaffMember member) -> member.role() != Role.OFFICER)
                        .thenComparing(member -> !member.languages().contains(language))
                        .thenComparing(StaffMember::displayName))
                .toList();
    }

    private static boolean wished(Card card, StaffMember member) {
        String wish = card.preferredOfficer();
        return wish == null || !NAMED.contains(wish) || member.gender().name().equalsIgnoreCase(wish);
    }
}
