package org.wasl.admin.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.wasl.admin.audit.AuditUnavailableException;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.seal.Bytes;

/**
 * Takes entries out of intake, one after the other, each exactly once in effect: it stands in this node's list until
 * what it says is durable, and whoever handles it twice finds it handled.
 */
final class IntakeDrain {
    private static final Logger log = LoggerFactory.getLogger(IntakeDrain.class);

    private final IntakeLists lists;
    private final IntakeHandler handler;
    private final Quarantine quarantine;
    private final InboxSettings settings;
    private final Map<Bytes, Integer> failures = new HashMap<>();
    private final List<IntakeLists.InHand> inHand = new ArrayList<>();
    private volatile Set<Shard> wrongType = Set.of();

    IntakeDrain(IntakeLists lists, IntakeHandler handler, Quarantine quarantine, InboxSettings settings) {
        this.lists = lists;
        this.handler = handler;
        this.quarantine = quarantine;
        this.settings = settings;
    }

    /** Takes up what this node had in hand when it last stopped. */
    void resume() {
        inHand.clear();
        inHand.addAll(lists.left());
        if (!inHand.isEmpty()) {
            log.info("intake: {} entries were in hand when this node stopped", inHand.size());
        }
    }

    /**
     * One round.
     *
     * @param shards which to look at
     * @return whether there may be more at once
     */
    boolean round(List<Shard> shards) {
        settleInHand();
        IntakeLists.Taken first = lists.take(shards, 1);
        inHand.addAll(first.entries());
        List<Shard> more = first.entries().stream()
                .map(IntakeLists.InHand::shard)
                .distinct()
                .toList();
        if (!more.isEmpty() && settings.batch() > 1) {
            inHand.addAll(lists.take(more, settings.batch() - 1).entries());
        }
        settleInHand();
        return !more.isEmpty();
    }

    /** Takes over from nodes that have fallen silent. */
    void takeOver() {
        for (String silent : lists.silent()) {
            int taken = lists.takeOver(silent);
            log.warn("intake: node {} is silent; {} entries of it are taken over", silent, taken);
            if (taken > 0) {
                resume();
            }
        }
    }

    /** Looks whether every intake key is a list, and says so loudly once where one is not. */
    void checkTypes() {
        Set<Shard> wrong = lists.wrongTypes();
        if (!wrong.isEmpty() && !wrong.equals(wrongType)) {
            log.error("intake: {} keys hold something else than a list: a bot node may be tampered with", wrong.size());
        }
        wrongType = wrong;
    }

    /** How many intake keys are no lists. */
    int wrongTypes() {
        return wrongType.size();
    }

    private void settleInHand() {
        while (!inHand.isEmpty()) {
            IntakeLists.InHand entry = inHand.getFirst();
            if (!handled(entry)) {
                return;
            }
            lists.settle(entry);
            inHand.removeFirst();
            failures.remove(entry.sealed());
        }
    }

    private boolean handled(IntakeLists.InHand entry) {
        try {
            handler.handle(entry.sealed());
            return true;
        } catch (DataAccessException | AuditUnavailableException | com.mongodb.MongoException away) {
            // The store is away, not the entry wrong: it waits, and nothing overtakes it.
            throw away;
        } catch (RuntimeException failed) {
            int times = failures.merge(entry.sealed(), 1, Integer::sum);
            // The message could quote a citizen.
            log.error(
                    "intake: an entry failed for the {}. time: {}",
                    times,
                    failed.getClass().getSimpleName());
            if (times < settings.attempts()) {
                inHand.add(inHand.removeFirst());
                return false;
            }
            quarantine.parked(entry.sealed(), "failed");
            return true;
        }
    }
}
