package org.wasl.bot.session;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wasl.bot.channel.ChannelKind;

/** Channels that rest because an operator must act: a wrong token, a wrong address of the platform. Visible. */
final class ChannelPauses {

    private final Map<ChannelKind, Instant> until = new ConcurrentHashMap<>();

    void pause(ChannelKind channel, Instant end) {
        until.put(channel, end);
    }

    void works(ChannelKind channel) {
        until.remove(channel);
    }

    boolean rests(ChannelKind channel, Instant now) {
        return now.isBefore(until.getOrDefault(channel, Instant.MIN));
    }

    /** Those whose last attempt ended so. */
    Set<ChannelKind> misconfigured() {
        return Set.copyOf(until.keySet());
    }
}
