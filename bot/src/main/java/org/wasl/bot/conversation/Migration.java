package org.wasl.bot.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation comes off a retired revision. What is not named keeps its name.
 *
 * @param from flow and revision it stands on
 * @param to flow and revision it goes on with, live or itself retired with a migration of its own
 * @param steps where whoever stands on a question goes; only a question both revisions have needs no entry
 * @param answers questions whose answers another question takes over
 * @param options options that have another id now, as {@code question=option} of the old revision
 * @param dropped questions whose answers no question takes over; what they said is kept as facts
 */
record Migration(
        String from,
        String to,
        Map<String, String> steps,
        Map<String, String> answers,
        Map<String, String> options,
        Set<String> dropped) {

    static Migration read(DataFile data) {
        Migration migration = new Migration(
                data.text("from"),
                data.text("to"),
                names(data, "steps"),
                names(data, "answers"),
                names(data, "options"),
                Set.copyOf(data.texts("dropped")));
        data.nothingElse();
        return migration;
    }

    private static Map<String, String> names(DataFile data, String key) {
        Map<String, String> names = new LinkedHashMap<>();
        data.lists(key).forEach((from, to) -> {
            if (to.size() == 1) {
                names.put(from, to.getFirst());
            } else {
                data.problem(key + ": " + from + " leads to " + to.size() + " (expected: 1)");
            }
        });
        return names;
    }

    /** Where whoever stands on a step goes. */
    String step(String old) {
        return steps.getOrDefault(old, old);
    }

    /** The question that takes an answer over; {@code null} for one that was dropped. */
    @Nullable
    String answer(String old) {
        return dropped.contains(old) ? null : answers.getOrDefault(old, old);
    }

    /** The options of the question that takes an answer over. */
    List<String> chosen(String old, List<String> chosen) {
        return chosen.stream()
                .map(option -> options.getOrDefault(old + "=" + option, option))
                .toList();
    }
}
