package org.wasl.bot.channel;

import java.time.Instant;

/**
 * One thing a person did, as a channel hands it over.
 *
 * @param eventId the platform's id of the event joined with its date, or of the tap: never the update id alone, which
 *     may restart
 * @param saidAt the platform's own time of it, from which every invitation runs
 * @param messageRef the platform's id of the message it came in, by which it can be deleted; empty if there is none
 */
public record InboundEvent(
        ChannelAddress from, String eventId, Instant saidAt, String messageRef, InboundContent content) {

    @Override
    public String toString() {
        return "InboundEvent[" + from.kind().name() + ", redacted]";
    }
}
