package org.wasl.triage.intake;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers that only grow, within one process and, as far as the clock does not go back, from one start to the next. */
final class Sequence {

    private final AtomicLong last = new AtomicLong();

    long next(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return last.updateAndGet(used -> Math.max(used + 1, micros));
    }
}
