package org.wasl.admin.retention;

import java.time.Duration;
import org.wasl.admin.upkeep.Rounds;

/** Looks again and again: what is due, what two people agreed to, what is gone. In the background, never in a request. */
final class RetentionSweep {
    /** After the hot set was built. */
    private static final int PHASE = 20;

    /** Soon after the start: what a kill broke off does not wait for a whole pause. */
    private static final Duration FIRST = Duration.ofSeconds(5);

    private static final String WHAT = "retention";

    private final ListDesk lists;
    private final Destroyer destroyer;
    private final RequestLedger requests;
    private final Rounds rounds;

    RetentionSweep(ListDesk lists, Destroyer destroyer, RequestLedger requests, RetentionSettings settings) {
        this.lists = lists;
        this.destroyer = destroyer;
        this.requests = requests;
        Duration pause = settings.sweep();
        Duration first = pause.compareTo(FIRST) < 0 ? pause : FIRST;
        rounds = Rounds.on("retention").inPhase(PHASE).every(first, pause, WHAT, this::once);
    }

    /** To be started with the node. */
    Rounds rounds() {
        return rounds;
    }

    /** One round of everything; what fails of it does not hold up the rest. */
    private void once() {
        rounds.guarded(WHAT, destroyer::work);
        rounds.guarded(WHAT, requests::follow);
        rounds.guarded(WHAT, lists::propose);
    }

    /** As soon as a list was agreed to. */
    void soon() {
        rounds.soon(WHAT, destroyer::work);
    }
}
