package org.wasl.admin.casework;

import java.util.List;

/**
 * Who could take a case now, the best first, and what has to be said where nobody fits.
 *
 * @param fallback shown to staff as it is, so that nothing is promised that cannot be had
 */
public record Suggestions(List<Suggestion> people, Fallback fallback) {
    static final Suggestions NONE = new Suggestions(List.of(), Fallback.NOBODY);

    /** What cannot be had as it was wished. */
    public enum Fallback {
        /** Somebody fits. */
        NOT_NEEDED,
        /** Nobody on duty as the person wished serves there: one from elsewhere writes or calls, and says so. */
        FROM_ELSEWHERE,
        /** Nobody on duty is as the person wished. A rescue does not wait; the person is asked before a visit. */
        NOBODY_AS_WISHED,
        /** Nobody on duty may take it. */
        NOBODY
    }

    public Suggestions {
        people = List.copyOf(people);
    }
}
