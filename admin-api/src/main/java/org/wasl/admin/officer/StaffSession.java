package org.wasl.admin.officer;

import java.time.Instant;

/**
 * One sign-in that still holds.
 *
 * @param digest of the token in the cookie; names the session and opens nothing
 * @param seen its last request, what a page asks by itself included
 * @param active the last time somebody was at it
 * @param locked whether they said that they go
 * @param factorDue whether a second step has to be set up first
 */
record StaffSession(
        String digest, StaffId staff, Instant began, Instant seen, Instant active, boolean locked, boolean factorDue) {}
