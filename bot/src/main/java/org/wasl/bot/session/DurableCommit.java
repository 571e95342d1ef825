package org.wasl.bot.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Runs one script and answers when what it wrote is durable: on disk, and with replicas on the demanded number of them.
 * Accept, turn, sending and mailbox all go through here, and nothing else writes.
 *
 * <p>Guaranteed: an answer means durable. Not guaranteed: a failure means not done. After {@link StoreUnavailable} the
 * step may have happened, so every caller must be able to ask again and find out.
 */
interface DurableCommit extends AutoCloseable {

    /** Completes with the script's answer, or with {@link StoreUnavailable}, or {@link StepRefused}. Never blocks. */
    CompletableFuture<Object> run(Script script, List<byte[]> keys, List<byte[]> args);

    /** What waits fails; what runs is finished. */
    @Override
    default void close() {}
}
