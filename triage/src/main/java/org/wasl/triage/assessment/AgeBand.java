package org.wasl.triage.assessment;

import org.jspecify.annotations.Nullable;

/** Ages to the bands of the fact dictionary. */
final class AgeBand {

    private static final int YOUNGEST = 1;
    private static final int OLDEST = 99;

    private AgeBand() {}

    /** {@code null} for what is no age. */
    static @Nullable String of(int age) {
        if (age < YOUNGEST || age > OLDEST) {
            return null;
        }
        if (age < 9) {
            return "<9";
        }
        if (age < 15) {
            return "9-14";
        }
        if (age < 18) {
            return "15-17";
        }
        if (age < 25) {
            return "18-24";
        }
        if (age < 40) {
            return "25-39";
        }
        return age < 60 ? "40-59" : "60+";
    }
}
