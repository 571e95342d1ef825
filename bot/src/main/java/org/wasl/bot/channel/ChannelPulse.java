package org.wasl.bot.channel;

import java.time.Instant;
import java.util.Optional;

/** Whether a channel is really listening, for readiness and for the operator's page. Holds nothing of any citizen. */
public interface ChannelPulse {

    ChannelKind kind();

    Pulse pulse();

    /**
     * How it is at the moment.
     *
     * @param lastHeard when the platform last answered; empty before the first time
     * @param unreadable how many events were put aside since the start because they could not be read
     * @param trouble a short code of what is wrong, empty when nothing is
     */
    record Pulse(State state, Optional<Instant> lastHeard, long unreadable, String trouble) {}

    /** What it does. */
    enum State {
        /** Hears what citizens say. */
        LISTENING,
        /** Another node listens; this one takes over when that one stops. */
        STANDING_BY,
        /** Should listen and cannot. */
        TROUBLED,
        /** Not started. */
        OFF
    }
}
