package org.wasl.bot.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One conversation while a worker holds its shard: what waits to be taken, what waits to be sent. */
final class Live {

    /** An entry of the inbox, opened. */
    record Taken(String inboxId, Arrival arrival) {}

    /** What the store says of the conversation, as far as sending must know it. */
    record Standing(String incarnation, Instant invitedUntil) {}

    /** A message sent since the last turn. */
    record FreshRef(String id, Session.MessageRef ref) {}

    final ConversationKey key;
    final Deque<Taken> queue = new ArrayDeque<>();
    final Deque<OutboxEntry> outbox = new ArrayDeque<>();
    final List<FreshRef> fresh = new ArrayList<>();

    /** Raised when what waits to be sent was purged; a sender on its way looks at it last. */
    final AtomicInteger purges = new AtomicInteger();

    @Nullable
    Standing standing;

    /** Number of the first inbox entry that is not in the queue because the conversation has its share there; 0 for none. */
    long beyond;

    /** Whether an urgent word lies there. */
    boolean urgentBeyond;

    boolean sending;
    Instant notBefore = Instant.MIN;
    Instant slowedUntil = Instant.MIN;

    Live(ConversationKey key) {
        this.key = key;
    }

    /** Whether its share was taken and more lies in the inbox. */
    boolean wantsMore() {
        return beyond != 0 && queue.isEmpty();
    }

    void nothingBeyond() {
        beyond = 0;
        urgentBeyond = false;
    }

    /** Nothing of it is stored any more; what it said meanwhile begins anew. */
    void expired() {
        purges.incrementAndGet();
        outbox.clear();
        fresh.clear();
        standing = null;
    }

    boolean idle() {
        return queue.isEmpty() && beyond == 0 && outbox.isEmpty() && fresh.isEmpty() && !sending;
    }
}
