package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the data files, collected so that whoever edits them sees everything at once. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String file, int line, String reason) {
        found.add(file + ":" + line + ": " + reason);
    }

    /** Throws one exception with every problem, if there is any. */
    void throwIfPresent() {
        if (!found.isEmpty()) {
            throw new FaultyDataException(found);
        }
    }
}
