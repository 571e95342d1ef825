package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.Shard;

/**
 * Works one shard while it holds its lease: takes what arrived, in order per conversation and one input of each at a
 * time; fires timers; has the outbox sent; sweeps. One pass at a time; whatever other threads bring is posted to it.
 *
 * <p>Memory mirrors the store and is worth exactly as long as the lease: after any doubt it is thrown away and read anew.
 */
final class ShardWorker {

    private static final Duration BACKOFF = Duration.ofMillis(500);

    private final TurnParts parts;
    private final ShardKeys keys;
    private final ShardLease lease;
    private final Turner turner;
    private final ShardSender sender;
    private final ShardSweep sweep;
    private final InboxReading reading;
    private final ShardTimers timers;
    private final Errands errands;
    private final ReentrantLock passing = new ReentrantLock();
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final Runnable wake;

    private Map<ConversationKey, Live> lives = new LinkedHashMap<>();
    private final Map<String, Integer> failures = new LinkedHashMap<>();
    private final AtomicBoolean arrived = new AtomicBoolean();
    private Instant sweptAt = Instant.EPOCH;

    ShardWorker(TurnParts parts, Shard shard, String worker, Runnable wake) {
        this.parts = parts;
        this.keys = ShardKeys.of(shard);
        this.wake = wake;
        this.lease =
                new ShardLease(parts.store(), keys, worker, parts.settings().lease(), parts.clock());
        this.turner = new Turner(parts);
        this.sender = new ShardSender(parts, this);
        this.sweep = new ShardSweep(parts, keys, this);
        this.reading = new InboxReading(parts, keys, this, turner, () -> lives);
        this.timers = new ShardTimers(parts, keys, this);
        this.errands = new Errands(parts, keys, this);
    }

    /** Something came into the inbox or fell due; the next pass reads the store. */
    void arrived() {
        arrived.set(true);
    }

    /** Reads the store and does what there is to do now. Returns when it wants to be called again without being woken. */
    Instant pass() {
        arrived();
        return passOverWhatIsKnown();
    }

    /** The same, without reading unless something {@link #arrived}. */
    Instant passOverWhatIsKnown() {
        passing.lock();
        try {
            return work();
        } catch (StoreUnavailable | StepRefused unsure) {
            lease.lost();
            parts.counters().storeDown();
            return parts.clock().instant().plus(BACKOFF);
        } finally {
            passing.unlock();
        }
    }

    /** The node was away: whoever still waits on buttons is asked again. */
    void cameBack() {
        post(timers::askAllAgain);
    }

    /** Runs in the next pass, inside the shard's own order. */
    void post(Runnable task) {
        posted.add(task);
        wake.run();
    }

    /** Gives the shard back. */
    void release() {
        passing.lock();
        try {
            lease.release();
        } catch (StoreUnavailable | StepRefused gone) {
            parts.counters().storeDown();
        } finally {
            passing.unlock();
        }
    }

    private Instant work() {
        switch (lease.hold()) {
            case ELSEWHERE -> {
                return lease.retryAt();
            }
            case TAKEN -> {
                load();
                arrived();
            }
            case KEPT -> {}
        }
        Instant now = parts.clock().instant();
        boolean more = true;
        while (more) {
            runPosted();
            if (arrived.getAndSet(false)) {
                timers.fire(now);
                if (reading.read()) {
                    arrived();
                }
            }
            more = takeSome(now) || arrived.get();
            sender.start(lives.values(), now);
        }
        runPosted();
        sweep(now);
        return next(now);
    }

    private void runPosted() {
        for (Runnable task = posted.poll(); task != null; task = posted.poll()) {
            task.run();
        }
        sender.finish(lives);
    }

    /** Everything the store knows of this shard that is not finished. */
    private void load() {
        lives = new LinkedHashMap<>();
        reading.begin();
        failures.clear();
        parts.shelf().all(keys.attempts()).forEach((id, count) -> failures.put(id, Integer.parseInt(ascii(count))));
        parts.shelf().all(keys.outbox()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> loadOutgoing(entry.getKey(), entry.getValue()));
        parts.shelf().all(keys.refs()).forEach(this::loadRef);
        loadStandings();
        errands.resume();
    }

    private void loadOutgoing(String id, byte[] sealed) {
        ConversationKey key = ConversationKey.ownerOf(id);
        try {
            live(key).outbox.add(OutboxEntry.open(id, sealed, parts.seal()));
        } catch (IllegalArgumentException unreadable) {
            parts.counters().unreadable();
            commit(new Step(key).unout(id).dead(id, unreadable()));
        }
    }

    private void loadRef(String id, byte[] sealed) {
        ConversationKey key = ConversationKey.ownerOf(id);
        parts.seal().open(sealed, "ref", id).ifPresent(plain -> {
            PackedReader in = new PackedReader(plain);
            live(key).fresh.add(new Live.FreshRef(id, new Session.MessageRef(in.text(), in.instant(), in.flag())));
        });
    }

    private void loadStandings() {
        List<Live> sending =
                lives.values().stream().filter(live -> !live.outbox.isEmpty()).toList();
        List<byte @Nullable []> states = parts.shelf()
                .states(keys, sending.stream().map(live -> live.key).toList());
        for (int i = 0; i < sending.size(); i++) {
            byte[] stored = states.get(i);
            if (stored != null) {
                sending.get(i).standing = standing(sending.get(i).key, stored);
            }
        }
    }

    private Live.@Nullable Standing standing(ConversationKey key, byte[] stored) {
        try {
            Session session = Session.fromStored(stored, parts.seal(), key);
            return new Live.Standing(session.incarnation, session.invitedUntil);
        } catch (IllegalArgumentException unreadable) {
            parts.counters().unreadable();
            return null;
        }
    }

