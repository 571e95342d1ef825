package org.wasl.triage.lexicon;

import java.util.List;

/** Rules, lexicons, concepts or corpora cannot be used. Lists every problem as {@code file:line: reason}. */
public final class FaultyDataException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    FaultyDataException(List<String> problems) {
        super(problems.size() + " problem(s) in triage data:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code file:line: reason}. */
    public List<String> problems() {
        return problems;
    }
}
