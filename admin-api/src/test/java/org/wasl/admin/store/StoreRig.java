package org.wasl.admin.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.wasl.admin.DeskStore;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** Stores of features' objects on one document store, which all tests of a class share; each begins with an empty one. */
public final class StoreRig implements AutoCloseable {
    private final DeskStore store = new DeskStore();
    private final DeskKeys keys;

    public StoreRig(Path folder) {
        DeskSecret secret = DeskSecret.of("5a".repeat(32));
        keys = DeskKeys.load(
                KeyFolder.create(folder.resolve("keys"), secret, new SecureRandom())
                        .deskFolder(),
                secret);
    }

    /** Everything before is gone. */
    public ObjectStores empty() {
        store.template().getDb().drop();
        return again();
    }

    /** As another node sees it. */
    public ObjectStores again() {
        return new ObjectStores(store.nodesTemplate(), keys.cases(), StoreSettings.DEFAULTS);
    }

    public static Mentions mentions(ObjectStores stores, AuditTrail trail) {
        return new Mentions(stores, trail);
    }

    /** Closes it, and says which look-ups would have been slow. */
    @Override
    public void close() {
        store.close();
        if (!store.recorder().wrong().isEmpty()) {
            throw new AssertionError(store.recorder().wrong());
        }
    }
}
