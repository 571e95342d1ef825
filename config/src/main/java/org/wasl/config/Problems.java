package org.wasl.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that it is told at once and not one start at a time. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    void addAll(List<String> problems) {
        problems.forEach(this::add);
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new StartRefused(found);
        }
    }
}
