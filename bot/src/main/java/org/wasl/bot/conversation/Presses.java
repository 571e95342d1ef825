package org.wasl.bot.conversation;

import java.util.List;
import org.wasl.bot.conversation.Conversation.Panel;

/** What a button does, whether it was tapped or chosen in words; and what becomes of a tap that comes too late. */
final class Presses {

    private final Talk talk;
    private final Walk walk;
    private final Receipts receipts;
    private final Returns returns;
    private final Moves moves;
    private final Pins pins;

    Presses(Talk talk, Walk walk, Receipts receipts, Returns returns, Moves moves, Pins pins) {
        this.pins = pins;
        this.talk = talk;
        this.walk = walk;
        this.receipts = receipts;
        this.returns = returns;
        this.moves = moves;
    }

    /** A tap, by what the button carried. */
    void tapped(String wire) {
        if (wire.equals(talk.lastTap)) {
            return;
        }
        OptionToken token = OptionToken.read(wire).orElse(null);
        if (token == null) {
            stale();
            return;
        }
        talk.lastTap = wire;
        Move move = Move.ofId(token.option());
        if (move == Move.EXIT) {
            moves.make(Move.EXIT);
            return;
        }
        if (token.option().equals("p-clear")) {
            panel(token.option());
            return;
        }
        boolean current =
                token.session().equals(talk.session) && token.turn() >= talk.opened && token.turn() < talk.turn;
        if (current && pressable(token.option())) {
            pressed(token.option());
        } else if (move == Move.HELP || move == Move.TAKE_BACK) {
            moves.make(move);
        } else {
            stale();
        }
    }

    private boolean pressable(String option) {
        if (Move.ofId(option) != null || option.equals("p-strike")) {
            return true;
        }
        if (talk.panel != null
                && Speech.shown(talk).stream().anyMatch(shown -> shown.option().equals(option))) {
            return true;
        }
        Panel over = talk.panel;
        if (talk.step.isEmpty()) {
            return false;
        }
        talk.panel = null;
        boolean under =
                Speech.shown(talk).stream().anyMatch(shown -> shown.option().equals(option))
                        || (talk.flow.step(talk.step) instanceof Step.AskPlace
                                && talk.material.places().byKey(option).isPresent());
        if (!under) {
            talk.panel = over;
        }
        return under;
    }

    /** A button of a question that is over, or of nowhere: the open question once more, and then no more. */
    private void stale() {
        if (talk.step.isEmpty() && talk.panel == Panel.DECOY) {
            return;
        }
        if (talk.flags.add(Flag.REPEATED)) {
            walk.again();
        }
    }

    /** An option that stands under the open question or on the panel over it. */
    void pressed(String option) {
        Move move = Move.ofId(option);
        if (move != null) {
            moves.make(move);
        } else if (option.startsWith("p-")) {
            panel(option);
        } else {
            step(option);
        }
    }

    private void panel(String option) {
        if (Striking.pressed(talk, option) || pins.pressed(option)) {
            return;
        }
        switch (option) {
            case "p-on" -> Panels.close(talk, walk);
            case "p-strike" -> Panels.open(talk, Panel.STRIKE);
            case "p-danger" -> moves.danger();
            case "p-erase" -> moves.erase();
            case "p-take-back" -> moves.takeBack();
            case "p-clear" -> clear();
            case "p-new" -> SafeMode.news(talk);
            case "p-open" -> returns.open();
            case "p-have" -> receipts.confirmed();
            default -> {
                if (option.startsWith("p-c") && option.substring(3).matches("[0-9]{1,2}")) {
                    changed(Integer.parseInt(option.substring(3)));
                } else {
                    talk.locale = option.substring(2);
                    Panels.close(talk, walk);
                }
            }
        }
    }

    /** Empties the chat where the platform can; elsewhere two plain lines say how it is done by hand. */
    private void clear() {
        talk.panel = null;
        if (talk.context.capabilities().canDelete().isZero()) {
            Speech.decoy(talk, "clear.by-hand", List.of());
        } else {
            talk.effects.add(new Effect.DeleteMessages());
        }
    }

    private void changed(int at) {
        List<Step.Asking> steps = Panels.changeable(talk);
        if (at < steps.size()) {
            walk.retracing().change(steps.get(at));
        } else {
            Panels.close(talk, walk);
        }
    }

    private void step(String option) {
        switch ((Step.Asking) talk.flow.step(talk.step)) {
            case Step.Choose choose -> {
                if (choose.multi() && option.equals("done")) {
                    walk.chosen(choose);
                } else {
                    choose.options().stream()
                            .filter(one -> one.id().equals(option))
                            .findFirst()
                            .ifPresent(one -> choose(choose, one));
                }
            }
            case Step.AskPlace place -> place(place, option);
            case Step.Story story -> walk.answer(story, List.of("done"), "");
            case Step.OfferReceipt offer -> {
                if (option.equals("show")) {
                    receipts.offer();
                } else {
                    walk.answer(offer, List.of("later"), "");
                }
            }
            case Step.Returning returning -> returns.withoutNumber();
            case Step.Secret secret -> Speech.ask(talk);
            case Step.AskText text -> Speech.ask(talk);
        }
    }

    private void choose(Step.Choose choose, Option option) {
        if (option.opens() != null) {
            Panels.open(talk, option.opens());
            return;
        }
        walk.choose(choose, option);
        if (option.locale() != null) {
            receipts.mint();
        }
    }

    private void place(Step.AskPlace place, String option) {
        if (option.equals("page")) {
            int pages = Math.ceilDiv(
                    talk.material.places().all().size(),
                    talk.material.settings().placesPerPage());
            talk.page = (talk.page + 1) % pages;
            Speech.ask(talk);
        } else {
            walk.answer(
                    place,
                    List.of(option),
                    talk.material
                            .places()
                            .byKey(option)
                            .map(one -> one.name(talk.words().locale()))
                            .orElse(""));
        }
    }
}
