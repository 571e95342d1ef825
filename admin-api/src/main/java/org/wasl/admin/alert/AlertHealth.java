package org.wasl.admin.alert;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Page;

/** How each way out of the desk has done lately, on this node since its start. Thread-safe. */
final class AlertHealth {
    private final Map<Page.Way, Seen> seen = new EnumMap<>(Page.Way.class);

    AlertHealth(List<AlertChannel> channels) {
        channels.forEach(channel -> seen.put(channel.way(), Seen.of(channel.way())));
    }

    /**
     * One way.
     *
     * @param handed when something was handed over last; {@code null} before the first
     * @param failed when that was last tried in vain; {@code null} when it never was
     * @param why what went wrong then
     * @param inVain how often in a row it was tried in vain; 0 when the last try went well
     */
    public record Seen(
            Page.Way way,
            @Nullable Instant handed,
            @Nullable Instant failed,
            Page.@Nullable Why why,
            int inVain) {
        static Seen of(Page.Way way) {
            return new Seen(way, null, null, null, 0);
        }

        private Seen inVain(Page.Why code, Instant when) {
            return new Seen(way, handed, when, code, inVain + 1);
        }

        /** Whether the last try was in vain. */
        public boolean failing() {
            return inVain > 0;
        }
    }

    synchronized void told(Page.Way way, AlertChannel.Handover answer, Instant now) {
        Seen before = seen.getOrDefault(way, Seen.of(way));
        seen.put(
                way,
                switch (answer) {
                    case AlertChannel.Handover.Handed handed -> new Seen(way, now, before.failed(), null, 0);
                    case AlertChannel.Handover.NotNow notNow -> before.inVain(notNow.why(), now);
                    case AlertChannel.Handover.Never never -> before.inVain(never.why(), now);
                    case AlertChannel.Handover.NoAddress none -> before;
                });
    }

    /** Every way that is set up, in their order. */
    public synchronized List<Seen> ways() {
        return List.copyOf(seen.values());
    }

    /** How many ways failed at their last try. */
    public synchronized long failing() {
        return seen.values().stream().filter(Seen::failing).count();
    }
}
