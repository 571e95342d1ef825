package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.bot.conversation.Conversation.Fragment;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/**
 * Whether somebody whose danger is with the team has been asked enough since it showed. It follows from the answers: it
 * is enough when all was as urgent before the last few of them. The emergency path counts for itself.
 */
final class Pressed {

    private Pressed() {}

    static boolean enough(Talk talk, Budget budget) {
        if (!talk.is(Flag.FILED) || talk.is(Flag.EMERGENCY) || !talk.level().urgent()) {
            return false;
        }
        List<String> asked = talk.answers.keySet().stream()
                .filter(budget.counted()::contains)
                .toList();
        return asked.size() >= budget.most() && urgentBefore(talk, asked.get(asked.size() - budget.most()));
    }

    /** Whether it was urgent already when this question was put. */
    private static boolean urgentBefore(Talk talk, String question) {
        Map<String, List<String>> then = new LinkedHashMap<>();
        Map<String, List<String>> since = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> answer : talk.answers.entrySet()) {
            boolean later = !since.isEmpty() || answer.getKey().equals(question);
            (later ? since : then).put(answer.getKey(), answer.getValue());
        }
        String words = talk.story.stream()
                .filter(fragment -> !since.containsKey(fragment.question()))
                .map(Fragment::text)
                .collect(Collectors.joining("\n"));
        return talk.material
                .triage()
                .apply(new Report(words, known(talk, then, since.keySet())))
                .level()
                .urgent();
    }

    private static Facts known(Talk talk, Map<String, List<String>> then, Set<String> since) {
        List<Fact> known = new ArrayList<>();
        talk.told.stream()
                .filter(fact -> fact.key() != FactKey.DURESS && !confirmed(talk, fact, since))
                .forEach(known::add);
        known.addAll(Answers.facts(talk.flow, talk.material.places(), then, "", List.of()));
        return Facts.of(known);
    }

    /** Whether one of these questions was about that suspicion: its answer carries the words it is about. */
    private static boolean confirmed(Talk talk, Fact fact, Set<String> questions) {
        return fact.evidence() != null
                && questions.stream()
                        .map(talk.flow.steps()::get)
                        .anyMatch(step -> step instanceof Step.Choose choose
                                && choose.options().stream()
                                        .anyMatch(option -> option.confirms().contains(fact.key())
                                                || option.denies().contains(fact.key())));
    }
}
