package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.conversation.ConversationState;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.Turn;
import org.wasl.bot.conversation.TurnContext;
import org.wasl.bot.conversation.WorkResult;
import org.wasl.bot.guard.Pace;
import org.wasl.triage.intake.IntakeId;

/** Takes one input of one conversation and makes of it what will be committed. Changes nothing by itself. */
final class Turner {

    /** What became of an input. */
    sealed interface Result {}

    /** It is to be committed. */
    record Planned(TurnPlan plan) implements Result {}

    /** It waits: too many words at once. */
    record Slowed(Instant until) implements Result {}

    private final TurnParts parts;

    Turner(TurnParts parts) {
        this.parts = parts;
    }

    /** Throws what the dialogue throws. */
    Result take(Live live, Live.Taken taken, byte @Nullable [] stored) {
        Instant now = parts.clock().instant();
        TurnPlan plan = new TurnPlan(new Step(live.key).acknowledge(taken.inboxId()));
        plan.step.expectHead(stored == null ? "" : Session.headOf(stored).orElse("?"));
        return switch (taken.arrival()) {
            case Arrival.Wipe wipe -> new Planned(wipe(live, plan, stored));
            case Arrival.Word word
            when parts.outside().isOfficer(word.address()) -> new Planned(officer(live, plan, word, now));
            case Arrival.Word word -> word(live, plan, word, stored, now);
        };
    }

    /** The input is sealed to the desk for a human, the person is told in one line, and the conversation goes on. */
    TurnPlan park(Live live, Live.Taken taken, byte @Nullable [] stored) {
        Instant now = parts.clock().instant();
        TurnPlan plan = new TurnPlan(new Step(live.key).acknowledge(taken.inboxId()));
        plan.step.expectHead(stored == null ? "" : Session.headOf(stored).orElse("?"));
        Session session = readable(live.key, stored);
        if (session == null && stored != null) {
            plan.step.forget();
        }
        if (taken.arrival() instanceof Arrival.Word word) {
            String locale = session == null ? "" : session.locale;
            plan.step.intake(parts.filing()
                    .unread(
                            newIntakeId(),
                            word.address(),
                            locale,
                            words(word.input()),
                            word.input().at())
                    .toArray());
            Session after = session == null ? fresh(word.address(), now) : session;
            if (own(word.input())) {
                after.spoke(word.input().at(), parts.settings().invitation());
            }
            EffectPlanner effects = new EffectPlanner(parts, live, plan, after, 0, now);
            effects.apply(apology(session, word.address(), now));
            if (session != null) {
                keep(live, plan, session);
            }
        }
        return plan;
    }

    /** From the catalogue, in the person's language where it is known. A dialogue that fails here too keeps nobody waiting. */
    private List<Effect> apology(@Nullable Session session, ChannelAddress address, Instant now) {
        try {
            TurnContext context = context(address, now);
            Effect.Send sorry = session == null
                    ? parts.dialogue().apology(context)
                    : parts.dialogue().apology(parts.dialogue().decode(session.dialogue), context);
            return sorry == null ? List.of() : List.of(sorry);
        } catch (RuntimeException failed) {
            parts.counters().failed();
            return List.of();
        }
    }

    private TurnPlan wipe(Live live, TurnPlan plan, byte @Nullable [] stored) {
        Session session = readable(live.key, stored);
        live.outbox.forEach(entry -> plan.step.unout(entry.id()));
        live.fresh.forEach(ref -> plan.step.unref(ref.id()));
        if (session != null) {
            session.timers.forEach(plan.step::untimer);
        }
        plan.step.forget();
        plan.purges = true;
        plan.forgets = true;
        return plan;
    }

    private TurnPlan officer(Live live, TurnPlan plan, Arrival.Word word, Instant now) {
        plan.step.expectHead("*");
        Outside.OfficerTurn turn = parts.outside().officer(word.address(), word.input(), now);
        turn.entries()
                .forEach(entry -> plan.step.intake(parts.filing().tell(entry).toArray()));
        String answer = turn.answer();
        if (answer != null) {
            Session session = fresh(word.address(), now);
            session.spoke(word.input().at(), parts.settings().invitation());
            new EffectPlanner(parts, live, plan, session, 0, now)
                    .apply(List.of(new Effect.Send(
                            answer, null, List.of(), Effect.Purpose.INFORMATION, false, false, "ar-IQ", null, null)));
        }
        return plan;
    }

