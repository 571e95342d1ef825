package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/** Calls and walk-ins over HTTP. */
@RestController
@RequestMapping(path = "/api/calls", produces = "application/json")
@Tag(name = "Cases")
class CallController {
    private static final int MOST_FACTS = 100;

    private final CallDesk desk;

    CallController(CallDesk desk) {
        this.desk = desk;
    }

    record CallForm(
            @Schema(implementation = Call.Channel.class) @Nullable
            String channel,

            @Nullable String locale,
            @Nullable String words,
            @Nullable Map<String, AnswerForm> answers,
            @Nullable Boolean agreed) {
        @Override
        public String toString() {
            return "CallForm[redacted]";
        }
    }

    record AnswerForm(
            @Schema(implementation = Truth.class) @Nullable String truth,
            @Nullable String detail,
            @Nullable Integer hours) {
        @Override
        public String toString() {
            return "AnswerForm[redacted]";
        }
    }

    @PostMapping
    @Requires(Permission.CALL_ENTER)
    @ApiResponse(responseCode = "200", description = "It was entered before, under the same key")
    @ApiResponse(responseCode = "201", description = "Entered")
    @Operation(
            operationId = "enterCall",
            summary = "Enter a call or a walk-in: the same triage and clocks as the chat. One case for one key")
    ResponseEntity<CaseResource> enter(
            CurrentStaff staff,
            @Parameter(required = true) @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody CallForm form) {
        if (key == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        String once = CaseAnswers.text(CaseAnswers.key(key));
        return switch (desk.enter(staff, call(form), once)) {
            case CallOutcome.Entered entered ->
                ResponseEntity.status(entered.again() ? HttpStatus.OK : HttpStatus.CREATED)
                        .eTag(new EntityTag(entered.view().edition()).header())
                        .body(CaseResource.of(entered.view()));
            case CallOutcome.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    static Problem problem(CallOutcome.Why why) {
        return switch (why) {
            case NOT_ALLOWED -> Problem.NOT_ALLOWED;
            case EMPTY -> Problem.UNREADABLE;
            case TOO_LONG -> Problem.TOO_LARGE;
            case KEY_REUSED -> Problem.CONFLICT;
        };
    }

    private static Call call(CallForm form) {
        Facts facts = Facts.NONE;
        Map<String, AnswerForm> answers = form.answers() == null ? Map.of() : form.answers();
        if (answers.size() > MOST_FACTS) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        try {
            for (Map.Entry<String, AnswerForm> answer : answers.entrySet()) {
                AnswerForm said = answer.getValue();
                facts = facts.with(new Fact(
                        FactKey.ofWire(answer.getKey()),
                        CaseAnswers.of(Truth.class, CaseAnswers.text(said.truth())),
                        said.detail(),
                        said.hours(),
                        FactSource.OPERATOR,
                        null));
            }
            return Call.told(
                    CaseAnswers.of(Call.Channel.class, CaseAnswers.text(form.channel())),
                    CaseAnswers.text(form.locale()),
                    form.words() == null ? "" : form.words(),
                    facts,
                    Boolean.TRUE.equals(form.agreed()));
        } catch (IllegalArgumentException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}
