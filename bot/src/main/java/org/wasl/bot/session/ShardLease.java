package org.wasl.bot.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * One worker's hold on one shard. Its end is decided by the store's clock; this side only knows when to renew. What a
 * worker sends after it lost the lease is refused by its epoch.
 */
final class ShardLease {

    private final DurableCommit store;
    private final ShardKeys keys;
    private final String worker;
    private final Duration length;
    private final Clock clock;
    private long epoch;
    private Instant renewAt = Instant.MIN;
    private Instant retryAt = Instant.MIN;

    ShardLease(DurableCommit store, ShardKeys keys, String worker, Duration length, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.worker = worker;
        this.length = length;
        this.clock = clock;
    }

    /** What {@link #hold} found. */
    enum Hold {
        /** Held all along. */
        KEPT,
        /** Held anew: whatever was in memory is worth nothing. */
        TAKEN,
        /** Another worker's. */
        ELSEWHERE
    }

    Hold hold() {
        Instant now = clock.instant();
        if (epoch > 0 && now.isBefore(renewAt)) {
            return Hold.KEPT;
        }
        if (epoch == 0 && now.isBefore(retryAt)) {
            return Hold.ELSEWHERE;
        }
        List<?> answer = ask(length.toMillis());
        long held = (Long) answer.get(0);
        if (held == 0) {
            epoch = 0;
            retryAt = now.plusMillis((Long) answer.get(1));
            return Hold.ELSEWHERE;
        }
        Hold result = held == epoch ? Hold.KEPT : Hold.TAKEN;
        epoch = held;
        renewAt = now.plus(length.dividedBy(3));
        return result;
    }

    long epoch() {
        return epoch;
    }

    Instant retryAt() {
        return retryAt;
    }

    /** Another worker has it, or this side does not know any more what was done: begin again. */
    void lost() {
        epoch = 0;
        renewAt = Instant.MIN;
        retryAt = Instant.MIN;
    }

    /** Gives it back, so that another node need not wait. */
    void release() {
        if (epoch > 0) {
            ask(0);
            lost();
        }
    }

    private List<?> ask(long millis) {
        List<byte[]> args =
                List.of(Step.ascii(worker), Step.ascii(Long.toString(millis)), Step.ascii(Long.toString(epoch)));
        try {
            return (List<?>) store.run(Script.LEASE, keys.forLease(), args).join();
        } catch (CompletionException failed) {
            throw Failures.of(failed);
        }
    }
}
