package org.wasl.admin.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Opening a shut case by two people, over HTTP. */
@RestController
@RequestMapping(path = "/api/break-glass", produces = "application/json")
@Tag(name = "Opened by two people")
class BreakGlassController {
    private final BreakGlass glass;
    private final Clock clock;

    BreakGlassController(BreakGlass glass, Clock clock) {
        this.glass = glass;
        this.clock = clock;
    }

    enum State {
        WAITS,
        OPEN,
        OVER
    }

    record OpeningsResource(List<OpeningResource> openings) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OpeningResource(
            String id,
            String number,
            String staffId,
            @Nullable String secondId,
            BreakGlass.Reason reason,
            State state,
            Instant asked,
            @Nullable Instant until) {
        @Override
        public String toString() {
            return "OpeningResource[" + id + ", redacted]";
        }
    }

    record OpeningForm(@Nullable String number, BreakGlass.@Nullable Reason reason) {
        @Override
        public String toString() {
            return "OpeningForm[redacted]";
        }
    }

    @GetMapping
    @Requires(Permission.BREAK_GLASS_CONFIRM)
    @Operation(operationId = "readOpenings", summary = "What is asked and what is open, the latest first")
    OpeningsResource latest() {
        Instant now = clock.instant();
        return new OpeningsResource(
                glass.latest().stream().map(pane -> resource(pane, now)).toList());
    }

    @GetMapping("/log")
    @Requires(Permission.AUDIT_READ)
    @Operation(operationId = "readOpeningsAsAuditor", summary = "The same for the auditor, the moment it is asked")
    OpeningsResource log() {
        return latest();
    }

    private static OpeningResource resource(BreakGlass.Pane pane, Instant now) {
        StaffId second = pane.second();
        return new OpeningResource(
                pane.id(),
                pane.caseNumber(),
                pane.reader().value(),
                second == null ? null : second.value(),
                pane.reason(),
                pane.waits(now) ? State.WAITS : pane.open(now) ? State.OPEN : State.OVER,
                pane.asked(),
                pane.until());
    }

    @PostMapping
    @Requires(Permission.BREAK_GLASS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "askForOpening",
            summary = "Ask for a shut case. Whether there is one of that number is not told. Once for each key")
    void ask(
            CurrentStaff staff,
            @Parameter(required = true) @RequestHeader(name = Wishes.KEY, required = false) @Nullable String key,
            @RequestBody OpeningForm form) {
        if (form.number() == null || form.reason() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        try {
            glass.ask(staff, form.number().strip(), form.reason(), Wishes.id(staff, "opening", key));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    @PutMapping("/{id}/decision")
    @Requires(Permission.BREAK_GLASS_CONFIRM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "settleOpening",
            summary = "The second person's word: from then on it is open to who asked")
    void settle(CurrentStaff staff, @PathVariable String id, @RequestBody StaffController.AgreementForm form) {
        if (form.agreed() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        if (glass.settle(staff, id, form.agreed()) != BreakGlass.Settled.DONE) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.BREAK_GLASS_CONFIRM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endOpening", summary = "Shut it before its time")
    void end(CurrentStaff staff, @PathVariable String id) {
        if (!glass.end(staff, id)) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }
}
