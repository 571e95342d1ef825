package org.wasl.bot.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wasl.bot.conversation.Input;

/** What a shard does because of the time: rings what is due, and asks again after the node was away. */
final class ShardTimers {

    private static final int AT_ONCE = 64;
    private static final int MOST_ASKED_AGAIN = 10_000;

    private final TurnParts parts;
    private final ShardKeys keys;
    private final ShardWorker worker;
    private final TimerRing bell;
    private Instant firedAt = Instant.EPOCH;

    ShardTimers(TurnParts parts, ShardKeys keys, ShardWorker worker) {
        this.parts = parts;
        this.keys = keys;
        this.worker = worker;
        this.bell = new TimerRing(parts);
    }

    /** At most every half poll: the store is not asked for timers with every word. */
    void fire(Instant now) {
        if (now.isBefore(firedAt.plus(parts.settings().poll().dividedBy(2)))) {
            return;
        }
        firedAt = now;
        List<String> ids = parts.shelf().upTo(keys.timers(), now, AT_ONCE);
        for (String id : ids) {
            byte[] sealed = parts.shelf().one(keys.due(), id);
            ConversationKey key = ConversationKey.ownerOf(id);
            Step step = new Step(key).expectTimer(id).untimer(id);
            try {
                if (sealed != null) {
                    Due due = Due.open(id, sealed, parts.seal());
                    List<String> refs = due.kind() == Due.Kind.CLEARING ? left(key, now) : List.of(due.name());
                    bell.ring(step, key, id, due, refs, now, worker::live);
                }
            } catch (IllegalArgumentException unreadable) {
                parts.counters().unreadable();
            }
            worker.commit(step);
        }
    }

    /** The platform's ids of what stands in a chat since before it fell silent; what came later is another talk. */
    private List<String> left(ConversationKey key, Instant now) {
        Instant silent =
                now.minus(parts.settings().clearAfter()).plus(parts.settings().invitation());
        byte[] stored = parts.shelf().one(keys.states(), key.hex());
        List<Session.MessageRef> all = new ArrayList<>();
        if (stored != null) {
            all.addAll(Session.fromStored(stored, parts.seal(), key).refs);
        }
        worker.live(key).fresh.forEach(fresh -> all.add(fresh.ref()));
        return all.stream()
                .filter(ref -> !ref.at().isAfter(silent))
                .map(Session.MessageRef::ref)
                .distinct()
                .toList();
    }

    /** Everybody whose invitation is still open and whose question waits on buttons. */
    void askAllAgain() {
        Instant since = parts.clock().instant().minus(parts.settings().invitation());
        for (String hex : parts.shelf().since(keys.words(), since, MOST_ASKED_AGAIN)) {
            askAgain(new ConversationKey(hex));
        }
    }

    private void askAgain(ConversationKey key) {
        byte[] stored = parts.shelf().one(keys.states(), key.hex());
        if (stored == null) {
            return;
        }
        try {
            Session session = Session.fromStored(stored, parts.seal(), key);
            if (session.awaitsButtons) {
                Input again = new Input.CameBack(parts.clock().instant());
                worker.commit(bell.again(new Step(key), key, session.address, again));
            }
        } catch (IllegalArgumentException unreadable) {
            parts.counters().unreadable();
        }
    }
}
