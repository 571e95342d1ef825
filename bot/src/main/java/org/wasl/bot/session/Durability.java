package org.wasl.bot.session;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a write durable on the server at hand.
 *
 * @param waitsForDisk whether {@code WAITAOF} is sent; {@code false} where the server itself syncs before it answers
 * @param replicas how many replicas must have it
 * @param timeout how long to wait for both before the write counts as not durable
 */
record Durability(boolean waitsForDisk, int replicas, Duration timeout) {

    /** For a server of this version. From 7.2 on it can be asked whether a write is on disk, so it is. */
    static Durability of(String version, SessionSettings settings) {
        String[] parts = version.split("\\.", -1);
        int major = Integer.parseInt(parts[0]);
        int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        boolean can = major > 7 || (major == 7 && minor >= 2);
        return new Durability(can && !settings.fsyncAlways(), settings.replicas(), settings.durableWait());
    }

    /** Throws {@link StoreUnavailable} unless the server says that enough copies have it. */
    void verify(@Nullable Object answer) {
        if (waitsForDisk) {
            boolean enough = answer instanceof List<?> counts
                    && counts.size() == 2
                    && counts.get(0) instanceof Long local
                    && counts.get(1) instanceof Long copies
                    && local >= 1
                    && copies >= replicas;
            if (!enough) {
                throw new StoreUnavailable("not on disk in time");
            }
        } else if (!(answer instanceof Long copies) || copies < replicas) {
            throw new StoreUnavailable("not on enough replicas in time");
        }
    }
}
