package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.ContactWindows;

/**
 * When something may be sent into a chat. Anything, for a while after the person's own word; one neutral line, inside a
 * window they chose; nothing else, whoever wants to send it.
 *
 * @param lastWord the person's last own word, by the platform's time; the epoch when none is known
 * @param until end of the while after it; the epoch when EXIT, pause or a block ended it
 * @param windows what they chose
 * @param quietUntil no window counts before: one that stood open when they left says nothing about now
 */
record Invitation(Instant lastWord, Instant until, ContactWindows windows, Instant quietUntil) {

    /** Whether anything may be sent. */
    boolean open(Instant now) {
        return now.isBefore(until);
    }

    /**
     * Until when a neutral line may be sent; empty when it may not.
     *
     * @param freeFormFor how long the platform carries what is no template
     */
    Optional<Instant> lineUntil(Instant now, @Nullable Duration freeFormFor) {
        if (open(now)) {
            return Optional.of(until);
        }
        Instant carried = freeFormFor == null ? Instant.MAX : lastWord.plus(freeFormFor);
        if (now.isBefore(quietUntil) || !now.isBefore(carried)) {
            return Optional.empty();
        }
        return windows.closes(now).map(closes -> closes.isBefore(carried) ? closes : carried);
    }
}
