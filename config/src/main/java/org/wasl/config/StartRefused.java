package org.wasl.config;

import java.util.List;

/** Wasl does not start; every problem found, each one line for the person who starts it, without secrets. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    StartRefused(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
