package org.wasl.admin.officer;

import org.jspecify.annotations.Nullable;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The key of a wish, as a client sends it, so that a wish sent twice is granted once. */
final class Wishes {
    static final String KEY = "Idempotency-Key";

    private static final int LONGEST = 100;
    private static final int ID_DIGITS = 32;

    private Wishes() {}

    static String key(@Nullable String sent) {
        if (sent == null || sent.isBlank() || sent.length() > LONGEST) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return sent;
    }

    /** An id that stands for somebody's wish, the same each time it is sent. */
    static String id(CurrentStaff by, String what, @Nullable String sent) {
        return Secrets.digest(what + " " + by.id().value() + " " + key(sent)).substring(0, ID_DIGITS);
    }
}
