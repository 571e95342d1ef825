package org.wasl.admin.officer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling. A controller method takes it as an argument; a desk takes it as the one who decides.
 *
 * @param displayName shown to colleagues, never to a citizen
 * @param scope for which part of the work they are there
 * @param program the program that calls for them with a token; {@code null} when they do so themselves
 */
public record CurrentStaff(
        StaffId id,
        String displayName,
        Role role,
        Scope scope,
        boolean demonstration,
        @Nullable Program program) {

    /** Somebody who calls themselves. */
    public CurrentStaff(StaffId id, String displayName, Role role, Scope scope, boolean demonstration) {
        this(id, displayName, role, scope, demonstration, null);
    }

    /** Whether they hold all of these; a program, whether it was given them as well. */
    public boolean may(Permission... all) {
        return role.may(all) && (program == null || program.may().containsAll(List.of(all)));
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
