package org.wasl.admin.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * Whether the person is in the chat, and whether a staff member speaks there.
 *
 * @param inChat whether the bot last said they are there
 * @param at when the bot said so
 * @param takenOverBy who speaks in the chat; {@code null} when the bot does
 * @param takenOverUntil end of the lease; the bot goes on by itself after it
 */
public record Contact(
        boolean inChat,
        @Nullable Instant at,
        @Nullable StaffId takenOverBy,
        @Nullable Instant takenOverUntil) {

    static final Contact NONE = new Contact(false, null, null, null);

    /** Whether a staff member's lease on the chat is running. */
    public boolean takenOver(Instant now) {
        return takenOverUntil != null && now.isBefore(takenOverUntil);
    }

    public Contact seen(boolean inChat, Instant when) {
        return at != null && when.isBefore(at) ? this : new Contact(inChat, when, takenOverBy, takenOverUntil);
    }

    public Contact takenOver(@Nullable StaffId by, @Nullable Instant until) {
        return new Contact(inChat, at, by, until);
    }
}
