package org.wasl.admin.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a walk through the whole store found that belongs to no case.
 *
 * @param cases how many documents of cases were met
 * @param keys how many data keys
 * @param found how many of each kind; a kind that was not found is not in it
 */
public record Orphans(Instant at, long cases, long keys, SortedMap<Kind, Integer> found) {

    public Orphans {
        found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
    }

    /** What can be left over. */
    public enum Kind {
        /** A data key nothing is sealed with any more. */
        KEY_WITHOUT_DOCUMENT,
        /** A case nobody can open. */
        DOCUMENT_WITHOUT_KEY,
        /** A key of a case that was erased: it came back, with a backup for example. */
        KEY_OF_AN_ERASED_CASE,
        MAILBOX_WITHOUT_CASE,
        REPORT_WITHOUT_CASE,
        INDEX_WITHOUT_CASE,
        ATTACHMENT_WITHOUT_CASE,
        /** The platform's name of something that was not fetched, sealed to the bot. */
        WITHHELD_WITHOUT_CASE,
        /** A case with a key that does not open it; its attachments may be among those without a case. */
        UNREADABLE_CASE
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** In one line, always in the same order. */
    public String statement() {
        return at + " cases=" + cases + " keys=" + keys
                + found.entrySet().stream()
                        .map((Map.Entry<Kind, Integer> one) -> " " + one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining());
    }
}
