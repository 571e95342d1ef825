package org.wasl.admin.audit;

import java.time.Instant;

/**
 * One act, as it is chained. Holds ids and digests only: never a citizen's word, address or receipt, never a name, so
 * that erasing a case leaves the chain whole.
 *
 * @param id 32 hex digits, made by the one who acts; an entry swept twice keeps its id
 * @param actor a staff id, or {@link #SYSTEM}
 * @param subject what it was done to: a case number, a staff id, a route's pattern
 * @param outcome whether it was done or refused
 * @param digest hex digest of what was written or read; empty where there is nothing to digest
 */
public record AuditEntry(String id, Instant at, String actor, Act act, String subject, Outcome outcome, String digest) {
    /** The actor of what no person did. */
    public static final String SYSTEM = "system";

    /** Nobody signed in: the actor of a refused sign-in. */
    public static final String NOBODY = "nobody";

    private static final int LONGEST = 200;

    /** Whether it was done. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    public AuditEntry {
        if (!id.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException(
                    "audit entry id: " + id.length() + " characters (expected: 32 hex digits)");
        }
        limit("actor", actor);
        limit("subject", subject);
        limit("digest", digest);
    }

    private static void limit(String field, String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "audit entry " + field + ": " + value.length() + " characters (expected: at most " + LONGEST + ")");
        }
    }
}
