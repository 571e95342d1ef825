package org.wasl.admin.officer;

import java.util.Set;

/**
 * One of the staff as the other features see them. No secret is in it.
 *
 * @param displayName shown to colleagues, never to a citizen
 * @param scope for which part of the work they are there
 * @param onDuty checked in, not away, and not checked out or timed out since
 * @param linked whether a messaging account for alerts is linked
 * @param demonstration a made-up account of the demonstration; never counts as real staff
 */
public record StaffMember(
        StaffId id, String displayName, Role role, Scope scope, boolean onDuty, boolean linked, boolean demonstration) {

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
