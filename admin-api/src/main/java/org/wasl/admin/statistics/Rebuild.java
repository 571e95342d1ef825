package org.wasl.admin.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rebuilding at a time, in a thread of its own. */
final class Rebuild {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicReference<@Nullable State> state = new AtomicReference<>();

    /**
     * How far it is.
     *
     * @param ended {@code null} while it goes on
     * @param found {@code null} while it goes on, and where it broke off
     */
    record State(Instant begun, @Nullable Instant ended, CaseCounts.@Nullable Rebuilt found) {}

    boolean begin(Supplier<CaseCounts.Rebuilt> work, Clock clock) {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        Instant begun = clock.instant();
        state.set(new State(begun, null, null));
        Thread.ofPlatform().name("statistics-rebuild").daemon().start(() -> {
            CaseCounts.Rebuilt found = null;
            try {
                found = work.get();
                log.info(
                        "statistics: {} cases walked, {} mended, {} severed",
                        found.cases(),
                        found.mended(),
                        found.severed());
            } catch (RuntimeException failed) {
                log.error(
                        "statistics: rebuilding broke off: {}",
                        failed.getClass().getSimpleName());
            } finally {
                state.set(new State(begun, clock.instant(), found));
                running.set(false);
            }
        });
        return true;
    }

    @Nullable
    State state() {
        return state.get();
    }
}
