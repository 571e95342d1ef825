package org.wasl.triage.corpus;

import java.util.List;

/** The corpora cannot be used. Lists every problem as {@code file:line: reason}. */
public final class FaultyCorpusException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    FaultyCorpusException(List<String> problems) {
        super(problems.size() + " problem(s) in the corpora:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code file:line: reason}. */
    public List<String> problems() {
        return problems;
    }
}
