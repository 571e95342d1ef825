package org.wasl.bot.conversation;

import java.util.List;
import java.util.Optional;
import org.wasl.bot.conversation.Speech.Shown;

/** What a person wrote: a move in words, a number, the name of a button, or part of their story. */
final class Listening {

    private final Talk talk;
    private final Filings filings;
    private final Walk walk;
    private final Receipts receipts;
    private final Returns returns;
    private final Secrets secrets;
    private final Moves moves;
    private final Presses presses;

    Listening(Talk talk, Filings filings, Walk walk, Receipts receipts, Returns returns, Moves moves, Presses presses) {
        this.talk = talk;
        this.filings = filings;
        this.walk = walk;
        this.receipts = receipts;
        this.returns = returns;
        this.secrets = new Secrets(talk, walk);
        this.moves = moves;
        this.presses = presses;
    }

    void said(String text) {
        if (text.isBlank()) {
            walk.again();
            return;
        }
        Move move = talk.material.words().read(text);
        if (SafeWord.said(talk, text)) {
            moves.duress();
        } else if (move != null) {
            moves.make(move);
        } else if (returns.typed(text) || receipts.typed(text) || secrets.typed(text)) {
            return;
        } else if (talk.is(Flag.TAKEN_OVER)) {
            walk.keep(text, talk.step);
            filings.settle();
        } else {
            words(text);
        }
    }

    private void words(String text) {
        if (talk.step.isEmpty() && talk.panel == null) {
            firstWords(text);
            return;
        }
        if (talk.is(Flag.MOVED) && talk.panel == null) {
            walk.aside(text);
            return;
        }
        if (Striking.typed(talk, text)) {
            return;
        }
        Optional<Shown> chosen = Matching.find(text, Speech.shown(talk), choosing());
        if (chosen.isPresent()) {
            presses.pressed(chosen.get().option());
            return;
        }
        Pins.drop(talk);
        talk.panel = null;
        if (talk.step.isEmpty()) {
            firstWords(text);
            return;
        }
        switch ((Step.Asking) talk.flow.step(talk.step)) {
            case Step.Story story -> walk.tell(story, text);
            case Step.AskText ask -> {
                walk.listen(text, ask.id());
                walk.answer(ask, List.of("written"), text);
            }
            case Step.AskPlace ask -> where(ask, text);
            case Step.Choose choose -> walk.aside(text);
            case Step.OfferReceipt offer -> walk.aside(text);
            case Step.Secret secret -> secrets.take(secret, text);
            case Step.Returning returning -> walk.aside(text);
        }
    }

    private void where(Step.AskPlace ask, String text) {
        Optional<Places.Place> place = talk.material.places().within(text);
        if (ask.spot()) {
            walk.listen(text, ask.id());
            walk.answer(ask, place.map(one -> List.of(one.key())).orElse(List.of("written")), text);
        } else if (place.isPresent()) {
            if (talk.material.places().named(text).isEmpty()) {
                // A name among other words: the other words are part of the story.
                walk.keep(text, ask.id());
                talk.lines.removeLast();
            }
            walk.answer(ask, List.of(place.get().key()), text);
        } else {
            walk.aside(text);
        }
    }

    /** Whether the beginning of a label is enough: not where what is written may just as well be the answer itself. */
    private boolean choosing() {
        return talk.panel != null
                || !(talk.flow.step(talk.step) instanceof Step.Story
                        || talk.flow.step(talk.step) instanceof Step.AskText);
    }

    /** Words into a chat that rests: kept and judged, then the same greeting as for everybody. */
    private void firstWords(String text) {
        talk.step = talk.flow.start();
        walk.keep(text, "");
        talk.locale = Material.localeOf(talk.assessment().language());
        String detour = filings.settle();
        if (detour != null) {
            receipts.mint();
            walk.to(detour);
        } else {
            walk.greet();
        }
    }
}
