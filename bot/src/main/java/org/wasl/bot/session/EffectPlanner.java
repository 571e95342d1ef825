package org.wasl.bot.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.WorkRequest;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.MailboxAddress;

/** Turns the effects of one turn, in their order, into operations of its step. */
final class EffectPlanner {

    private final TurnParts parts;
    private final Live live;
    private final TurnPlan plan;
    private final Session session;
    private final int turn;
    private final Instant now;
    private final String prefix;
    private final List<OutboxEntry.StartingTimer> starting = new ArrayList<>();
    private final Set<String> stillToDelete = new LinkedHashSet<>();
    private int place;

    EffectPlanner(TurnParts parts, Live live, TurnPlan plan, Session session, int turn, Instant now) {
        this.parts = parts;
        this.live = live;
        this.plan = plan;
        this.session = session;
        this.turn = turn;
        this.now = now;
        this.prefix =
                String.format(Locale.ROOT, "%s:%s:%08d:", live.key.hex(), session.incarnation, session.revision + 1);
    }

    void apply(List<Effect> effects) {
        effects.forEach(this::apply);
        if (!stillToDelete.isEmpty()) {
            add(new OutboxEntry.Deletion(List.copyOf(stillToDelete)));
        }
        startTimers();
        for (OutboxEntry entry : plan.outgoing) {
            plan.step.out(entry.id(), entry.sealed(parts.seal()));
        }
    }

    private void apply(Effect effect) {
        switch (effect) {
            case Effect.Send send -> send(send);
            case Effect.File file -> file(file);
            case Effect.Contact contact -> contact(contact);
            case Effect.Tell tell -> tell(tell.entry());
            case Effect.SetTimer timer -> setTimer(timer);
            case Effect.CancelTimer timer -> {
                starting.removeIf(other -> other.name().equals(timer.name()));
                untimer(Due.id(live.key, parts.names(), Due.Kind.TIMER, timer.name()));
            }
            case Effect.Work work -> work(work.request());
            case Effect.Withhold withhold -> withhold(withhold);
            case Effect.Discard discard -> discard(discard.promise());
            case Effect.EndInvitation end -> endInvitation();
            case Effect.DropUnsent drop -> dropUnsent();
            case Effect.DeleteMessage delete -> deleteMessage(delete.messageRef());
            case Effect.DeleteMessages delete -> deleteMessages(delete.keep());
            case Effect.AskMark ask -> askMark(ask.askId());
            case Effect.SettleButtons settle -> settleButtons();
            case Effect.Forget forget -> forget();
            case Effect.Ended ended ->
                plan.afterwards.add(
                        () -> parts.counters().endings().count(ended.ending(), session.address.kind(), now));
            case Effect.Count count ->
                plan.afterwards.add(() -> parts.counters().dropOff(count.counter()));
        }
    }

    private void send(Effect.Send send) {
        String replyId = send.replyId();
        String mailboxId = replyId == null ? null : session.replyBoxes.get(replyId);
        add(new OutboxEntry.Message(send, mailboxId));
        if (!send.locale().isEmpty()) {
            session.locale = send.locale();
        }
        if (send.purpose() == Effect.Purpose.QUESTION) {
            session.awaitsButtons = !send.choices().isEmpty();
        }
    }

    private void file(Effect.File file) {
        plan.step.intake(parts.filing().report(file, session.address, now).toArray());
        plan.afterwards.add(parts.counters()::filed);
        session.windows = file.windows();
        MailboxAddress mailbox = file.mailbox();
        if (mailbox != null && session.boxes.add(mailbox.id())) {
            hop(new Hop.Attach(mailbox.id(), session.address));
        }
    }

    private void contact(Effect.Contact contact) {
        plan.step.intake(parts.filing().contact(contact, session.address, now).toArray());
        session.windows = contact.terms().windows().wire();
    }

    private void tell(IntakeEntry entry) {
        plan.step.intake(parts.filing().tell(entry).toArray());
        if (entry instanceof IntakeEntry.EraseAsked erase) {
            plan.afterwards.add(parts.erasures()::happened);
            if (erase.mailboxId() != null) {
                session.boxes.remove(erase.mailboxId());
                hop(new Hop.Erase(erase.mailboxId()));
            }
        }
    }

    /** Bound to the attachment, so that it opens for nothing else. */
    private void withhold(Effect.Withhold withhold) {
        ChannelAddress name = new ChannelAddress(session.address.kind(), withhold.promise());
        tell(new IntakeEntry.AttachmentWithheld(
                withhold.report(),
                withhold.id(),
                parts.filing().capsule(name, null, withhold.id().value()),
                now));
    }

    private void discard(String promise) {
        Channel channel = parts.channels().get(session.address.kind());
        if (channel != null) {
            plan.afterwards.add(() -> parts.senders().execute(() -> channel.discard(promise)));
        }
    }

    private void setTimer(Effect.SetTimer timer) {
        starting.removeIf(other -> other.name().equals(timer.name()));
        OutboxEntry.StartingTimer begun = new OutboxEntry.StartingTimer(timer.name(), turn, timer.after());
        if (timer.fromDelivery()) {
            starting.add(begun);
        } else {
            start(begun);
        }
    }

