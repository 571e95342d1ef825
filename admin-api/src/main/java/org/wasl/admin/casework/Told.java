package org.wasl.admin.casework;

import java.util.Set;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** What the page of a case says after a decision. The words stand in the message bundles under {@code told.}. */
public final class Told {
    /** Everything a page of casework may be told to say; anything else in the address is ignored. */
    public static final Set<String> CODES = Set.of(
            "entered",
            "brought",
            "not-brought",
            "reopened",
            "not-erased",
            "merged",
            "linked",
            "accepted",
            "declined",
            "given-back",
            "closing-refused",
            "reviewed",
            "agreement-recorded",
            "coded",
            "planned",
            "parked",
            "unparked",
            "followed-up",
            "answer-first",
            "date-wrong",
            "owner-missing",
            "too-dangerous",
            "wish-not-met",
            "not-ready",
            "no-consent",
            "two-needed",
            "step-recorded",
            "step-incomplete",
            "time-wrong",
            "heard",
            "play-first",
            "flagged");

    private Told() {}

    /** Back to the page of the case, with what became of the decision. */
    public static String redirect(CaseNumber number, CaseChange change, String done) {
        return "redirect:/cases/" + number + "?told=" + code(change, done);
    }

    /** What became of a decision, as a page says it. */
    public static String code(CaseChange change, String done) {
        return switch (change) {
            case CaseChange.Done _ -> done;
            case CaseChange.WaitsForSecond _ -> "waits";
            case CaseChange.Overtaken _ -> "overtaken";
            case CaseChange.Held _ -> "held";
            case CaseChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseChange.Refused refused -> why(refused.why());
        };
    }

    /** Why not, as a page says it. */
    public static String why(CaseChange.Why why) {
        return switch (why) {
            case ANSWER_FIRST -> "answer-first";
            case DATE_WRONG -> "date-wrong";
            case OWNER_MISSING -> "owner-missing";
            case TOO_DANGEROUS -> "too-dangerous";
            case WISH_NOT_MET -> "wish-not-met";
            case NOT_READY -> "not-ready";
            case NO_CONSENT -> "no-consent";
            case TWO_NEEDED -> "two-needed";
            case STEP_INCOMPLETE -> "step-incomplete";
            case TIME_WRONG -> "time-wrong";
            case PLAY_FIRST -> "play-first";
            case NOT_YOURS,
                    NOT_ALLOWED,
                    NOT_FROM_HERE,
                    REASON_MISSING,
                    TOO_LONG,
                    KEY_REUSED,
                    TOO_MANY,
                    NEEDS_ANOTHER_PERSON,
                    NOTHING_ASKED,
                    WRONG_DIRECTION,
                    UNKNOWN_STAFF,
                    KEPT_APART,
                    LOOK_FIRST,
                    UNKNOWN_PARTY -> "refused";
        };
    }
}
