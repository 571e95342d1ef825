package org.wasl.triage.seal;

import java.util.List;

/** Everything that is wrong with a folder of keys, said at once. Names files, never their content. */
public final class KeyProblems extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    KeyProblems(List<String> problems) {
        super("keys: " + problems.size() + " problems: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }

    static void throwIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new KeyProblems(problems);
        }
    }
}
