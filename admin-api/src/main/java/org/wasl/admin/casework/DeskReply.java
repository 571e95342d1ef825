package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.seal.Bytes;

/**
 * A reply to one report's mailbox, kept until it is delivered and after.
 *
 * @param sealed the reply, sealed to the mailbox's key: published again unchanged until it is delivered
 * @param publishedAt when it was last handed to the bot; {@code null} before the first time
 * @param published how often it was handed over
 * @param delivered when it was really sent or picked up; {@code null} until then
 */
public record DeskReply(
        String replyId,
        IntakeId report,
        String text,
        StaffId by,
        String role,
        Instant at,
        Bytes sealed,
        @Nullable Instant publishedAt,
        int published,
        @Nullable Instant delivered) {

    /** How far a reply has come. */
    public enum State {
        /** Kept, not handed to the bot yet. */
        WAITING,
        /** Handed to the bot; the person has not got it yet. */
        SENT,
        /** Really sent to the person, or picked up with the receipt. */
        DELIVERED
    }

    public State state() {
        if (delivered != null) {
            return State.DELIVERED;
        }
        return publishedAt == null ? State.WAITING : State.SENT;
    }

    public DeskReply publishedAgain(Instant when) {
        return new DeskReply(replyId, report, text, by, role, at, sealed, when, published + 1, delivered);
    }

    /** For another mailbox of the same person; handed to the bot as if for the first time. */
    public DeskReply sealedAnew(Bytes sealed) {
        return new DeskReply(replyId, report, text, by, role, at, sealed, null, 0, delivered);
    }

    public DeskReply deliveredAt(Instant when) {
        return new DeskReply(replyId, report, text, by, role, at, sealed, publishedAt, published, when);
    }

    @Override
    public String toString() {
        return "DeskReply[" + replyId + ", " + state() + ", redacted]";
    }
}
