package org.wasl.bot.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wasl.triage.report.FactKey;

/** "You told me ...": what a person's own words already seem to say of a question, said before it is asked. */
final class Told {

    private Told() {}

    /** The catalogue key of a fact's clause. */
    static String clause(FactKey key) {
        return "told." + key.wire().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Said before the question, on a line of its own; empty when nothing was told. */
    static String before(Talk talk, String question) {
        List<String> clauses = talk.flow.told().getOrDefault(question, List.of()).stream()
                .filter(key -> said(talk, key))
                .map(key -> talk.words().say(clause(key)))
                .toList();
        if (clauses.isEmpty()) {
            return "";
        }
        String joined = String.join(talk.words().comma(), clauses);
        return talk.words().say("told.text", Map.of("told", joined)) + "\n";
    }

    private static boolean said(Talk talk, FactKey key) {
        return !talk.nothingSaid()
                && Condition.standing(talk.facts(), key).holds()
                && talk.facts().observations(key).stream().anyMatch(fact -> fact.evidence() != null);
    }
}
