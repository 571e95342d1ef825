package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the data files, all of it, for a human to read at once. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String problem) {
        found.add(problem);
    }

    List<String> list() {
        return List.copyOf(found);
    }

    void throwIfAny(String what) {
        if (!found.isEmpty()) {
            throw new IllegalStateException(what + ": " + found.size() + " problems\n  " + String.join("\n  ", found));
        }
    }
}
