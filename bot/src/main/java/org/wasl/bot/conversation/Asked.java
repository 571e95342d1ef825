package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wasl.triage.question.QuestionWords;
import org.wasl.triage.question.Questions;

/**
 * The words of questions, as whoever reads the answers finds them again. A line of a transcript names its question and
 * the edition of the words shown; the words themselves stand in a recording both sides have.
 */
final class Asked {

    /** What is pressed to be heard by a human. */
    static final String HUMAN = "move.human";

    /** What is pressed to say that there is danger, whatever is asked. */
    static final String DANGER = "panel.danger";

    /** Buttons of the engine's own which say something the team reads, by the question their line names. */
    private static final Map<String, String> BUTTONS = new TreeMap<>(Map.of("human", HUMAN, "help", DANGER));

    private static final String FILLED_IN = "…";
    private static final String MEDIA_LINE = "media.line.";

    private Asked() {}

    /** What a line names that answers this question now. */
    static String now(Talk talk, String question) {
        Step step = talk.flow.steps().get(question);
        if (step instanceof Step.Asking asking) {
            return words(talk.words(), talk.material.places(), asking, Speech.key(talk, asking.text()))
                    .name()
                    .wire();
        }
        String button = BUTTONS.get(question);
        return button == null
                ? question
                : pressed(talk.words(), question, button).name().wire();
    }

    /** Everything a flow can ask in one language, each in all its forms; the form for today's reader is the last. */
    static List<QuestionWords> all(Catalogue words, Places places, Flow flow) {
        List<QuestionWords> all = new ArrayList<>();
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.Asking asking) {
                forms(words, asking.text())
                        .filter(words::has)
                        .forEach(key -> all.add(words(words, places, asking, key)));
            }
        }
        BUTTONS.forEach((question, key) -> all.add(pressed(words, question, key)));
        all.add(new QuestionWords(Questions.MEDIA, "", media(words)));
        return all;
    }

    private static Stream<String> forms(Catalogue words, String key) {
        Stream<String> promises =
                words.promises(key) ? Stream.of(key + ".by", key + ".nobody", key + ".here") : Stream.of(key);
        return promises.flatMap(form ->
                Stream.of(form + Speech.BY_HAND, form).flatMap(fitted -> Stream.of(fitted + Speech.SHORT, fitted)));
    }

    private static QuestionWords words(Catalogue words, Places places, Step.Asking asking, String key) {
        return new QuestionWords(asking.id(), text(words, key), options(words, places, asking));
    }

    private static QuestionWords pressed(Catalogue words, String question, String key) {
        return new QuestionWords(question, words.say(key), Map.of(question, words.say(key)));
    }

    private static String text(Catalogue words, String key) {
        Map<String, Object> filled = new LinkedHashMap<>();
        Catalogue.placeholders(words.entry(key).pattern()).forEach(name -> filled.put(name, FILLED_IN));
        return words.say(key, filled);
    }

    private static Map<String, String> options(Catalogue words, Places places, Step.Asking asking) {
        Map<String, String> options = new LinkedHashMap<>();
        if (asking instanceof Step.Choose choose) {
            choose.options().forEach(option -> options.put(option.id(), words.say(option.label())));
        } else if (asking instanceof Step.AskPlace) {
            places.all().forEach(place -> options.put(place.key(), place.name(words.locale())));
        }
        return options;
    }

    private static Map<String, String> media(Catalogue words) {
        Map<String, String> kinds = new LinkedHashMap<>();
        words.keys().stream()
                .filter(key -> key.startsWith(MEDIA_LINE))
                .forEach(key -> kinds.put(key.substring(MEDIA_LINE.length()), words.say(key)));
        return kinds;
    }
}
