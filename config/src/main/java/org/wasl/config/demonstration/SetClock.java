package org.wasl.config.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands where it was set: the time of a month that is played, never of a node that serves. */
public final class SetClock extends Clock {

    private volatile Instant now;

    public SetClock(Instant start) {
        now = start;
    }

    void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