    /** An inbox entry nobody can read is put away, so that what stands behind it is taken. */
    void unreadable(Shelf.Lying lying) {
        parts.counters().unreadable();
        commit(new Step(lying.key()).acknowledge(lying.inboxId()).dead("inbox:" + lying.inboxId(), unreadable()));
    }

    /** One input each of the conversations in hand. */
    private boolean takeSome(Instant now) {
        List<Live> hand = lives.values().stream()
                .filter(live -> !live.queue.isEmpty() && !now.isBefore(live.slowedUntil))
                .limit(parts.settings().conversationsInHand())
                .toList();
        if (hand.isEmpty()) {
            return false;
        }
        List<byte @Nullable []> states =
                parts.shelf().states(keys, hand.stream().map(live -> live.key).toList());
        List<Committing> committing = new ArrayList<>();
        for (int i = 0; i < hand.size(); i++) {
            Committing one = take(hand.get(i), states.get(i), now);
            if (one != null) {
                committing.add(one);
            }
        }
        committing.forEach(this::settle);
        // Those who had their turn stand behind those who had none.
        hand.forEach(live -> {
            lives.remove(live.key);
            lives.put(live.key, live);
        });
        if (hand.stream().anyMatch(Live::wantsMore)) {
            arrived();
        }
        return true;
    }

    private record Committing(Live live, @Nullable TurnPlan plan, CompletableFuture<Step.Answer> answer) {}

    private @Nullable Committing take(Live live, byte @Nullable [] stored, Instant now) {
        Live.Taken taken = live.queue.getFirst();
        TurnPlan plan;
        try {
            if (failures.getOrDefault(taken.inboxId(), 0) >= parts.settings().attempts()) {
                plan = turner.park(live, taken, stored);
                plan.afterwards.add(parts.counters()::parked);
            } else {
                switch (turner.take(live, taken, stored)) {
                    case Turner.Planned planned -> plan = planned.plan();
                    case Turner.Slowed slowed -> {
                        live.slowedUntil = slowed.until();
                        parts.counters().slowed();
                        return null;
                    }
                }
            }
        } catch (StoreUnavailable down) {
            throw down;
        } catch (RuntimeException | StackOverflowError | AssertionError failed) {
            return failed(live, taken);
        }
        return new Committing(live, plan, plan.step.commit(parts.store(), keys, lease.epoch()));
    }

    private Committing failed(Live live, Live.Taken taken) {
        parts.counters().failed();
        failures.merge(taken.inboxId(), 1, Integer::sum);
        Step step = new Step(live.key).attempt(taken.inboxId());
        return new Committing(live, null, step.commit(parts.store(), keys, lease.epoch()));
    }

    private void settle(Committing one) {
        Step.Answer answer = Failures.await(one.answer());
        TurnPlan plan = one.plan();
        switch (answer) {
            case LEASE -> throw new StoreUnavailable("the shard is another worker's now");
            case HEAD -> parts.counters().conflict();
            case GONE -> one.live().queue.removeFirst();
            case OK -> {
                if (plan != null) {
                    done(one.live(), plan);
                }
            }
        }
    }

    private void done(Live live, TurnPlan plan) {
        Live.Taken taken = live.queue.removeFirst();
        failures.remove(taken.inboxId());
        parts.counters().taken();
        if (plan.step.fillsInbox()) {
            arrived();
        }
        if (plan.purges) {
            live.purges.incrementAndGet();
            live.outbox.clear();
            live.notBefore = Instant.MIN;
        }
        if (!plan.dropped.isEmpty()) {
            live.purges.incrementAndGet();
            live.outbox.removeIf(entry -> plan.dropped.contains(entry.id()));
            live.notBefore = Instant.MIN;
        }
        if (plan.forgets) {
            parts.erasures().happened();
            live.standing = null;
            live.fresh.clear();
        } else if (plan.standing != null) {
            live.standing = plan.standing;
        }
        live.outbox.addAll(plan.outgoing);
        plan.afterwards.forEach(Runnable::run);
        plan.works.forEach(errands::start);
        plan.hops.forEach(errands::start);
    }

    private void sweep(Instant now) {
        if (!now.isBefore(sweptAt.plus(parts.settings().sweep()))) {
            sweptAt = now;
            sweep.run(now, lease.epoch()).forEach(key -> {
                Live live = lives.get(key);
                if (live != null) {
                    live.expired();
                }
            });
            lives.values().removeIf(Live::idle);
        }
    }

    /** What else the node has to do for a conversation, beside its turns. */
    Errands errands() {
        return errands;
    }

    Step.Answer commit(Step step) {
        Step.Answer answer = Failures.await(step.commit(parts.store(), keys, lease.epoch()));
        if (step.fillsInbox()) {
            arrived();
        }
        if (answer == Step.Answer.LEASE) {
            throw new StoreUnavailable("the shard is another worker's now");
        }
        return answer;
    }

    private Instant next(Instant now) {
        Instant next = now.plus(parts.settings().lease());
        for (Live live : lives.values()) {
            if (!live.queue.isEmpty() && live.slowedUntil.isBefore(next)) {
                next = live.slowedUntil;
            }
            if (sender.waits(live, now) && live.notBefore.isBefore(next)) {
                next = live.notBefore;
            }
        }
        return next.isBefore(now) ? now : next;
    }

    private byte[] unreadable() {
        return Step.ascii("unreadable|store|" + parts.clock().instant().truncatedTo(ChronoUnit.DAYS));
    }

    /** What is in memory of a conversation; nothing yet, when it is new here. */
    Live live(ConversationKey key) {
        return lives.computeIfAbsent(key, Live::new);
    }

    private static String ascii(byte[] value) {
        return new String(value, java.nio.charset.StandardCharsets.US_ASCII);
    }
}
