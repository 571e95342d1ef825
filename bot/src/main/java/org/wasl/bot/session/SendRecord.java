package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.SendOutcome;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.Effect.Purpose;
import org.wasl.bot.conversation.Input;
import org.wasl.triage.intake.IntakeEntry;

/** Writes down what became of an attempt, in one step with everything that follows from it. */
final class SendRecord {

    private final TurnParts parts;
    private final ShardWorker worker;

    SendRecord(TurnParts parts, ShardWorker worker) {
        this.parts = parts;
        this.worker = worker;
    }

    /** Whether the entry was still wanted; {@code false} when it was purged while it was on the wire. */
    boolean sent(Live live, OutboxEntry entry, SendOutcome.Sent sent, Instant now) {
        Step step = new Step(live.key).expectOutgoing(entry.id()).unout(entry.id());
        Live.FreshRef fresh = null;
        Hop hop = null;
        if (entry.body() instanceof OutboxEntry.Message message) {
            startTimers(step, live, entry, now);
            // A chat that was forgotten keeps no list of its messages.
            if (!sent.messageRef().isEmpty() && live.standing != null) {
                fresh = remember(step, live, entry, sent.messageRef(), now);
                deleteLater(step, live, entry, message.send(), sent.messageRef(), now);
            }
            hop = delivered(step, entry, message, now);
        }
        if (worker.commit(step) != Step.Answer.OK) {
            return false;
        }
        if (fresh != null) {
            live.fresh.add(fresh);
        }
        if (hop != null) {
            worker.errands().start(deliveredHop(entry), hop);
        }
        parts.counters().sent();
        return true;
    }

    /** The platform will never take it. A receipt is never kept as a dead letter, and a reply is still in its mailbox. */
    void refused(Live live, OutboxEntry entry, String code, Instant now) {
        Step step = new Step(live.key).expectOutgoing(entry.id()).unout(entry.id());
        if (!entry.is(Purpose.RECEIPT) && !entry.is(Purpose.REPLY)) {
            String day = now.truncatedTo(ChronoUnit.DAYS).toString();
            String summary = code.replaceAll("[^A-Za-z0-9_-]", "") + "|"
                    + entry.to().kind().name() + "|" + day;
            // Named by chance: the entry's own id would name the conversation after it was forgotten.
            String id = java.util.HexFormat.of().formatHex(parts.entropy().bytes(8));
            step.dead(id, Step.ascii(summary));
        }
        worker.commit(step);
        parts.counters().dead();
    }

    /** The person blocked the bot: nothing waits any more, what was filed stays. */
    void blocked(Live live, OutboxEntry entry, Instant now) {
        Step step = new Step(live.key).expectOutgoing(entry.id()).unout(entry.id());
        live.outbox.forEach(other -> step.unout(other.id()));
        new TimerRing(parts).again(step, live.key, entry.to(), new Input.Left(now));
        worker.commit(step);
        parts.counters().blocked();
    }

    private void startTimers(Step step, Live live, OutboxEntry entry, Instant now) {
        for (OutboxEntry.StartingTimer timer : entry.timers()) {
            Due due = new Due(entry.to(), Due.Kind.TIMER, timer.name(), timer.turn(), entry.incarnation());
            String id = due.id(live.key, parts.names());
            step.timer(id, now.plus(timer.after()), due.sealed(parts.seal(), id));
        }
    }

    private Live.FreshRef remember(Step step, Live live, OutboxEntry entry, String ref, Instant now) {
        boolean question = entry.is(Purpose.QUESTION);
        byte[] plain = new PackedWriter().text(ref).instant(now).flag(question).toBytes();
        step.ref(entry.id(), parts.seal().seal(plain, "ref", entry.id()));
        return new Live.FreshRef(entry.id(), new Session.MessageRef(ref, now, question));
    }

    private void deleteLater(Step step, Live live, OutboxEntry entry, Effect.Send send, String ref, Instant now) {
        Duration after = send.deleteAfter();
        if (after != null) {
            Due due = new Due(entry.to(), Due.Kind.DELETION, ref, 0, entry.incarnation());
            String id = due.id(live.key, parts.names());
            step.timer(id, now.plus(after), due.sealed(parts.seal(), id));
        }
    }

    private @Nullable Hop delivered(Step step, OutboxEntry entry, OutboxEntry.Message message, Instant now) {
        String replyId = message.send().replyId();
        if (replyId == null) {
            return null;
        }
        step.intake(parts.filing().tell(new IntakeEntry.Delivered(replyId, now)).toArray());
        String mailboxId = message.mailboxId();
        if (mailboxId == null || mailboxId.isEmpty()) {
            return null;
        }
        Hop hop = new Hop.Delivered(mailboxId, replyId);
        String id = deliveredHop(entry);
        step.hop(id, parts.seal().seal(Hop.write(hop), "hop", id));
        return hop;
    }

    private static String deliveredHop(OutboxEntry entry) {
        return entry.id() + ":delivered";
    }
}
