package org.wasl.bot.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a conversation without its person's doing: silence, the desk, the node, a window that was closed. */
final class Elsewhere {

    private final Talk talk;
    private final Walk walk;
    private final Filings filings;

    Elsewhere(Talk talk, Walk walk, Filings filings) {
        this.talk = talk;
        this.walk = walk;
        this.filings = filings;
    }

    /** The person left the chat for good: nothing goes there any more. */
    void left() {
        filings.rest();
        filings.gone();
        talk.effects.removeIf(effect -> effect instanceof Effect.Send);
        Resting.pauseHere(talk);
        talk.effects.add(new Effect.EndInvitation());
    }

    void timer(Input.TimerFired timer) {
        @Nullable Integer set = talk.timers.get(timer.name());
        if (set == null || set != timer.turn()) {
            return;
        }
        talk.timers.remove(timer.name());
        if (timer.name().equals(Filings.LOST)) {
            filings.lost();
        } else if (timer.name().equals(Walk.SILENCE)
                && !talk.is(Flag.TAKEN_OVER)
                && talk.flow.steps().get(talk.step) instanceof Step.Story story) {
            talk.panel = null;
            walk.answer(story, List.of("done"), "");
        }
    }

    void takenOver(Instant until) {
        boolean renewed = talk.is(Flag.TAKEN_OVER);
        talk.takenUntil = until;
        if (!talk.is(Flag.TAKEN_OVER)) {
            handedBack();
        } else if (!renewed && !talk.step.isEmpty()) {
            talk.cancelTimer(Walk.SILENCE);
            Speech.say(talk, "taken-over");
        }
    }

    void handedBack() {
        boolean was = talk.takenUntil != null;
        talk.takenUntil = null;
        if (was && !talk.step.isEmpty()) {
            Speech.say(talk, "handed-back");
            Speech.ask(talk);
        }
    }

    void erasedAtDesk(String intakeId) {
        talk.earlier.removeIf(one -> one.id().equals(intakeId));
        if (talk.filing != null && talk.filing.id().equals(intakeId)) {
            talk.filing = null;
            // It was sent and is gone: nobody left a question unanswered.
            talk.step = "";
            Resting.rest(talk, false);
            talk.effects.add(new Effect.EndInvitation());
        }
    }

    /** Taps made while the node was away may be lost: the open question comes again. */
    void cameBack() {
        boolean waits = !talk.step.isEmpty() && !(talk.flow.step(talk.step) instanceof Step.Story);
        if (waits && !talk.is(Flag.TAKEN_OVER)) {
            Speech.ask(talk);
        }
    }
}
