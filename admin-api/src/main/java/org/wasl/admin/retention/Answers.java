package org.wasl.admin.retention;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** What routes and pages have in common: what was sent is read strictly, what was decided becomes an answer. */
final class Answers {
    private static final int LONGEST_KEY = 100;

    private Answers() {}

    /** Whether it is done, or waits for a second person; anything else is a problem. */
    static boolean done(Answer answer) {
        return switch (answer) {
            case DONE -> true;
            case WAITS_FOR_SECOND -> false;
            case NOT_ALLOWED, NEEDS_ANOTHER_PERSON -> throw new ProblemException(Problem.NOT_ALLOWED);
            case NOTHING_ASKED, TOO_LATE -> throw new ProblemException(Problem.CONFLICT);
            case NO_SUCH_CASE -> throw new ProblemException(Problem.NOT_FOUND);
            case REASON_MISSING, DATE_WRONG -> throw new ProblemException(Problem.UNREADABLE);
            case TOO_LONG -> throw new ProblemException(Problem.TOO_LARGE);
            case CHANGED -> throw new ProblemException(Problem.CHANGED);
        };
    }

    static CaseNumber number(@Nullable String typed) {
        return CaseNumber.read(typed == null ? "" : typed).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    static LocalDate day(@Nullable String written) {
        try {
            return LocalDate.parse(text(written));
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    /** The day a list is named by. */
    static String list(String written) {
        try {
            return LocalDate.parse(written).toString();
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    static boolean yes(@Nullable Boolean sent) {
        if (sent == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return sent;
    }

    static long version(@Nullable String ifMatch) {
        return EntityTag.required(ifMatch).version();
    }

    static void key(@Nullable String sent) {
        if (sent != null && (sent.isBlank() || sent.length() > LONGEST_KEY)) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}
