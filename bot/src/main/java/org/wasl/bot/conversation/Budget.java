package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many questions one way may ask, or how many may still be asked once danger is with the team. Held by the engine, so that no later edit of a flow can ask a frightened person
 * more than was promised; what is left out is the team's to ask.
 *
 * @param counted the questions that count: asked at most once each, answered or skipped
 * @param most how many of them are asked
 * @param last the question that is always asked as the last of them; {@code null} where there is none
 * @param then where the way goes on when they are used up
 * @param pressed whether it counts from the answer that showed danger, see {@link Pressed}
 */
record Budget(Set<String> counted, int most, @Nullable String last, String then, boolean pressed) {

    /** What is wrong with it in a flow. */
    List<String> problems(Set<String> steps) {
        List<String> problems = new ArrayList<>();
        for (String way : last == null ? List.of(then) : List.of(then, last)) {
            if (!steps.contains(way)) {
                problems.add("budget leads to no step: " + way);
            }
        }
        if (counted.contains(then)) {
            problems.add("budget: the way goes on to a question that counts: " + then);
        }
        if (last != null && !counted.contains(last)) {
            problems.add("budget: the last question does not count: " + last);
        }
        if (most < 1 || counted.isEmpty()) {
            problems.add("budget: " + most + " of " + counted.size() + " questions (expected: at least one)");
        }
        return problems;
    }

    /** Where the way goes instead of asking this; {@code null} when it may be asked. */
    @Nullable
    String instead(String question, Set<String> answered) {
        if (!counted.contains(question)) {
            return null;
        }
        long used = counted.stream().filter(answered::contains).count();
        if (used >= most) {
            return then;
        }
        if (last == null || question.equals(last) || used < most - 1) {
            return null;
        }
        return answered.contains(last) ? then : last;
    }
}
