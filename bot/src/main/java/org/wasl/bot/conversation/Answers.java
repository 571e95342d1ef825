package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.Truth;

/** What answers say: it is not kept with them, it follows from the flow they were given in. */
final class Answers {

    private Answers() {}

    /** The facts of given answers, and of the ticks under a multiple choice that is still open. */
    static List<Fact> facts(
            Flow flow, Places places, Map<String, List<String>> answers, String open, List<String> ticked) {
        List<Fact> facts = new ArrayList<>();
        answers.forEach((id, chosen) -> {
            switch (flow.steps().get(id)) {
                case Step.Choose choose -> chosen(choose, chosen, facts);
                case Step.AskPlace place ->
                    chosen.stream()
                            .filter(key -> places.byKey(key).isPresent())
                            .forEach(key -> facts.add(Fact.chosen(place.fact(), Truth.YES, key)));
                case null, default -> {}
            }
        });
        if (flow.steps().get(open) instanceof Step.Choose choose && choose.multi()) {
            chosen(choose, ticked, facts);
        }
        return facts;
    }

    private static void chosen(Step.Choose choose, List<String> chosen, List<Fact> facts) {
        choose.options().stream()
                .filter(option -> chosen.contains(option.id()))
                .forEach(option -> facts.addAll(option.facts()));
    }

    /**
     * When the person said a message may arrive: by the last question about it, and the last about weekdays. To skip
     * such a question is to choose nothing. Empty where no such question was asked.
     */
    static Optional<ContactWindows> windows(Flow flow, Map<String, List<String>> answers) {
        boolean asked = false;
        List<String> parts = List.of();
        List<String> days = List.of();
        for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
            if (flow.steps().get(answer.getKey()) instanceof Step.Choose choose) {
                List<Option> speaking = choose.options().stream()
                        .filter(option -> option.window() != null)
                        .toList();
                List<String> said = speaking.stream()
                        .filter(option -> answer.getValue().contains(option.id()))
                        .map(option -> String.valueOf(option.window()))
                        .toList();
                if (speaking.stream().anyMatch(Option::choosesWindow)) {
                    asked = true;
                    parts = said;
                } else if (!speaking.isEmpty()) {
                    days = said;
                }
            }
        }
        List<String> all = new ArrayList<>(parts);
        all.addAll(days);
        return asked ? Optional.of(ContactWindows.of(all)) : Optional.empty();
    }
}
