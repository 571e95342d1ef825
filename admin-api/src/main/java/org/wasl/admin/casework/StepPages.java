package org.wasl.admin.casework;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** What was done first to protect somebody, from the page of the case. */
@Controller
final class StepPages {
    /** What is typed into a date field is a time of the country the desk works in. */
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private final StepDesk steps;

    StepPages(StepDesk steps) {
        this.steps = steps;
    }

    @PostMapping("/cases/{number}/step")
    @Requires(Permission.CASE_CLAIM)
    String record(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String done,
            @RequestParam long edition) {
        CaseNumber known = CaseAnswers.number(number);
        ProtectiveStep taken = CaseAnswers.of(ProtectiveStep.class, step);
        // With the others these fields are not shown; what was typed before the choice changed was not meant.
        String who = taken.sends() ? unit : null;
        Instant when = taken.sends() ? time(done) : null;
        return Told.redirect(known, steps.record(staff, known, taken, who, when, edition, null), "step-recorded");
    }

    private static @Nullable Instant time(String sent) {
        if (sent.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(sent).atZone(BAGHDAD).toInstant();
        } catch (DateTimeParseException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}
