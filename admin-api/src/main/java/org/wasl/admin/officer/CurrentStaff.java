package org.wasl.admin.officer;

import java.util.Set;

/**
 * Who is calling. A controller method takes it as an argument; a desk takes it as the one who decides.
 *
 * @param displayName shown to colleagues, never to a citizen
 * @param languages language codes they read and write: {@code ar}, {@code ckb}, {@code kmr}, {@code en}
 */
public record CurrentStaff(
        StaffId id,
        String displayName,
        Role role,
        Set<String> languages,
        Set<Territory> territories,
        Gender gender,
        boolean demonstration) {
    public CurrentStaff {
        languages = Set.copyOf(languages);
        territories = Set.copyOf(territories);
    }

    /** Whether they hold all of these. */
    public boolean may(Permission... all) {
        return role.may(all);
    }
}
