package org.wasl.config;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.wasl.triage.assessment.Triage;

/**
 * The judgement, one for all nodes of a process: it keeps nothing of what it reads. Loaded on a thread of its own, while
 * the stores open.
 */
final class SharedTriage {

    private final CompletableFuture<Triage> loading;

    private SharedTriage(CompletableFuture<Triage> loading) {
        this.loading = loading;
    }

    static SharedTriage begin() {
        return new SharedTriage(CompletableFuture.supplyAsync(
                Triage::load, Thread.ofPlatform().daemon().name("wasl-triage")::start));
    }

    /** Waits for it; throws what its loading threw. */
    Triage get() {
        try {
            return loading.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw failed;
        }
    }
}
