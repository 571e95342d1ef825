package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes what is too old, by the node's clock: a day after a last word everything named after or holding an address;
 * after eight days the events remembered against repeats, which are keyed hashes alone, and the dead letters' counts.
 */
final class ShardSweep {

    private static final int AT_ONCE = 256;

    /** After that no platform deletes anything any more. */
    private static final Duration UNDELETABLE = Duration.ofHours(48);

    private final TurnParts parts;
    private final ShardKeys keys;
    private final ShardWorker worker;

    ShardSweep(TurnParts parts, ShardKeys keys, ShardWorker worker) {
        this.parts = parts;
        this.keys = keys;
        this.worker = worker;
    }

    /** Returns the conversations that are gone now. */
    List<ConversationKey> run(Instant now, long epoch) {
        Instant old = now.minus(parts.settings().forgetAfter());
        List<ConversationKey> gone = new ArrayList<>();
        Set<String> hopeless = Set.copyOf(parts.shelf().upTo(keys.words(), now.minus(UNDELETABLE), AT_ONCE));
        for (String hex : parts.shelf().upTo(keys.words(), old, AT_ONCE)) {
            ConversationKey key = new ConversationKey(hex);
            boolean waits = !hopeless.contains(hex) && clearing(key);
            byte[] stored = waits ? null : parts.shelf().one(keys.states(), hex);
            if (!waits && expire(hex, old, epoch)) {
                gone.add(key);
                parts.counters().expired();
                count(key, stored, now);
            }
        }
        for (String mailboxId : parts.shelf().upTo(keys.attachTimes(), old, AT_ONCE)) {
            List<byte[]> args = List.of(Step.ascii("detach"), Step.ascii(mailboxId));
            Failures.await(parts.store().run(Script.BOX, keys.forBox(), args));
        }
        Instant forgotten = now.minus(parts.settings().rememberEvents());
        parts.shelf().forgetUpTo(keys.dedupe(), forgotten);
        parts.shelf().all(keys.dead()).entrySet().stream()
                .filter(entry -> dayOf(entry).isBefore(forgotten))
                .forEach(entry -> worker.commit(new Step(new ConversationKey("0".repeat(32))).undead(entry.getKey())));
        return gone;
    }

    /** How it ended, where that can still be read: a conversation whose key is destroyed is counted nowhere. */
    private void count(ConversationKey key, byte @Nullable [] stored, Instant now) {
        if (stored == null) {
            return;
        }
        try {
            Session session = Session.fromStored(stored, parts.seal(), key);
            parts.dialogue()
                    .forgotten(parts.dialogue().decode(session.dialogue))
                    .forEach(ending -> parts.counters().endings().count(ending, session.address.kind(), now));
        } catch (IllegalArgumentException | NoSuchElementException unreadable) {
            // It is forgotten all the same.
            return;
        }
    }

    /** After an outage a chat may still have to be emptied, and who would do it must be able to. */
    private boolean clearing(ConversationKey key) {
        String id = Due.id(key, parts.names(), Due.Kind.CLEARING, "chat");
        return parts.shelf().one(keys.due(), id) != null
                || worker.live(key).outbox.stream().anyMatch(entry -> entry.body() instanceof OutboxEntry.Deletion);
    }

    private boolean expire(String hex, Instant old, long epoch) {
        List<byte[]> args = List.of(
                Step.ascii(Long.toString(epoch)), Step.ascii(hex), Step.ascii(Long.toString(old.toEpochMilli())));
        Object answer = Failures.await(parts.store().run(Script.EXPIRE, keys.forExpire(), args));
        return new String((byte[]) answer, StandardCharsets.US_ASCII).equals("OK");
    }

    private static Instant dayOf(Map.Entry<String, byte[]> dead) {
        String summary = new String(dead.getValue(), StandardCharsets.US_ASCII);
        try {
            return Instant.parse(summary.substring(summary.lastIndexOf('|') + 1));
        } catch (DateTimeParseException without) {
            return Instant.EPOCH;
        }
    }
}