    /** Those that run from delivery go with the last message of the turn; without a message they begin now. */
    private void startTimers() {
        for (int i = plan.outgoing.size() - 1; i >= 0; i--) {
            if (plan.outgoing.get(i).body() instanceof OutboxEntry.Message) {
                plan.outgoing.set(i, plan.outgoing.get(i).with(List.copyOf(starting)));
                starting.forEach(
                        timer -> session.timers.add(Due.id(live.key, parts.names(), Due.Kind.TIMER, timer.name())));
                return;
            }
        }
        starting.forEach(this::start);
    }

    private void start(OutboxEntry.StartingTimer timer) {
        due(
                new Due(session.address, Due.Kind.TIMER, timer.name(), timer.turn(), session.incarnation),
                now.plus(timer.after()));
    }

    private void due(Due due, Instant at) {
        String id = due.id(live.key, parts.names());
        session.timers.add(id);
        plan.step.timer(id, at, due.sealed(parts.seal(), id));
    }

    /** An operator's lease ends by itself; a renewal replaces the end, giving back takes it away. */
    void leaseEnds(Instant at) {
        due(new Due(session.address, Due.Kind.HANDED_BACK, "lease", turn, session.incarnation), at);
    }

    void leaseEnded() {
        untimer(Due.id(live.key, parts.names(), Due.Kind.HANDED_BACK, "lease"));
    }

    private void untimer(String id) {
        session.timers.remove(id);
        plan.step.untimer(id);
    }

    private void work(WorkRequest request) {
        String id = nextId();
        byte[] sealed = parts.seal().seal(WorkForm.write(session.address, request), "work", id);
        plan.step.work(id, sealed);
        plan.works.put(id, new WorkForm.Asked(session.address, request));
    }

    private void endInvitation() {
        purge();
        plan.outgoing.clear();
        session.left(now);
    }

    /** Messages only: what was to be deleted is still to be deleted. */
    private void dropUnsent() {
        live.outbox.stream()
                .filter(entry -> entry.body() instanceof OutboxEntry.Message)
                .forEach(entry -> {
                    plan.step.unout(entry.id());
                    plan.dropped.add(entry.id());
                });
    }

    private void deleteMessage(String ref) {
        session.refs.removeIf(known -> known.ref().equals(ref));
        add(new OutboxEntry.Deletion(List.of(ref)));
    }

    /** Nothing that waits is said any more; what was to be deleted still is, behind what this turn says. */
    private void purge() {
        live.outbox.stream()
                .filter(entry -> entry.body() instanceof OutboxEntry.Deletion)
                .forEach(entry -> stillToDelete.addAll(((OutboxEntry.Deletion) entry.body()).refs()));
        live.outbox.forEach(entry -> plan.step.unout(entry.id()));
        plan.purges = true;
    }

    /** What stays goes when nobody writes any more: set anew with every word, it outlives EXIT and a restart. */
    private void deleteMessages(int keep) {
        int gone = Math.max(0, session.refs.size() - keep);
        List<Session.MessageRef> old = session.refs.subList(0, gone);
        List<String> refs = old.stream().map(Session.MessageRef::ref).distinct().toList();
        old.clear();
        Channel channel = parts.channels().get(session.address.kind());
        if (channel == null || channel.capabilities().canDelete().isZero()) {
            return;
        }
        if (!refs.isEmpty()) {
            add(new OutboxEntry.Deletion(refs));
        }
        if (keep > 0) {
            Due clearing = new Due(session.address, Due.Kind.CLEARING, "chat", turn, session.incarnation);
            due(clearing, session.lastWord.plus(parts.settings().clearAfter()));
        }
    }

    private void askMark(String askId) {
        String wireId = parts.names().other("ask", live.key.hex(), session.incarnation, askId);
        plan.step.intake(parts.filing()
                .tell(new IntakeEntry.CapsuleAsked(parts.filing().mark(session.address), wireId))
                .toArray());
        hop(new Hop.Asked(wireId, session.address, askId));
        due(
                new Due(session.address, Due.Kind.MARK, askId, turn, session.incarnation),
                now.plus(parts.settings().markPace()));
    }

    private void settleButtons() {
        Channel channel = parts.channels().get(session.address.kind());
        if (channel == null || !channel.capabilities().canEdit()) {
            return;
        }
        session.openQuestion()
                .ifPresent(ref ->
                        plan.afterwards.add(() -> parts.senders().execute(() -> channel.settle(session.address, ref))));
    }

    private void forget() {
        if (!plan.purges) {
            purge();
        }
        session.timers.forEach(plan.step::untimer);
        session.boxes.forEach(mailboxId -> hop(new Hop.Detach(mailboxId, session.address)));
        plan.step.forget();
        plan.forgets = true;
    }

    private void hop(Hop hop) {
        String id = nextId();
        plan.step.hop(id, parts.seal().seal(Hop.write(hop), "hop", id));
        plan.hops.put(id, hop);
    }

    private void add(OutboxEntry.Body body) {
        boolean last = plan.purges;
        Instant until = session.lastWord.plus(parts.settings().invitation());
        if (body instanceof OutboxEntry.Message message && message.send().purpose() == Effect.Purpose.OPENER) {
            until = session.invitation()
                    .lineUntil(now, parts.freeFormFor(session.address.kind()))
                    .orElse(until);
            session.keptUntil = until;
        }
        plan.outgoing.add(
                new OutboxEntry(nextId(), session.address, session.incarnation, until, last, body, List.of()));
    }

    private String nextId() {
        return prefix + String.format(Locale.ROOT, "%03d", place++);
    }
}
