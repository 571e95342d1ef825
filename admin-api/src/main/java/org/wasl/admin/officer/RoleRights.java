package org.wasl.admin.officer;

import java.util.List;
import java.util.Set;

/**
 * One role as its data says it.
 *
 * @param preset one of those every desk starts with
 * @param cases which cases it reaches
 * @param may what it may
 * @param mayNot what it must never be given; a role that has both is refused at the start
 * @param secondSteps one of these stands beside the password, the preferred one first; none where none is asked for
 */
record RoleRights(
        Role role,
        boolean preset,
        CaseReach cases,
        Set<Permission> may,
        Set<Permission> mayNot,
        List<FactorKind> secondSteps) {
    RoleRights {
        secondSteps = List.copyOf(secondSteps);
        may = Set.copyOf(may);
        mayNot = Set.copyOf(mayNot);
    }
}
