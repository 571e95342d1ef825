package org.wasl.admin.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The chain of this node and start. One thread writes it; entries that came while a write was under way share the next
 * write, so eight people reading cases cost one fsync and not eight.
 */
final class AuditChain implements AuditTrail, AutoCloseable {
    private static final int ID_BYTES = 16;
    private static final int LOOK_AHEAD = 512;

    private final ChainStore store;
    private final ChainHash hash;
    private final AuditSettings settings;
    private final Clock clock;
    private final SecureRandom random;
    private final BlockingQueue<Waiting> queue;
    private final Thread writer;
    private final ChainName name;
    private volatile ChainHead head;
    private volatile boolean open = true;
    private boolean inStep = true;

    private record Waiting(AuditEntry entry, CompletableFuture<Void> written) {}

    AuditChain(ChainStore store, ChainHash hash, AuditSettings settings, Clock clock, SecureRandom random) {
        this.store = store;
        this.hash = hash;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.queue = new ArrayBlockingQueue<>(settings.waiting());
        this.name = store.begin(settings.node());
        this.head = new ChainHead(name, 0, hash.root(name));
        this.writer = Thread.ofPlatform().name("wasl-audit").daemon(true).start(this::write);
    }

    @Override
    public void append(AuditEntry entry) {
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        if (!open || !queue.offer(waiting)) {
            throw new AuditUnavailableException("audit chain: closed or " + settings.waiting() + " entries waiting");
        }
        try {
            waiting.written().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailableException("audit chain: interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw new AuditUnavailableException("audit chain: not written");
        }
    }

    @Override
    public AuditEntry entry(String actor, Act act, String subject, AuditEntry.Outcome outcome, String digest) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new AuditEntry(HexFormat.of().formatHex(id), clock.instant(), actor, act, subject, outcome, digest);
    }

    ChainHead head() {
        return head;
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        open = false;
        writer.interrupt();
        try {
            writer.join(settings.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Waiting> group = new ArrayList<>();
        while (open || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                queue.drainTo(group, settings.groupSize() - 1);
            } catch (InterruptedException e) {
                queue.drainTo(group, settings.groupSize());
            }
            write(group);
            group.clear();
        }
    }

    private void write(List<Waiting> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            if (!inStep) {
                comeIntoStep();
            }
            List<ChainLink> links = new ArrayList<>();
            ChainHead tail = head;
            for (Waiting waiting : group) {
                ChainLink link = hash.link(name, tail.sequence() + 1, tail.hash(), waiting.entry());
                links.add(link);
                tail = link.head();
            }
            store.write(links);
            head = tail;
            group.forEach(waiting -> waiting.written().complete(null));
        } catch (RuntimeException e) {
            // Some of the group may stand in the store: their callers are told it failed, and the next write looks.
            inStep = false;
            group.forEach(waiting -> waiting.written().completeExceptionally(e));
        }
    }

    private void comeIntoStep() {
        while (true) {
            Map<Long, ChainLink> later = store.read(name, head.sequence() + 1, LOOK_AHEAD);
            ChainLink next = later.get(head.sequence() + 1);
            if (next == null) {
                inStep = true;
                return;
            }
            while (next != null) {
                head = next.head();
                next = later.get(head.sequence() + 1);
            }
        }
    }
}
