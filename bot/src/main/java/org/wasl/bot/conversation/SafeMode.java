package org.wasl.bot.conversation;

import java.time.Duration;
import java.util.List;
import org.wasl.triage.mailbox.Reply;

/**
 * Somebody may read this phone: nothing arrives by itself and nothing makes a sound, what was said is deleted as the
 * conversation goes, and replies wait until the person asks or writes.
 */
final class SafeMode {

    /** How many messages from before a turn stay: what was just said, or the question just answered. */
    static final int KEPT = 1;

    /** So soon after the person's own word a reply still is the answer to it. */
    private static final Duration PROMPT = Duration.ofSeconds(20);

    /** Where a turn comes from. */
    enum From {
        /** The person did something. */
        PERSON,
        /** What the person is waiting for at this very moment came back. */
        AWAITED,
        /** Time, the desk, the node. */
        ELSEWHERE
    }

    private SafeMode() {}

    /** Whether a reply that comes now has to wait for the person's next word. */
    static boolean waits(Talk talk) {
        return talk.is(Flag.SAFE_MODE)
                && !talk.step.isEmpty()
                && (talk.lastWord == null || talk.context.now().isAfter(talk.lastWord.plus(PROMPT)));
    }

    /** The person wrote or tapped: what waited is shown. Not after duress, which ends what staff may write here. */
    static void showWaiting(Talk talk) {
        if (!talk.is(Flag.SAFE_MODE) || talk.is(Flag.EXIT_USED) || talk.step.isEmpty() || talk.waiting.isEmpty()) {
            return;
        }
        List<Reply> replies = List.copyOf(talk.waiting);
        talk.waiting.clear();
        replies.forEach(reply -> Speech.reply(talk, reply));
    }

    /** Whether a button asks for news: where a conversation stays open after something was sent. */
    static boolean offersNews(Talk talk) {
        return talk.is(Flag.SAFE_MODE)
                && talk.is(Flag.FILED)
                && talk.flow.steps().get(talk.step) instanceof Step.Story;
    }

    /** "Anything new?"; if there was, it stands above already. */
    static void news(Talk talk) {
        boolean shown = talk.effects.stream()
                .anyMatch(effect -> effect instanceof Effect.Send send && send.purpose() == Effect.Purpose.REPLY);
        if (!shown) {
            Speech.say(talk, "look.nothing");
        }
        Speech.ask(talk);
    }

    /** Holds the rules over a finished turn. */
    static void hold(Talk talk, From from) {
        if (!talk.is(Flag.SAFE_MODE)) {
            return;
        }
        if (from == From.ELSEWHERE) {
            talk.effects.removeIf(effect -> effect instanceof Effect.Send);
            return;
        }
        talk.effects.replaceAll(effect -> effect instanceof Effect.Send send ? quiet(send) : effect);
        boolean deletes = talk.effects.stream()
                .anyMatch(effect -> effect instanceof Effect.DeleteMessages || effect instanceof Effect.Forget);
        if (from == From.PERSON && !deletes) {
            talk.effects.add(new Effect.DeleteMessages(KEPT));
        }
    }

    private static Effect.Send quiet(Effect.Send send) {
        return new Effect.Send(
                send.text(),
                send.textWhenNobody(),
                send.choices(),
                send.purpose(),
                true,
                true,
                send.locale(),
                send.replyId(),
                send.deleteAfter());
    }
}
