package org.wasl.triage.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.FactKey;

/**
 * When something happened, as a sentence says it; the order is the order of severity. The words are in the lexicons'
 * classes of these names.
 */
enum TimeSense {
    NOW("time.now", "now", "24h", "today", "72h"),
    TODAY("time.today", "24h", "today", "72h", "now"),
    YESTERDAY("time.yesterday", "24h", "72h"),
    ONGOING("time.ongoing", "ongoing"),
    LATELY("time.lately", "30d", "120h"),
    LONG_AGO("time.older", "older");

    private final String wordClass;
    private final List<String> details;

    TimeSense(String wordClass, String... details) {
        this.wordClass = wordClass;
        this.details = List.of(details);
    }

    String wordClass() {
        return wordClass;
    }

    /** The detail of a fact that this time means; {@code null} where the fact has none for it. */
    @Nullable
    String detailOf(FactKey key) {
        for (String detail : details) {
            if (key.details().contains(detail)) {
                return detail;
            }
        }
        return null;
    }
}
