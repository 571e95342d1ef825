package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.SendOutcome;
import org.wasl.bot.conversation.Effect.Purpose;

/**
 * Has a shard's outbox sent: one message of a conversation at a time, in its order, conversations side by side. Looks
 * at incarnation, purge, invitation and presence right before each attempt.
 *
 * <p>An attempt whose answer was not written down is made again: at worst a message stands in the chat twice.
 */
final class ShardSender {

    private static final Duration AFTER_A_BUG = Duration.ofSeconds(5);

    /** An attempt that came back. {@code outcome} is {@code null} when it was called off before it left. */
    private record Attempt(
            ConversationKey key,
            OutboxEntry entry,
            @Nullable SendOutcome outcome,
            int purges) {}

    enum Fate {
        SEND,
        HOLD,
        DROP_UNINVITED,
        DROP_SUPERSEDED
    }

    private final TurnParts parts;
    private final ShardWorker worker;
    private final Queue<Attempt> back = new ConcurrentLinkedQueue<>();
    private final Set<String> onTheWay = new LinkedHashSet<>();
    private final Map<String, SendOutcome> sentBefore = new LinkedHashMap<>();
    private final SendRecord record;

    ShardSender(TurnParts parts, ShardWorker worker) {
        this.parts = parts;
        this.worker = worker;
        this.record = new SendRecord(parts, worker);
    }

    void start(Collection<Live> lives, Instant now) {
        for (Live live : lives) {
            while (waits(live, now) && !now.isBefore(live.notBefore)) {
                if (startFirst(live, now)) {
                    break;
                }
            }
        }
    }

    /** Whether something of this conversation is to be sent as soon as its time comes. */
    boolean waits(Live live, Instant now) {
        OutboxEntry next = next(live, now);
        return next != null && !live.sending && fate(live, next, now) != Fate.HOLD;
    }

    /** The first in order; what is to be deleted does not wait behind what waits for the person's next word. */
    private @Nullable OutboxEntry next(Live live, Instant now) {
        OutboxEntry first = live.outbox.peekFirst();
        if (first == null || fate(live, first, now) != Fate.HOLD) {
            return first;
        }
        return live.outbox.stream()
                .filter(entry -> entry.body() instanceof OutboxEntry.Deletion)
                .findFirst()
                .orElse(first);
    }

    /** Whether an attempt was started or has to wait; otherwise the next entry is looked at. */
    private boolean startFirst(Live live, Instant now) {
        OutboxEntry entry = java.util.Objects.requireNonNull(next(live, now));
        if (onTheWay.contains(entry.id())) {
            return true;
        }
        SendOutcome before = sentBefore.remove(entry.id());
        if (before != null) {
            finish(live, new Attempt(live.key, entry, before, live.purges.get()));
            return false;
        }
        switch (fate(live, entry, now)) {
            case DROP_UNINVITED -> drop(live, entry, parts.counters()::uninvited);
            case DROP_SUPERSEDED -> drop(live, entry, parts.counters()::superseded);
            case HOLD -> {
                return true;
            }
            case SEND -> {
                return attempt(live, entry, now);
            }
        }
        return false;
    }

    private void drop(Live live, OutboxEntry entry, Runnable count) {
        worker.commit(new Step(live.key).unout(entry.id()));
        live.outbox.remove(entry);
        count.run();
    }

    private boolean attempt(Live live, OutboxEntry entry, Instant now) {
        Channel channel = parts.channels().get(entry.to().kind());
        if (channel == null || parts.pauses().rests(entry.to().kind(), now)) {
            live.notBefore = now.plus(parts.settings().channelPause());
            return true;
        }
        live.sending = true;
        onTheWay.add(entry.id());
        int purges = live.purges.get();
        parts.senders().execute(() -> {
            SendOutcome outcome = live.purges.get() == purges ? send(channel, entry) : null;
            back.add(new Attempt(live.key, entry, outcome, purges));
            worker.post(() -> {});
        });
        return true;
    }

    private SendOutcome send(Channel channel, OutboxEntry entry) {
        try {
            return switch (entry.body()) {
                case OutboxEntry.Message message -> {
                    boolean somebody =
                            parts.presence().get().anybody(parts.clock().instant());
                    yield channel.send(entry.to(), OutboxEntry.fitted(entry.id(), message.send(), somebody));
                }
                case OutboxEntry.Deletion deletion -> {
                    SendOutcome outcome = channel.deleteAll(entry.to(), deletion.refs());
                    // What the platform will not delete stays, and the notice to the person says so.
                    yield outcome instanceof SendOutcome.RefusedForGood ? new SendOutcome.Sent("") : outcome;
                }
            };
        } catch (RuntimeException bug) {
            parts.counters().failed();
            return new SendOutcome.RetryAfter(AFTER_A_BUG, true);
        }
    }

