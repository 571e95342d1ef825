package org.wasl.admin.audit;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Reads chains from outside the node that writes them. It needs the key of the chains and none that opens a case; with
 * the heads somebody wrote down at an earlier time it shows whatever was cut or written anew since.
 */
public final class ChainReading {
    private ChainReading() {}

    /** Chains in a file, as {@link AuditChains#export} or the store's own tools wrote it. */
    public static AuditChains ofFile(Path file, AuditKey key, Clock clock) {
        return new AuditChains(ChainFile.read(file), new ChainHash(key), null, clock);
    }

    /** Chains in a store, running or not. Entries that come meanwhile are no findings. */
    public static AuditChains ofStore(MongoTemplate store, AuditKey key, Clock clock) {
        return new AuditChains(new MongoChainStore(store), new ChainHash(key), null, clock);
    }
}
