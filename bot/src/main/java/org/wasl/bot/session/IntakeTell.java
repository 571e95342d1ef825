package org.wasl.bot.session;

import java.util.concurrent.CompletableFuture;
import org.wasl.triage.intake.IntakeEntry;

/** Tells the desk something outside any turn. Only what may come twice. */
public interface IntakeTell {

    /** Through the intake of a mailbox's shard. Fails with {@link StoreUnavailable}. */
    CompletableFuture<Void> tell(String mailboxId, IntakeEntry entry);
}
