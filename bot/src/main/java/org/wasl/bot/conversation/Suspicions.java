package org.wasl.bot.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/**
 * The answers to confirming questions: about the words read so far, not about what may still be written. They are kept
 * as facts that carry those words, so that asking again opens them again.
 */
final class Suspicions {

    private Suspicions() {}

    /** Takes down what an answer says of suspicions: no to these, yes to those. */
    static void answer(Talk talk, Option option) {
        if (option.denies().isEmpty() && option.confirms().isEmpty()) {
            return;
        }
        Facts known = talk.facts();
        Stream<Fact> no =
                option.denies().stream().flatMap(key -> suspected(known, key).map(Fact::denied));
        Stream<Fact> yes = option.confirms().stream().flatMap(key -> confirming(known, key).stream());
        List<Fact> said = Stream.concat(no, yes).toList();
        said.stream().filter(fact -> !talk.told.contains(fact)).forEach(talk.told::add);
        talk.changed();
    }

    /** The question is asked again, or its answer is dropped: what was answered to it is open again. */
    static void reopen(Talk talk, Step.Choose question) {
        List<FactKey> keys = question.options().stream()
                .flatMap(option -> Stream.concat(option.denies().stream(), option.confirms().stream()))
                .toList();
        if (talk.told.removeIf(fact -> fact.evidence() != null && keys.contains(fact.key()))) {
            talk.changed();
        }
    }

    /** What a yes to all suspicions held of one fact would say: each when and how of them once. */
    static List<Fact> confirming(Facts known, FactKey key) {
        Map<List<Object>, Fact> byDetail = new LinkedHashMap<>();
        suspected(known, key)
                .forEach(fact -> byDetail.putIfAbsent(
                        List.of(String.valueOf(fact.detail()), String.valueOf(fact.hours())), confirmed(fact)));
        return List.copyOf(byDetail.values());
    }

    private static Stream<Fact> suspected(Facts known, FactKey key) {
        return known.observations(key).stream()
                .filter(fact -> fact.truth() == Truth.SUSPECTED && fact.evidence() != null);
    }

    /** Certain now, with the when and how that the words said. */
    private static Fact confirmed(Fact suspicion) {
        Evidence words = suspicion.evidence();
        return new Fact(suspicion.key(), Truth.YES, suspicion.detail(), suspicion.hours(), FactSource.BUTTON, words);
    }
}