    private Result word(Live live, TurnPlan plan, Arrival.Word word, byte @Nullable [] stored, Instant now) {
        Input input = word.input();
        boolean own = own(input);
        if (stored == null && !own && !begins(word, now)) {
            return new Planned(plan);
        }
        Session session =
                stored == null ? fresh(word.address(), now) : Session.fromStored(stored, parts.seal(), live.key);
        if (own) {
            Instant slowed = pace(live, session, now);
            if (slowed != null) {
                return new Slowed(slowed);
            }
            session.spoke(input.at(), parts.settings().invitation());
        }
        if (input instanceof Input.ReplyArrived reply) {
            if (onItsWay(live, reply)) {
                return new Planned(plan);
            }
            if (holds(session, reply, word.mailboxId(), now)) {
                keep(live, plan, session);
                return new Planned(plan);
            }
        }
        if (input instanceof Input.CameBack && !session.awaitsButtons) {
            return new Planned(plan);
        }
        advance(live, plan, word, stored == null, session, now);
        return new Planned(plan);
    }

    private void advance(Live live, TurnPlan plan, Arrival.Word word, boolean first, Session session, Instant now) {
        Input input = word.input();
        TurnContext context = context(session.address, now);
        ConversationState before =
                first ? parts.dialogue().begin(context) : parts.dialogue().decode(session.dialogue);
        remember(live, plan, session, word);
        Turn turn = parts.dialogue().advance(before, input, context);
        parts.counters().onRevision(before.flow());
        if (own(input)) {
            // Buttons under what was just answered are gone; the turn says whether new ones wait.
            session.awaitsButtons = false;
            session.waiting.forEach(held -> plan.step.again(
                    parts.names().other("held", live.key.hex(), held.reply().replyId(), session.head()),
                    held(live, session, held, now)));
            session.waiting.clear();
        }
        rememberBoxes(session, input, word.mailboxId());
        EffectPlanner effects =
                new EffectPlanner(parts, live, plan, session, turn.next().turn(), now);
        if (input instanceof Input.TakenOver over) {
            effects.leaseEnds(over.until());
        } else if (input instanceof Input.HandedBack) {
            effects.leaseEnded();
        }
        effects.apply(turn.effects());
        if (!plan.forgets) {
            session.dialogue = parts.dialogue().encode(turn.next());
            keep(live, plan, session);
        }
    }

    /** Which mailbox each reply lies in, so that it can be emptied once the reply was really sent. */
    private static void rememberBoxes(Session session, Input input, @Nullable String mailboxId) {
        if (input instanceof Input.ReplyArrived arrived && mailboxId != null) {
            session.cameThrough(arrived.reply().replyId(), mailboxId);
        } else if (input instanceof Input.Worked worked
                && worked.result() instanceof WorkResult.ReceiptDerived derived) {
            derived.replies()
                    .forEach(reply -> session.cameThrough(
                            reply.replyId(), derived.mailbox().id()));
        } else if (input instanceof Input.MarkAnswered answered) {
            answered.reports()
                    .forEach(report -> report.replies()
                            .forEach(reply -> session.cameThrough(reply.replyId(), report.mailboxId())));
        }
    }

    private byte[] held(Live live, Session session, Session.WaitingReply held, Instant now) {
        Arrival again = new Arrival.Word(session.address, new Input.ReplyArrived(held.reply(), now), held.mailboxId());
        String name = parts.names().other("held", live.key.hex(), held.reply().replyId(), session.head());
        return parts.seal().seal(ArrivalForm.write(again), "inbox", live.key.hex(), name);
    }

    /** A reply to a chat that was forgotten says so there in a window the person chose, and nowhere else. */
    private boolean begins(Arrival.Word word, Instant now) {
        return word.input() instanceof Input.ReplyArrived reply
                && new Invitation(Instant.EPOCH, Instant.EPOCH, reply.terms().windows(), Instant.EPOCH)
                        .lineUntil(now, parts.freeFormFor(word.address().kind()))
                        .isPresent();
    }

    private static boolean onItsWay(Live live, Input.ReplyArrived reply) {
        return live.outbox.stream()
                .anyMatch(entry -> entry.body() instanceof OutboxEntry.Message message
                        && reply.reply().replyId().equals(message.send().replyId()));
    }

