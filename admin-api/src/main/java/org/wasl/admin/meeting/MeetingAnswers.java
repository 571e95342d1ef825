package org.wasl.admin.meeting;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** What the routes and the pages of meetings have in common: what was sent is read strictly. */
final class MeetingAnswers {
    private MeetingAnswers() {}

    /** What is answered; throws for what is refused. */
    static MeetingView view(MeetingChange change) {
        return switch (change) {
            case MeetingChange.Done done -> done.view();
            case MeetingChange.Running running -> running.view();
            case MeetingChange.Overtaken _ -> throw new ProblemException(Problem.CHANGED);
            case MeetingChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case MeetingChange.NotBefore _ -> throw new ProblemException(Problem.CONFLICT);
            case MeetingChange.Refused refused -> throw new ProblemException(problem(refused.why()));
            case MeetingChange.CaseSaid said -> throw new ProblemException(problem(said.answer()));
        };
    }

    static Problem problem(MeetingChange.Why why) {
        return switch (why) {
            case NOT_ALLOWED, NOT_THERE -> Problem.NOT_ALLOWED;
            case FROZEN, STILL_OPEN, TOO_MANY, CHAIR_STAYS -> Problem.CONFLICT;
            case UNKNOWN_CASE -> Problem.NOT_FOUND;
            case UNKNOWN_STAFF, REASON_MISSING, DATE_MISSING, OWNER_MISSING -> Problem.UNREADABLE;
            case TOO_LONG -> Problem.TOO_LARGE;
        };
    }

    static Problem problem(CaseChange answer) {
        return switch (answer) {
            case CaseChange.Overtaken _ -> Problem.CHANGED;
            case CaseChange.Missing _ -> Problem.NOT_FOUND;
            case CaseChange.Refused refused -> problem(refused.why());
            case CaseChange.Held _, CaseChange.Done _, CaseChange.WaitsForSecond _ -> Problem.CONFLICT;
        };
    }

    private static Problem problem(CaseChange.Why why) {
        if (why == CaseChange.Why.NOT_YOURS || why == CaseChange.Why.NOT_ALLOWED || why == CaseChange.Why.KEPT_APART) {
            return Problem.NOT_ALLOWED;
        }
        boolean unreadable = why == CaseChange.Why.DATE_WRONG || why == CaseChange.Why.UNKNOWN_STAFF;
        return unreadable ? Problem.UNREADABLE : Problem.CONFLICT;
    }

    static CaseNumber number(@Nullable String typed) {
        return CaseNumber.read(typed == null ? "" : typed).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    static StaffId staff(@Nullable String sent) {
        if (sent == null || !sent.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new StaffId(sent);
    }

    /** A part of the country; {@code null} for all of it. */
    static @Nullable Governorate part(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        return Optional.of(sent).flatMap(Governorate::of).orElseThrow(() -> new ProblemException(Problem.UNREADABLE));
    }

    static Decision.Kind kind(@Nullable String sent) {
        String asked = sent == null ? "" : sent.toUpperCase(Locale.ROOT);
        for (Decision.Kind kind : Decision.Kind.values()) {
            if (kind.name().equals(asked)) {
                return kind;
            }
        }
        throw new ProblemException(Problem.UNREADABLE);
    }
}
