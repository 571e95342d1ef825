package org.wasl.bot.conversation;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.FactKey;

/**
 * One flow in one revision.
 *
 * @param emergency where danger leads
 * @param returning where "I was here before" leads
 * @param answer where a person is after a reply was shown
 * @param menu where a person is who came back; {@code null} where the flow has none
 * @param onceMore where danger leads after "only advice"
 * @param again where a conversation goes whose own step no longer exists
 * @param told by question, the facts that are said first ("you told me ...") where free text seems to have said them
 * @param budgets how many questions its ways may ask
 * @param counted what is counted when a conversation is over
 */
record Flow(
        String name,
        int revision,
        String start,
        String emergency,
        String returning,
        String answer,
        @Nullable String menu,
        String onceMore,
        String again,
        Map<String, Step> steps,
        Map<String, List<FactKey>> told,
        List<Budget> budgets,
        Counted counted) {

    /**
     * The budget a question counts in; {@code null} for none. A question that counts is asked at most once: walking by
     * it again, its answer stands.
     */
    @Nullable
    Budget budget(String question) {
        return budget(question, false);
    }

    /** How much may be asked besides this once danger is with the team; {@code null} where it may always be asked. */
    @Nullable
    Budget pressed(String question) {
        return budget(question, true);
    }

    private @Nullable Budget budget(String question, boolean pressed) {
        return budgets.stream()
                .filter(budget ->
                        budget.pressed() == pressed && budget.counted().contains(question))
                .findFirst()
                .orElse(null);
    }

    /** Where a person goes on who came back. */
    String back() {
        return menu == null ? answer : menu;
    }

    Step step(String id) {
        Step step = steps.get(id);
        if (step == null) {
            throw new NoSuchElementException("flow " + name + "-" + revision + ": no step " + id);
        }
        return step;
    }
}
