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

    boolean sending;
    Instant notBefore = Instant.MIN;
    Instant slowedUntil = Instant.MIN;

    Live(ConversationKey key) {
        this.key = key;
    }

    boolean idle() {
        return queue.isEmpty() && outbox.isEmpty() && fresh.isEmpty() && !sending;
    }
}
