package org.wasl.bot.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Brings what lies in a shard's inbox into memory, in its order. Everything is looked at, so that no conversation stands
 * behind another; but of one conversation no more than its share is kept, and what lies beyond is read again when the
 * share was taken. An urgent word beyond the share is seen all the same.
 */
final class InboxReading {

    private static final int AT_ONCE = 512;

    private final TurnParts parts;
    private final ShardKeys keys;
    private final ShardWorker worker;
    private final Turner turner;
    private final Supplier<Map<ConversationKey, Live>> lives;
    private long read;
    private int held;

    InboxReading(
            TurnParts parts,
            ShardKeys keys,
            ShardWorker worker,
            Turner turner,
            Supplier<Map<ConversationKey, Live>> lives) {
        this.parts = parts;
        this.keys = keys;
        this.worker = worker;
        this.turner = turner;
        this.lives = lives;
    }

    /** Memory is empty: from the beginning. */
    void begin() {
        read = 0;
    }

    /** Returns whether there is more to read. */
    boolean read() {
        held = lives.get().values().stream().mapToInt(live -> live.queue.size()).sum();
        readBeyond();
        List<Shelf.Lying> found = parts.shelf().inbox(keys, read, AT_ONCE);
        for (Shelf.Lying lying : found) {
            read = lying.number();
            Live live = live(lying.key());
            if (live.beyond != 0) {
                see(live, lying);
            } else if (hasRoom(live)) {
                keep(live, lying);
            } else {
                live.beyond = lying.number();
                see(live, lying);
            }
        }
        return found.size() == AT_ONCE;
    }

    /** The next share of those who had more than one. */
    private void readBeyond() {
        Map<ConversationKey, Live> wanting = lives.get().values().stream()
                .filter(Live::wantsMore)
                .collect(Collectors.toMap(live -> live.key, live -> live));
        long from =
                wanting.values().stream().mapToLong(live -> live.beyond).min().orElse(0);
        while (!wanting.isEmpty()) {
            List<Shelf.Lying> found = parts.shelf().inbox(keys, from - 1, AT_ONCE);
            for (Shelf.Lying lying : found) {
                from = lying.number() + 1;
                Live live = wanting.get(lying.key());
                if (live != null && lying.number() >= live.beyond) {
                    if (hasRoom(live)) {
                        keep(live, lying);
                    } else {
                        live.beyond = lying.number();
                        wanting.remove(live.key);
                    }
                }
            }
            if (found.size() < AT_ONCE || from > read) {
                wanting.values().forEach(Live::nothingBeyond);
                wanting.clear();
            }
        }
    }

    private boolean hasRoom(Live live) {
        boolean crowded = held >= parts.settings().inboxPerShard();
        return crowded
                ? live.queue.isEmpty()
                : live.queue.size() < parts.settings().inboxPerConversation();
    }

    private void keep(Live live, Shelf.Lying lying) {
        try {
            Arrival arrival = opened(lying);
            live.queue.add(new Live.Taken(lying.inboxId(), arrival));
            held++;
            hurry(live, arrival);
        } catch (RuntimeException unreadable) {
            worker.unreadable(lying);
        }
    }

    private void see(Live live, Shelf.Lying lying) {
        if (live.urgentBeyond) {
            return;
        }
        try {
            Arrival arrival = opened(lying);
            live.urgentBeyond = turner.urgent(arrival);
            hurry(live, arrival);
        } catch (RuntimeException unreadable) {
            // Told when its turn comes.
            parts.counters().unreadable();
        }
    }

    private void hurry(Live live, Arrival arrival) {
        if (live.slowedUntil != Instant.MIN && turner.urgent(arrival)) {
            live.slowedUntil = Instant.MIN;
        }
    }

    private Arrival opened(Shelf.Lying lying) {
        byte[] plain = parts.seal()
                .open(lying.sealed(), "inbox", lying.key().hex(), lying.name())
                .orElseThrow(() -> new IllegalArgumentException("inbox entry does not open"));
        return ArrivalForm.read(plain);
    }

    private Live live(ConversationKey key) {
        return lives.get().computeIfAbsent(key, Live::new);
    }
}
