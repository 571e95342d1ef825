package org.wasl.admin.officer;

import java.util.Set;

/**
 * One of the staff as the other features see them. No secret is in it.
 *
 * @param displayName shown to colleagues, never to a citizen
 * @param languages language codes they read and write: {@code ar}, {@code ckb}, {@code kmr}, {@code en}
 * @param territories where they may take cases
 * @param onDuty checked in, and not checked out or timed out since
 * @param linked whether a messaging account for alerts is linked
 * @param demonstration a made-up account of the demonstration; never counts as real staff
 */
public record StaffMember(
        StaffId id,
        String displayName,
        Role role,
        Set<String> languages,
        Set<Territory> territories,
        Gender gender,
        boolean onDuty,
        boolean linked,
        boolean demonstration) {
    public StaffMember {
        languages = Set.copyOf(languages);
        territories = Set.copyOf(territories);
    }
}
