package org.wasl.admin.visit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.fieldwork.VisitPlan;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A visit as it is sent. Times are moments, {@code stay} is in minutes. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record VisitForm(
        @Schema(implementation = VisitPlan.Purpose.class) @Nullable
        String purpose,

        @Schema(implementation = VisitPlan.Basis.class) @Nullable
        String basis,

        @Nullable String lead,
        @Nullable String second,
        @Nullable String standby,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer stay,
        @Nullable String place,
        @Nullable String cover,
        @Nullable String word,
        @Nullable Boolean plainClothes,
        @Nullable Boolean plainCar,

        @Schema(implementation = VisitPlan.Interpreter.class) @Nullable
        String interpreter,

        @Nullable String reason) {

    /** Read strictly; whether it may be made so is decided by the desk. */
    VisitPlan plan() {
        if (from == null || until == null || stay == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new VisitPlan(
                CaseAnswers.of(VisitPlan.Purpose.class, CaseAnswers.text(purpose)),
                basis == null ? VisitPlan.Basis.CONSENT : CaseAnswers.of(VisitPlan.Basis.class, basis),
                CaseAnswers.staffId(lead),
                who(second),
                who(standby),
                from,
                until,
                stay,
                0,
                words(place),
                words(cover),
                words(word),
                Boolean.TRUE.equals(plainClothes),
                Boolean.TRUE.equals(plainCar),
                interpreter == null
                        ? VisitPlan.Interpreter.NOT_NEEDED
                        : CaseAnswers.of(VisitPlan.Interpreter.class, interpreter),
                false,
                words(reason));
    }

    private static @Nullable StaffId who(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : CaseAnswers.staffId(sent);
    }

    static String words(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    @Override
    public String toString() {
        return "VisitForm[redacted]";
    }
}
