package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Truth;

/** The universal moves: the same at every step, in every language. */
final class Moves {

    private final Talk talk;
    private final Walk walk;
    private final Filings filings;
    private final Receipts receipts;

    Moves(Talk talk, Walk walk, Filings filings, Receipts receipts) {
        this.talk = talk;
        this.walk = walk;
        this.filings = filings;
        this.receipts = receipts;
    }

    void make(Move move) {
        switch (move) {
            case EXIT -> exit(talk, filings, true);
            case ERASE -> Panels.open(talk, Panel.ERASE);
            case HELP -> Panels.open(talk, Panel.HELP);
            case PAUSE -> pause();
            case LANGUAGE -> Panels.open(talk, Panel.LANGUAGE);
            case SKIP -> skip();
            case BACK -> inside(walk.retracing()::back);
            case REPEAT -> Panels.close(talk, walk);
            case HUMAN -> inside(this::human);
            case REVIEW -> inside(this::review);
            case CHANGE -> inside(this::change);
            case NUMBER -> inside(receipts::offer);
            case TAKE_BACK -> inside(this::takeBackAsked);
            case MORE -> inside(() -> Panels.open(talk, Panel.MORE));
        }
    }

    /** Moves that need a question to come back to; without one there is the greeting. */
    private void inside(Runnable move) {
        if (talk.step.isEmpty()) {
            walk.greet();
        } else {
            move.run();
        }
    }

    private void skip() {
        if (talk.step.isEmpty()) {
            walk.greet();
            return;
        }
        Step.Asking asking = (Step.Asking) talk.flow.step(talk.step);
        if (talk.panel != null || asking.skip() == null) {
            Panels.close(talk, walk);
        } else {
            walk.skip(asking);
        }
    }

    /**
     * Hides the conversation: what was queued is purged, a harmless page is all that is left. Never undoes a filing;
     * danger not filed yet is filed first, in the same turn.
     */
    static void exit(Talk talk, Filings filings, boolean decoy) {
        boolean safe = talk.is(Flag.SAFE_MODE);
        filings.rest();
        filings.gone();
        talk.effects.removeIf(effect -> effect instanceof Effect.Send || effect instanceof Effect.SetTimer);
        talk.flags.add(Flag.EXIT_USED);
        filings.contact();
        talk.waiting.clear();
        Resting.rest(talk, talk.is(Flag.PIN_SET));
        talk.lastWord = null;
        talk.effects.add(new Effect.EndInvitation());
        if (decoy) {
            talk.panel = Panel.DECOY;
            List<Speech.Shown> choices = new ArrayList<>();
            Panels.choices(talk, Panel.DECOY, choices);
            Speech.decoy(talk, "decoy." + (1 + talk.chance(Phrases.DECOYS)), choices);
        }
        if (safe) {
            talk.effects.add(new Effect.DeleteMessages());
        }
    }

    private void pause() {
        boolean safe = talk.is(Flag.SAFE_MODE);
        filings.rest();
        filings.contact();
        filings.gone();
        Resting.pauseHere(talk);
        talk.lastWord = null;
        talk.effects.add(new Effect.EndInvitation());
        Speech.decoy(talk, "pause.text", List.of());
        if (safe) {
            talk.effects.add(new Effect.DeleteMessages());
        }
    }

    /** Asked once already: nothing of this chat is kept here, and the desk is asked to erase. */
    void erase() {
        erase(talk, filings);
    }

    static void erase(Talk talk, Filings filings) {
        filings.erase();
        talk.cancelTimers();
        talk.effects.add(new Effect.EndInvitation());
        talk.effects.add(new Effect.DeleteMessages());
        Speech.decoy(talk, "erase.done", List.of());
        talk.effects.add(new Effect.Forget());
        Resting.rest(talk, false);
        talk.earlier.clear();
        talk.waiting.clear();
    }

    /** Somebody forces the hand: the team learns of it, and nothing on the screen shows that it does. */
    void duress() {
        talk.told.add(Fact.chosen(FactKey.DURESS, Truth.YES));
        talk.changed();
        talk.flags.add(Flag.EXIT_USED);
        filings.duressSaid();
        Panels.close(talk, walk);
    }

    private void human() {
        talk.panel = null;
        walk.addLine(talk.words().say(Asked.HUMAN), "human");
        filings.send();
        Speech.say(talk, talk.is(Flag.FILED) ? "human.text" : "human.unsent");
        Speech.ask(talk);
    }

    private void review() {
        talk.panel = null;
        List<Speech.Shown> strike = talk.shownStory().isEmpty()
                ? List.of()
                : List.of(new Speech.Shown("p-strike", talk.words().say("panel.strike-open")));
        Speech.say(talk, "review.text", Map.of(), strike, Effect.Purpose.INFORMATION);
        Speech.ask(talk);
    }

    private void change() {
        if (Panels.changeable(talk).isEmpty()) {
            talk.panel = null;
            Speech.say(talk, "change.none");
            Speech.ask(talk);
        } else {
            Panels.open(talk, Panel.CHANGE);
        }
    }

    /** What the team has is taken back only after one question; where nothing shows, there is nothing to ask. */
    private void takeBackAsked() {
        if (talk.is(Flag.FILED)) {
            Panels.open(talk, Panel.TAKE_BACK);
        } else {
            takeBack();
        }
    }

    void takeBack() {
        boolean taken = filings.takeBack();
        Speech.say(talk, taken ? "taken-back" : "taken-back.none");
        Panels.close(talk, walk);
    }

    /** Present danger said by the button of the help panel. */
    void danger() {
        talk.told.removeIf(fact -> fact.key() == FactKey.DANGER_NOW);
        talk.told.add(Fact.chosen(FactKey.DANGER_NOW, Truth.YES));
        talk.panel = null;
        talk.changed();
        if (talk.step.isEmpty()) {
            talk.step = talk.flow.start();
        }
        walk.addLine(talk.words().say(Asked.DANGER), "help");
        String detour = filings.settle();
        if (detour != null) {
            walk.to(detour);
        } else {
            walk.to(talk.is(Flag.ONLY_ADVICE) ? talk.flow.onceMore() : talk.flow.emergency());
        }
    }
}
