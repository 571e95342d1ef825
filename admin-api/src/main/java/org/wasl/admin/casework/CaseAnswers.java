package org.wasl.admin.casework;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.report.Level;

/** What the routes about cases have in common: what was sent is read strictly, what was decided becomes an answer. */
public final class CaseAnswers {
    /** The header that makes sending an act twice harmless. */
    public static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 100;

    private CaseAnswers() {}

    static ResponseEntity<CaseResource> answer(CaseChange change) {
        return switch (change) {
            case CaseChange.Done done -> answer(done.view());
            case CaseChange.WaitsForSecond waits ->
                ResponseEntity.accepted()
                        .eTag(new EntityTag(waits.view().edition()).header())
                        .body(CaseResource.of(waits.view()));
            case CaseChange.Overtaken overtaken -> throw new ProblemException(Problem.CHANGED);
            case CaseChange.Held held -> throw new ProblemException(Problem.CONFLICT);
            case CaseChange.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseChange.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    /** The case after a decision that was done; what was not done is a problem. */
    public static CaseView done(CaseChange change) {
        return switch (change) {
            case CaseChange.Done done -> done.view();
            case CaseChange.WaitsForSecond waits -> waits.view();
            case CaseChange.Overtaken overtaken -> throw new ProblemException(Problem.CHANGED);
            case CaseChange.Held held -> throw new ProblemException(Problem.CONFLICT);
            case CaseChange.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseChange.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    static ResponseEntity<CaseResource> answer(CaseView view) {
        return ResponseEntity.ok().eTag(new EntityTag(view.edition()).header()).body(CaseResource.of(view));
    }

    public static Problem problem(CaseChange.Why why) {
        return switch (why) {
            case NOT_YOURS, NOT_ALLOWED, NEEDS_ANOTHER_PERSON, KEPT_APART -> Problem.NOT_ALLOWED;
            case NOT_FROM_HERE,
                    NOTHING_ASKED,
                    PLAY_FIRST,
                    LOOK_FIRST,
                    WRONG_DIRECTION,
                    KEY_REUSED,
                    TOO_MANY,
                    OWNER_MISSING,
                    ANSWER_FIRST,
                    TOO_DANGEROUS,
                    WISH_NOT_MET,
                    NO_CONSENT,
                    TWO_NEEDED,
                    NOT_READY -> Problem.CONFLICT;
            case UNKNOWN_PARTY -> Problem.NOT_FOUND;
            case REASON_MISSING, UNKNOWN_STAFF, DATE_WRONG, STEP_INCOMPLETE, TIME_WRONG -> Problem.UNREADABLE;
            case TOO_LONG -> Problem.TOO_LARGE;
        };
    }

    public static long edition(@Nullable String ifMatch) {
        return EntityTag.required(ifMatch).version();
    }

    public static @Nullable String key(@Nullable String sent) {
        if (sent != null && (sent.isBlank() || sent.length() > LONGEST_KEY)) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return sent;
    }

    public static CaseNumber number(String typed) {
        return CaseNumber.read(typed).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    public static String text(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return sent;
    }

    public static StaffId staffId(@Nullable String sent) {
        String id = text(sent);
        if (!id.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new StaffId(id);
    }

    static Set<Level> levels(@Nullable List<String> sent) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        if (sent != null) {
            sent.forEach(one -> levels.add(level(one)));
        }
        return levels;
    }

    static Level level(String sent) {
        for (Level level : Level.values()) {
            if (level.wire().equals(sent)) {
                return level;
            }
        }
        throw new ProblemException(Problem.UNREADABLE);
    }

    public static <E extends Enum<E>> E of(Class<E> type, String sent) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(sent.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return one;
            }
        }
        throw new ProblemException(Problem.UNREADABLE);
    }
}
