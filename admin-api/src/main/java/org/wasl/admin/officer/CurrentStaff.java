package org.wasl.admin.officer;

import java.util.Set;

/**
 * Who is calling. A controller method takes it as an argument; a desk takes it as the one who decides.
 *
 * @param displayName shown to colleagues, never to a citizen
 * @param scope for which part of the work they are there
 */
public record CurrentStaff(StaffId id, String displayName, Role role, Scope scope, boolean demonstration) {

    /** Whether they hold all of these. */
    public boolean may(Permission... all) {
        return role.may(all);
    }

    /** Language codes they read and write. */
    public Set<String> languages() {
        return scope.languages();
    }

    /** Where they may take cases. */
    public Set<Territory> territories() {
        return scope.territories();
    }

    public Gender gender() {
        return scope.gender();
    }
}