    /** A reply that finds nobody there waits for the person's next word; the mailbox has it all the same. */
    private boolean holds(Session session, Input.ReplyArrived reply, @Nullable String mailboxId, Instant now) {
        if (session.windows == null) {
            session.windows = reply.terms().windows().wire();
        }
        Duration freeForm = parts.freeFormFor(session.address.kind());
        if (session.invitation().lineUntil(now, freeForm).isPresent()) {
            session.waiting.removeIf(
                    held -> held.reply().replyId().equals(reply.reply().replyId()));
            return false;
        }
        boolean known = session.waiting.stream()
                .anyMatch(held -> held.reply().replyId().equals(reply.reply().replyId()));
        if (!known && session.waiting.size() < parts.settings().heldReplies()) {
            session.waiting.add(new Session.WaitingReply(reply.reply(), mailboxId == null ? "" : mailboxId));
        }
        return true;
    }

    private @Nullable Instant pace(Live live, Session session, Instant now) {
        return switch (parts.pace().decide(new Pace.Bucket(session.tokens, session.tokensAt), now)) {
            case Pace.Taken taken -> {
                session.tokens = taken.bucket().millis();
                session.tokensAt = taken.bucket().at();
                yield null;
            }
            case Pace.Slowed slowed -> urgentWaits(live) ? null : slowed.until();
        };
    }

    private boolean urgentWaits(Live live) {
        return live.urgentBeyond || live.queue.stream().anyMatch(taken -> urgent(taken.arrival()));
    }

    /** Whether it is a word that may be a matter of life: nothing slows it, nor what stands before it. */
    boolean urgent(Arrival arrival) {
        return arrival instanceof Arrival.Word word
                && word.input() instanceof Input.Said said
                && parts.pace().urgent(said.text());
    }

    private void remember(Live live, TurnPlan plan, Session session, Arrival.Word word) {
        live.fresh.forEach(ref -> {
            session.remember(ref.ref());
            plan.step.unref(ref.id());
        });
        plan.afterwards.add(live.fresh::clear);
        if (!word.ref().isEmpty()) {
            session.remember(new Session.MessageRef(word.ref(), word.input().at(), false));
        }
    }

    private void keep(Live live, TurnPlan plan, Session session) {
        session.revision++;
        Instant kept = session.keptUntil.minus(parts.settings().forgetAfter());
        plan.step.state(
                session.toStored(parts.seal(), live.key), kept.isAfter(session.lastWord) ? kept : session.lastWord);
        plan.standing = new Live.Standing(session.incarnation, session.invitedUntil);
    }

    private Session fresh(ChannelAddress address, Instant now) {
        String born = String.format(java.util.Locale.ROOT, "%012x", now.toEpochMilli());
        String chance = HexFormat.of().formatHex(parts.entropy().bytes(4));
        return new Session(address, born + chance, 0);
    }

    private @Nullable Session readable(ConversationKey key, byte @Nullable [] stored) {
        try {
            if (stored == null) {
                return null;
            }
            Session session = Session.fromStored(stored, parts.seal(), key);
            parts.dialogue().decode(session.dialogue);
            return session;
        } catch (RuntimeException unreadable) {
            parts.counters().unreadable();
            return null;
        }
    }

    private TurnContext context(ChannelAddress address, Instant now) {
        Channel channel = parts.channels().get(address.kind());
        if (channel == null) {
            throw new IllegalStateException(
                    "no channel of this kind: " + address.kind().name());
        }
        return new TurnContext(
                now,
                parts.entropy(),
                parts.presence().get(),
                address.kind(),
                channel.capabilities(),
                parts.demonstration());
    }

    private IntakeId newIntakeId() {
        return new IntakeId(HexFormat.of().formatHex(parts.entropy().bytes(16)));
    }

    /** Whether it is the person's own word, which opens the invitation. */
    static boolean own(Input input) {
        return switch (input) {
            case Input.Started it -> true;
            case Input.Said it -> true;
            case Input.Tapped it -> true;
            case Input.MediaSent it -> true;
            case Input.PlaceSent it -> true;
            case Input.Unsupported it -> true;
            case Input.Exited it -> true;
            case Input.Left it -> false;
            case Input.TimerFired it -> false;
            case Input.ReplyArrived it -> false;
            case Input.Worked it -> false;
            case Input.TakenOver it -> false;
            case Input.HandedBack it -> false;
            case Input.MarkAnswered it -> false;
            case Input.ErasedAtDesk it -> false;
            case Input.CameBack it -> false;
        };
    }

    private static String words(Input input) {
        return switch (input) {
            case Input.Said said -> said.text();
            case Input.MediaSent media -> "[" + media.kind().name() + "]";
            case Input.PlaceSent place -> "[PLACE]";
            case Input.Tapped tapped -> "[BUTTON]";
            default -> "[" + input.getClass().getSimpleName() + "]";
        };
    }
}
