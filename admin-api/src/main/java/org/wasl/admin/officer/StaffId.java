package org.wasl.admin.officer;

/** Names one staff member: 32 hex digits, given once and never to another. What audit entries and case documents hold. */
public record StaffId(String value) {
    public StaffId {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("staff id: " + value.length() + " characters (expected: 32 hex digits)");
        }
    }
}
