package org.wasl.triage.lexicon;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the data files, collected so that whoever edits them sees everything at once. Not thread-safe. */
public final class Problems {

    private final List<String> found = new ArrayList<>();

    public void add(String file, int line, String reason) {
        found.add(file + ":" + line + ": " + reason);
    }

    /** @throws FaultyDataException with every problem, if there is any */
    public void throwIfPresent() {
        if (!found.isEmpty()) {
            throw new FaultyDataException(found);
        }
    }
}
