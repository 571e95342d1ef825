package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** What was done first to protect somebody, over HTTP. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = "application/json")
@Tag(name = "Cases")
class StepController {
    private final StepDesk steps;

    StepController(StepDesk steps) {
        this.steps = steps;
    }

    record ProtectiveStepForm(
            @Schema(implementation = ProtectiveStep.class) @Nullable
            String step,

            @Schema(
                    description = "Who took it over or was sent: a unit or a call sign, never a citizen's name",
                    maxLength = StepDesk.LONGEST_UNIT)
            @Nullable
            String unit,

            @Schema(description = "When it was done; now, where nothing is said") @Nullable
            Instant done) {
        @Override
        public String toString() {
            return "ProtectiveStepForm[redacted]";
        }
    }

    @PostMapping("/protective-steps")
    @Requires(Permission.CASE_CLAIM)
    @Operation(
            operationId = "recordProtectiveStep",
            summary = "Record what was done first to protect the person. It stops the second clock",
            description = "An L1 has one of four outcomes: PATROL_TOOK_OVER, which needs unit and time,"
                    + " IN_CHAT_NOBODY_TO_COME, NO_PLACE_KEPT_IN_CHAT and SAFE_NOW; the others only below L1. A unit is"
                    + " named with PATROL_TOOK_OVER and OFFICER_TASKED alone. Recorded once more, the latest is shown"
                    + " and the history keeps both; the clock stopped with the first.")
    ResponseEntity<CaseResource> record(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ProtectiveStepForm form) {
        return CaseAnswers.answer(steps.record(
                staff,
                CaseAnswers.number(number),
                CaseAnswers.of(ProtectiveStep.class, CaseAnswers.text(form.step())),
                form.unit(),
                form.done(),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }
}
