package org.wasl.admin.fieldwork;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * One thing somebody is to do for a case.
 *
 * @param owner who does it; {@code null} once they declined, or know a party: whoever holds the case gives it on
 * @param words what exactly; empty where the kind says all
 * @param refusals who declined it, and why
 * @param done {@code null} while it is open
 */
public record Task(
        String id,
        Kind kind,
        @Nullable StaffId owner,
        Instant due,
        String words,
        StaffId by,
        Instant at,
        List<Told> refusals,
        @Nullable Told done) {

    /** What is to be done. */
    public enum Kind {
        CALL_BACK,
        /** The person went silent after a danger sign. */
        LOST_CONTACT,
        INTERVIEW,
        ACCOMPANY,
        SAFETY_PLAN,
        SECURE_EVIDENCE,
        ASK_COLLEAGUES,
        ASK_PARTNER,
        WRITE_STATEMENT,
        OTHER;

        /** Whether whoever does it speaks with the person: then a stated wish holds for them too. */
        public boolean withPerson() {
            return this == CALL_BACK || this == INTERVIEW || this == ACCOMPANY || this == SAFETY_PLAN;
        }
    }

    /** Somebody's word on it. */
    public record Told(StaffId by, Instant at, String words) {
        @Override
        public String toString() {
            return "Told[" + at + ", redacted]";
        }
    }

    public Task {
        refusals = List.copyOf(refusals);
    }

    public boolean open() {
        return done == null;
    }

    public Task done(Told how) {
        return new Task(id, kind, owner, due, words, by, at, refusals, how);
    }

    public Task declined(Told why) {
        List<Told> more = new ArrayList<>(refusals);
        more.add(why);
        return new Task(id, kind, null, due, words, by, at, more, null);
    }

    public Task givenTo(@Nullable StaffId other, Instant by) {
        return new Task(id, kind, other, by, words, this.by, at, refusals, done);
    }

    Task outline() {
        return new Task(
                id, kind, owner, due, "", by, at, List.of(), done == null ? null : new Told(done.by(), done.at(), ""));
    }

    @Override
    public String toString() {
        return "Task[" + id + ", " + kind + ", redacted]";
    }
}
