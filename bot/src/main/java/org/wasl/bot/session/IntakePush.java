package org.wasl.bot.session;

import java.util.concurrent.CompletableFuture;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.seal.Bytes;

/** Appends something sealed to a shard's intake outside any turn. Only what may come twice. */
public interface IntakePush {

    /** Completes when it is durable. Fails with {@link StoreUnavailable}; then it may have been appended. */
    CompletableFuture<Void> push(Shard shard, Bytes sealed);
}
