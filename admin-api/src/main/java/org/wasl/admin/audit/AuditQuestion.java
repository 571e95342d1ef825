package org.wasl.admin.audit;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to read. What is {@code null} is not asked for.
 *
 * @param subject what it was done to: a case number, a staff id, a token
 * @param actor who did it
 * @param day on Baghdad's calendar
 * @param refused whether only what was refused
 */
public record AuditQuestion(
        @Nullable String subject,
        @Nullable String actor,
        @Nullable Act act,
        @Nullable LocalDate day,
        boolean refused) {
    private static final int LONGEST = 70;

    public AuditQuestion {
        if (subject != null && subject.length() > LONGEST || actor != null && actor.length() > LONGEST) {
            throw new IllegalArgumentException("audit question: too long (expected: at most " + LONGEST + ")");
        }
    }

    boolean asksFor(AuditEntry entry) {
        return (subject == null
                        || subject.equals(entry.subject())
                        || entry.subject().startsWith(subject + " "))
                && (actor == null || actor.equals(entry.actor()))
                && (act == null || act == entry.act())
                && (!refused || entry.outcome() == AuditEntry.Outcome.REFUSED);
    }

    /** What was asked, for the entry that says so: ids, codes and a day. */
    public String words() {
        return String.join(
                " ",
                Objects.toString(act, "ANY"),
                Objects.requireNonNullElse(subject, "-"),
                Objects.requireNonNullElse(actor, "-"),
                Objects.toString(day, "-"),
                refused ? "REFUSED" : "ALL");
    }

    @Override
    public String toString() {
        return "AuditQuestion[redacted]";
    }
}
