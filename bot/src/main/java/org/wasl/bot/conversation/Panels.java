package org.wasl.bot.conversation;

import java.util.List;
import java.util.Map;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Speech.Shown;

/** What can lie over a question, and what its buttons do. */
final class Panels {

    private static final Map<String, String> LANGUAGES =
            Map.of("ar-IQ", "language.ar", "ckb", "language.ckb", "kmr-Arab", "language.kmr", "en", "language.en");

    private Panels() {}

    static void choices(Talk talk, Panel panel, List<Shown> shown) {
        switch (panel) {
            case MORE -> {
                if (talk.is(Flag.FILED)) {
                    shown.add(Speech.move(talk, Move.TAKE_BACK));
                }
                Move.UNDER_MORE.forEach(move -> shown.add(Speech.move(talk, move)));
                shown.add(button(talk, "p-on", "panel.on"));
            }
            case HELP -> {
                shown.add(button(talk, "p-danger", "panel.danger"));
                shown.add(button(talk, "p-on", "panel.on"));
                shown.add(Speech.move(talk, Move.EXIT));
            }
            case LANGUAGE ->
                talk.material
                        .locales()
                        .forEach(locale ->
                                shown.add(button(talk, "p-" + locale, LANGUAGES.getOrDefault(locale, "language.en"))));
            case CHANGE -> {
                List<Step.Asking> steps = changeable(talk);
                for (int at = 0; at < steps.size(); at++) {
                    Step.Asking step = steps.get(at);
                    String name = step.name();
                    shown.add(new Shown("p-c" + at, talk.words().say(name == null ? "panel.on" : name)));
                }
                shown.add(button(talk, "p-on", "panel.on"));
            }
            case ERASE -> {
                shown.add(button(talk, "p-erase", "panel.erase-yes"));
                shown.add(button(talk, "p-on", "panel.erase-no"));
            }
            case STRIKE -> {
                Striking.choices(talk, shown);
                shown.add(button(talk, "p-on", "choose.done"));
            }
            case TAKE_BACK -> {
                shown.add(button(talk, "p-take-back", "panel.take-back-yes"));
                shown.add(button(talk, "p-on", "panel.take-back-no"));
            }
            case PLACE -> Pins.choices(talk, shown);
            case DECOY -> shown.add(button(talk, "p-clear", "panel.clear"));
            case OPENER -> shown.add(button(talk, "p-open", "panel.open"));
            case RECEIPT_SHOWN -> {
                shown.add(button(talk, "p-have", "receipt.have"));
                shown.add(Speech.move(talk, Move.HELP));
                shown.add(Speech.move(talk, Move.EXIT));
            }
            case LOOKING, WORD -> {
                shown.add(Speech.move(talk, Move.HELP));
                shown.add(Speech.move(talk, Move.EXIT));
            }
        }
    }

    private static Shown button(Talk talk, String option, String label) {
        return new Shown(option, talk.words().say(label));
    }

    /** Questions whose answer can be changed: those answered that have a short name. */
    static List<Step.Asking> changeable(Talk talk) {
        return talk.answers.keySet().stream()
                .map(id -> talk.flow.steps().get(id))
                .filter(step -> step instanceof Step.Asking asking && asking.name() != null)
                .map(step -> (Step.Asking) step)
                .toList();
    }

    static void open(Talk talk, Panel panel) {
        Pins.drop(talk);
        talk.panel = panel;
        Speech.ask(talk);
    }

    /** Closes what lies over the question and asks it again. */
    static void close(Talk talk, Walk walk) {
        Pins.drop(talk);
        talk.panel = null;
        if (talk.step.isEmpty()) {
            walk.greet();
        } else {
            Speech.ask(talk);
        }
    }
}
