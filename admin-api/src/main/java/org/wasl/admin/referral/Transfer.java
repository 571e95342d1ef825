package org.wasl.admin.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.StaffId;

/**
 * The offer of a case to another unit. Until somebody there takes it, its owner answers for it.
 *
 * @param from who answered for it when it was offered
 * @param to the governorate that shall take it
 * @param unit code of the unit there; empty for any
 * @param reason in the words of staff; nothing of the case's content belongs into it
 * @param basis what allows it to leave its territory; {@code null} where it stays inside
 * @param answeredBy who answered or took it back; {@code null} where the case itself moved on
 * @param answer what the other side said with its refusal
 */
public record Transfer(
        String id,
        StaffId from,
        Governorate to,
        String unit,
        String reason,
        @Nullable Basis basis,
        State state,
        Instant at,
        Instant answerBy,
        @Nullable StaffId answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String answer) {

    /** What became of an offer. */
    public enum State {
        OFFERED,
        ACCEPTED,
        REFUSED,
        /** Taken back by its own side, or overtaken by what happened to the case. */
        REVOKED
    }

    public static Transfer offered(
            String id,
            StaffId from,
            Governorate to,
            String unit,
            String reason,
            @Nullable Basis basis,
            Instant now,
            Instant answerBy) {
        return new Transfer(id, from, to, unit, reason, basis, State.OFFERED, now, answerBy, null, null, null);
    }

    /** Whether it waits for an answer. Past its time it is late, and still may be taken. */
    public boolean open() {
        return state == State.OFFERED;
    }

    /** Whether a second person has to agree before the other side sees it. */
    public boolean waits() {
        return open() && basis != null && basis.waits();
    }

    public boolean late(Instant now) {
        return open() && !now.isBefore(answerBy);
    }

    public Transfer answered(State outcome, @Nullable StaffId who, Instant now, @Nullable String said) {
        if (!open()) {
            throw new IllegalStateException("transfer: " + state + " to " + outcome + " (expected: OFFERED)");
        }
        return new Transfer(id, from, to, unit, reason, basis, outcome, at, answerBy, who, now, said);
    }

    public Transfer on(Basis other) {
        return new Transfer(id, from, to, unit, reason, other, state, at, answerBy, answeredBy, answeredAt, answer);
    }

    @Override
    public String toString() {
        return "Transfer[" + id + ", " + to + ", " + state + ", redacted]";
    }
}
