package org.wasl.bot.channel;

/** Where channels hand over what came in. */
public interface InboundGate {

    /**
     * Takes one event. When this answers {@link Acceptance#ACCEPTED} or {@link Acceptance#REPEATED} the event is
     * durable and may be acknowledged to the platform; on {@link Acceptance#UNAVAILABLE} it must not be, and the
     * channel offers it again later.
     */
    Acceptance accept(InboundEvent event);

    /** Outcome of {@link #accept}. */
    enum Acceptance {
        ACCEPTED,
        REPEATED,
        UNAVAILABLE
    }
}
