package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Speech.Shown;
import org.wasl.bot.conversation.Towns.Town;

/**
 * A place sent by the phone. It becomes a governorate and the name of the nearest town, once the person said which it
 * is. The point itself, to about a kilometre, goes to the team only where help may be sent and only by a button that says
 * so; elsewhere, and until then in the report, it is nowhere. It stands in the sealed state while the question is open.
 */
final class Pins {

    private static final String PICK = "p-g";
    private static final String POINT = "p-here";
    private static final String CONSENT = "point";

    private final Talk talk;
    private final Walk walk;

    Pins(Talk talk, Walk walk) {
        this.talk = talk;
        this.walk = walk;
    }

    /** Whether a place can be of use now. */
    boolean sent(double latitude, double longitude) {
        if (talk.step.isEmpty() || !(talk.flow.step(talk.step) instanceof Step.AskPlace ask)) {
            return false;
        }
        List<Town> near = talk.material.towns().near(latitude, longitude);
        if (near.isEmpty()) {
            return false;
        }
        talk.picked.clear();
        near.forEach(town -> talk.picked.add(town.governorate() + "|" + town.english() + " / " + town.arabic()));
        if (ask.spot()) {
            talk.picked.addFirst(String.format(Locale.ROOT, "@%.2f, %.2f", latitude, longitude));
        }
        talk.panel = Panel.PLACE;
        Speech.ask(talk);
        return true;
    }

    static void choices(Talk talk, List<Shown> shown) {
        List<String> governorates = governorates(talk);
        boolean spot = governorates.size() < talk.picked.size();
        if (spot && !governorates.isEmpty()) {
            shown.add(new Shown(POINT, talk.words().say("place.with-point")));
        }
        for (int at = 0; at < governorates.size(); at++) {
            String key = key(governorates.get(at));
            String name = talk.material
                    .places()
                    .byKey(key)
                    .map(place -> place.name(talk.words().locale()))
                    .orElse(key);
            shown.add(new Shown(PICK + at, name));
        }
        shown.add(new Shown("p-on", talk.words().say("place.elsewhere")));
    }

    /** A button of the panel; answers whether it was one. */
    boolean pressed(String option) {
        if (talk.panel != Panel.PLACE || !(talk.flow.step(talk.step) instanceof Step.AskPlace ask)) {
            return false;
        }
        List<String> governorates = governorates(talk);
        boolean point = option.equals(POINT);
        int at = point ? 0 : option.startsWith(PICK) ? Character.digit(option.charAt(option.length() - 1), 10) : -1;
        if (at < 0 || at >= governorates.size()) {
            return false;
        }
        String guess = governorates.get(at);
        List<String> line = new ArrayList<>();
        talk.material
                .places()
                .byKey(key(guess))
                .ifPresent(place -> line.add(place.name(talk.words().locale())));
        if (at == 0) {
            line.add("~ " + guess.substring(guess.indexOf('|') + 1));
        }
        if (point) {
            line.add(talk.picked.getFirst().substring(1) + " (± 1 km)");
            Consents.record(talk, CONSENT, "panel.place", "place.with-point");
        }
        talk.panel = null;
        talk.picked.clear();
        walk.answer(ask, List.of(key(guess)), String.join(", ", line));
        return true;
    }

    /** Something else lies there now, or nothing: what the phone sent is forgotten. */
    static void drop(Talk talk) {
        if (talk.panel == Panel.PLACE) {
            talk.picked.clear();
        }
    }

    private static List<String> governorates(Talk talk) {
        return talk.picked.stream().filter(one -> !one.startsWith("@")).toList();
    }

    private static String key(String guess) {
        return guess.substring(0, guess.indexOf('|'));
    }
}
