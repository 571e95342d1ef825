package org.wasl.bot.session;

/**
 * What a turn asked of the world outside its shard: written down with the turn, begun behind it, struck off when it is
 * done, and begun again by whoever takes the shard over. Each may therefore happen twice.
 */
final class Errands {

    private final TurnParts parts;
    private final ShardKeys keys;
    private final ShardWorker worker;

    Errands(TurnParts parts, ShardKeys keys, ShardWorker worker) {
        this.parts = parts;
        this.keys = keys;
        this.worker = worker;
    }

    /** Begins again what was written down and not struck off. */
    void resume() {
        parts.shelf().all(keys.work()).forEach(this::loadWork);
        parts.shelf().all(keys.hops()).forEach(this::loadHop);
    }

    /** Slow work outside the turn; its result comes back as an input. */
    void start(String id, WorkForm.Asked asked) {
        parts.outside()
                .work(ConversationKey.ownerOf(id), asked.address(), asked.request(), id)
                .thenRun(() -> worker.post(() -> worker.commit(workDone(id))));
    }

    /** One step of a mailbox's road, in another shard. */
    void start(String id, Hop hop) {
        parts.outside().perform(hop).thenRun(() -> worker.post(() -> worker.commit(hopDone(id))));
    }

    private void loadWork(String id, byte[] sealed) {
        parts.seal()
                .open(sealed, "work", id)
                .ifPresentOrElse(plain -> start(id, WorkForm.read(plain)), () -> worker.commit(workDone(id)));
    }

    private void loadHop(String id, byte[] sealed) {
        parts.seal()
                .open(sealed, "hop", id)
                .ifPresentOrElse(plain -> start(id, Hop.read(plain)), () -> worker.commit(hopDone(id)));
    }

    private static Step workDone(String id) {
        return new Step(ConversationKey.ownerOf(id)).unwork(id);
    }

    private static Step hopDone(String id) {
        return new Step(ConversationKey.ownerOf(id)).unhop(id);
    }
}
