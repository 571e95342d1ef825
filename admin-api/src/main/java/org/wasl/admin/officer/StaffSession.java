package org.wasl.admin.officer;

import java.time.Instant;

/**
 * One sign-in that still holds.
 *
 * @param digest of the token in the cookie; names the session and opens nothing
 */
record StaffSession(String digest, StaffId staff, Instant began, Instant seen) {}
