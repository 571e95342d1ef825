package org.wasl.config.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Commits and syncs every write before it is answered. The stock backend commits about once a second: killed with -9 it
 * lost close to a third of what it had acknowledged, this one lost nothing in 20 kills (config/docs/benchmarks.md).
 *
 * <p>One writer at a time; a reader can see a write a moment before it is on disk. If a commit fails its exception
 * replaces the answer, so the write is not acknowledged.
 */
final class SyncH2Backend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection",
            "aggregate");

    /** Between two clearings; without them the file grows with every commit. */
    private static final int COMMITS_PER_CLEARING = 200;

    /** Share of a chunk that must be living before it is left alone, in percent. */
    private static final int LIVING = 80;

    /** Most bytes one step writes, and how long the steps of one clearing may take together. */
    private static final int STEP = 1 << 20;

    private static final long CLEARING_NANOS = 50_000_000;

    /**
     * How long room that holds nothing living is left alone. With none at all H2 may write over what the last map on
     * disk still lists: after a kill and a clean stop, the next start went back to an older version of everything, in 3
     * of 260 kills. The file is larger by what is written in this time.
     */
    private static final int RETENTION_MILLIS = 1_000;

    private int commits;

    private SyncH2Backend(MVStore store) {
        super(store);
    }

    static SyncH2Backend open(String file, char[] key, int cacheMegabytes) {
        MVStore store = new MVStore.Builder()
                .fileName(file)
                .encryptionKey(key)
                .autoCommitDisabled()
                .cacheSize(cacheMegabytes)
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        return new SyncH2Backend(store);
    }

    /** Also called while the constructor above this class opens what is on disk. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IdFirstDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (!WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            return super.handleCommand(channel, database, command, query);
        }
        synchronized (this) {
            try {
                return super.handleCommand(channel, database, command, query);
            } finally {
                save();
                if (++commits % COMMITS_PER_CLEARING == 0) {
                    clear();
                }
            }
        }
    }

    /**
     * Leaves the file as a kill would, all of it saved: that is the state every start knows how to take up. H2's own
     * closing frees and shrinks without the time above.
     */
    @Override
    public void close() {
        synchronized (this) {
            if (!getMvStore().isClosed()) {
                save();
                getMvStore().closeImmediately();
            }
        }
        super.close();
    }

    private void save() {
        getMvStore().commit();
        getMvStore().sync();
    }

    /**
     * Writes what still lives in sparse chunks into new ones, so that the old ones' room is used again. Nothing is moved
     * inside the file: {@code MVStore.compactFile} would, and in H2 2.4.240 its own assertion about free room fails there
     * after some hundred writes of unequal size and closes the store. What it does without assertions when it is killed
     * at that moment nobody has shown to be harmless.
     */
    private void clear() {
        long end = System.nanoTime() + CLEARING_NANOS;
        while (getMvStore().compact(LIVING, STEP)) {
            save();
            if (System.nanoTime() > end) {
                return;
            }
        }
    }
}
