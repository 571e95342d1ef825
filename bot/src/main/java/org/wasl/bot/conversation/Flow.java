package org.wasl.bot.conversation;

import java.util.Map;
import java.util.NoSuchElementException;

/**
 * One flow in one revision.
 *
 * @param emergency where danger leads
 * @param returning where "I was here before" leads
 * @param answer where a person is after a reply was shown
 * @param onceMore where danger leads after "only advice"
 * @param again where a conversation goes whose own step no longer exists
 */
record Flow(
        String name,
        int revision,
        String start,
        String emergency,
        String returning,
        String answer,
        String onceMore,
        String again,
        Map<String, Step> steps) {

    Step step(String id) {
        Step step = steps.get(id);
        if (step == null) {
            throw new NoSuchElementException("flow " + name + "-" + revision + ": no step " + id);
        }
        return step;
    }
}
