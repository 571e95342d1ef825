package org.wasl.bot.conversation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;

/** What stands in a string where its placeholders are: numbers for this place and day, and what the person has said. */
final class Filled {

    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");
    private static final int LONGEST_QUOTE = 500;

    private Filled() {}

    /** Everything a string may ask for; what is long to put together only where its pattern does. */
    static Map<String, Object> in(Talk talk, String pattern, Map<String, Object> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        Numbers numbers = talk.material.numbers();
        arguments.put("fed", Catalogue.isolated(numbers.emergency("FED")));
        arguments.put("kri", Catalogue.isolated(numbers.emergency("KRI")));
        arguments.put("emergency", emergency(talk));
        arguments.put("hours", talk.material.hours().getOrDefault(talk.level(), 0));
        arguments.put("place", place(talk));
        if (pattern.contains("{numbers}")) {
            arguments.put("numbers", directory(talk));
        }
        if (pattern.contains("{summary}")) {
            arguments.put("summary", summary(talk));
        }
        if (pattern.contains("{sentences}")) {
            arguments.put("sentences", Striking.list(talk));
        }
        return arguments;
    }

    /** The emergency number here; both, labelled, while the place is not known. */
    private static String emergency(Talk talk) {
        Numbers numbers = talk.material.numbers();
        String territory = talk.territory();
        if (!territory.isEmpty()) {
            return Catalogue.isolated(numbers.emergency(territory));
        }
        return talk.words()
                .say(
                        "numbers.both",
                        Map.of(
                                "fed", Catalogue.isolated(numbers.emergency("FED")),
                                "kri", Catalogue.isolated(numbers.emergency("KRI"))));
    }

    /** A service's number for this territory, or a tool's name, while it may be shown. */
    static Optional<String> line(Talk talk, String line) {
        LocalDate today = LocalDate.ofInstant(talk.context.now(), BAGHDAD);
        return talk.material.numbers().shown(talk.territory(), today).stream()
                .filter(number -> number.service().equals(line))
                .map(Numbers.Number::value)
                .findFirst()
                .or(() -> talk.material.guidance().tool(line, today));
    }

    private static String directory(Talk talk) {
        LocalDate today = LocalDate.ofInstant(talk.context.now(), BAGHDAD);
        return talk.material.numbers().shown(talk.territory(), today).stream()
                .map(number -> talk.words().say(number.service()) + ": " + Catalogue.isolated(number.value()))
                .collect(Collectors.joining("\n"));
    }

    private static String place(Talk talk) {
        return talk.chosen()
                .strongest(FactKey.GOVERNORATE)
                .map(Fact::detail)
                .flatMap(talk.material.places()::byKey)
                .map(place -> place.name(talk.words().locale()))
                .orElse(talk.words().say("summary.unknown"));
    }

    private static String summary(Talk talk) {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, List<String>> answer : talk.answers.entrySet()) {
            if (talk.flow.steps().get(answer.getKey()) instanceof Step.Asking step
                    && step.name() != null
                    && !answer.getValue().isEmpty()) {
                rows.add(talk.words().say(step.name()) + ": " + answered(talk, step, answer.getValue()));
            }
        }
        String story = talk.shownStory();
        if (!story.isEmpty()) {
            String quoted = story.length() <= LONGEST_QUOTE
                    ? story
                    : story.substring(0, story.offsetByCodePoints(0, story.codePointCount(0, LONGEST_QUOTE) - 1)) + "…";
            rows.add(Catalogue.quoted(quoted));
        }
        talk.sent.stream()
                .filter(sent -> !sent.withheld())
                .map(sent -> talk.words().say("media.line." + Speech.lower(sent.kind())))
                .forEach(rows::add);
        return rows.isEmpty() ? talk.words().say("summary.nothing") : String.join("\n", rows);
    }

    static String answered(Talk talk, Step.Asking step, List<String> chosen) {
        return switch (step) {
            case Step.Choose choose ->
                choose.options().stream()
                        .filter(option -> chosen.contains(option.id()))
                        .map(option -> talk.words().say(option.label()))
                        .collect(Collectors.joining(talk.words().comma()));
            case Step.AskPlace place ->
                chosen.stream()
                        .map(key -> talk.material.places().byKey(key))
                        .flatMap(java.util.Optional::stream)
                        .map(found -> found.name(talk.words().locale()))
                        .findFirst()
                        .orElse("—");
            case Step.AskText text -> "…";
            case Step.Story story -> "…";
            case Step.OfferReceipt offer -> "";
            case Step.Secret secret -> "";
            case Step.Returning returning -> "";
        };
    }
}