    Fate fate(Live live, OutboxEntry entry, Instant now) {
        if (entry.body() instanceof OutboxEntry.Deletion) {
            return Fate.SEND;
        }
        Live.Standing standing = live.standing;
        boolean sameLife = standing == null || standing.incarnation().equals(entry.incarnation());
        if (!sameLife && !entry.last()) {
            return Fate.DROP_UNINVITED;
        }
        if ((entry.is(Purpose.QUESTION) || entry.is(Purpose.OPENER)) && laterQuestion(live, entry)) {
            return Fate.DROP_SUPERSEDED;
        }
        if (entry.is(Purpose.OPENER)) {
            // Its own end is the window's; what it would have said is in the mailbox.
            return now.isBefore(entry.invitedUntil()) ? Fate.SEND : Fate.DROP_UNINVITED;
        }
        boolean ownEnd = entry.last() || standing == null;
        Instant end = ownEnd || standing == null ? entry.invitedUntil() : standing.invitedUntil();
        if (now.isBefore(end)) {
            return Fate.SEND;
        }
        // What the person has not seen waits for the next word; what ended the chat, or has no chat any more, is
        // closed.
        return ownEnd ? Fate.DROP_UNINVITED : Fate.HOLD;
    }

    private static boolean laterQuestion(Live live, OutboxEntry entry) {
        boolean after = false;
        for (OutboxEntry other : live.outbox) {
            if (after && (other.is(Purpose.QUESTION) || other.is(Purpose.OPENER))) {
                return true;
            }
            after |= other == entry;
        }
        return false;
    }

    /** Writes down what came back. */
    void finish(Map<ConversationKey, Live> lives) {
        for (Attempt attempt = back.poll(); attempt != null; attempt = back.poll()) {
            onTheWay.remove(attempt.entry().id());
            Live live = lives.get(attempt.key());
            if (live == null) {
                live = new Live(attempt.key());
            }
            live.sending = false;
            try {
                finish(live, attempt);
            } catch (StoreUnavailable | StepRefused unsure) {
                if (attempt.outcome() instanceof SendOutcome.Sent sent && sentBefore.size() < 10_000) {
                    sentBefore.put(attempt.entry().id(), sent);
                }
                throw unsure;
            }
        }
    }

    private void finish(Live live, Attempt attempt) {
        OutboxEntry entry = attempt.entry();
        Instant now = parts.clock().instant();
        switch (attempt.outcome()) {
            case null -> live.outbox.remove(entry);
            case SendOutcome.Sent sent -> {
                parts.pauses().works(entry.to().kind());
                if (!record.sent(live, entry, sent, now)) {
                    tooLate(entry, sent);
                }
                removeFirst(live, entry);
            }
            case SendOutcome.RetryAfter retry -> {
                live.notBefore = now.plus(retry.delay());
                parts.counters().retried();
            }
            case SendOutcome.RefusedForGood refused -> {
                record.refused(live, entry, refused.code(), now);
                removeFirst(live, entry);
            }
            case SendOutcome.BlockedByCitizen blocked -> {
                record.blocked(live, entry, now);
                live.purges.incrementAndGet();
                live.outbox.clear();
            }
            case SendOutcome.Misconfigured wrong -> {
                parts.pauses()
                        .pause(entry.to().kind(), now.plus(parts.settings().channelPause()));
                live.notBefore = now.plus(parts.settings().channelPause());
                parts.counters().channelPaused();
            }
        }
    }

    /** It was on the wire when the chat was ended: taken back where the platform can. */
    private void tooLate(OutboxEntry entry, SendOutcome.Sent sent) {
        Channel channel = parts.channels().get(entry.to().kind());
        if (channel != null
                && entry.body() instanceof OutboxEntry.Message
                && !sent.messageRef().isEmpty()) {
            parts.senders().execute(() -> channel.delete(entry.to(), sent.messageRef()));
        }
    }

    private static void removeFirst(Live live, OutboxEntry entry) {
        live.outbox.removeIf(other -> other.id().equals(entry.id()));
    }
}
