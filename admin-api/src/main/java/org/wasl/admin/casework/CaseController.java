package org.wasl.admin.casework;

import static org.wasl.admin.casework.CaseAnswers.KEY;
import static org.wasl.admin.casework.CaseAnswers.answer;
import static org.wasl.admin.casework.CaseAnswers.edition;
import static org.wasl.admin.casework.CaseAnswers.key;
import static org.wasl.admin.casework.CaseAnswers.levels;
import static org.wasl.admin.casework.CaseAnswers.number;
import static org.wasl.admin.casework.CaseAnswers.of;
import static org.wasl.admin.casework.CaseAnswers.staffId;
import static org.wasl.admin.casework.CaseAnswers.text;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.ConfirmationForm;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.report.Level;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Queue and cases over HTTP. Which of them one may read and change is decided by {@link CaseDesk}. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Cases")
class CaseController {
    private static final String IF_MATCH = HttpHeaders.IF_MATCH;
    private static final int LARGEST_PAGE = 200;

    private final CaseDesk desk;

    CaseController(CaseDesk desk) {
        this.desk = desk;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LevelForm(
            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"}) @Nullable
            String level,

            @Nullable String reason) {
        @Override
        public String toString() {
            return "LevelForm[redacted]";
        }
    }

    record StatusForm(
            @Schema(implementation = CaseStatus.class) @Nullable
            String status) {}

    record NoteForm(@Nullable String text) {
        @Override
        public String toString() {
            return "NoteForm[redacted]";
        }
    }

    record ClosureForm(
            @Schema(implementation = Handling.Disposition.class) @Nullable
            String disposition,

            @Nullable String reason,
            @Nullable List<String> checks) {
        @Override
        public String toString() {
            return "ClosureForm[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OwnerForm(@Nullable String staffId) {}

    @GetMapping("/queue")
    @Requires(Permission.QUEUE_READ)
    @Operation(operationId = "readQueue", summary = "A page of the queue, in the one queue order")
    QueueResource queue(
            CurrentStaff staff,
            @RequestParam(required = false) @Nullable List<String> level,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String governorate,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "25") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        QueueFilter filter = new QueueFilter(
                levels(level),
                list == null ? QueueFilter.Shortlist.ALL : of(QueueFilter.Shortlist.class, list),
                language,
                governorate);
        return QueueResource.of(desk.queue(staff, filter, after == null ? null : number(after), limit));
    }

    @GetMapping("/cases/{number}")
    @Requires(Permission.CASE_READ)
    @Operation(
            operationId = "readCase",
            summary = "One case with its transcript; its ETag is what a change has to name")
    ResponseEntity<CaseResource> open(CurrentStaff staff, @PathVariable String number) {
        return switch (desk.open(staff, number(number))) {
            case CaseReading.Opened opened -> answer(opened.view());
            case CaseReading.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed closed -> throw new ProblemException(Problem.NOT_ALLOWED);
            case CaseReading.NotAuditable shut -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    @PostMapping("/cases/{number}/acknowledgement")
    @Requires(Permission.CASE_CLAIM)
    @Operation(
            operationId = "claimCase",
            summary = "Claim a case: the one thing that stops its ladder. Twice by the same person is once")
    ResponseEntity<CaseResource> acknowledge(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(desk.acknowledge(staff, number(number), edition(ifMatch)));
    }

    @PutMapping("/cases/{number}/claim")
    @Requires(Permission.CASE_CLAIM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "keepClaim", summary = "Keep a claim alive while working")
    void renew(CurrentStaff staff, @PathVariable String number) {
        if (!desk.renewClaim(staff, number(number))) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    @PutMapping("/cases/{number}/owner")
    @Requires(Permission.CASE_ASSIGN)
    @Operation(operationId = "assignCase", summary = "Give a case to a colleague")
    ResponseEntity<CaseResource> assign(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OwnerForm form) {
        return answer(desk.assign(staff, number(number), staffId(form.staffId()), edition(ifMatch)));
    }

    @PutMapping("/cases/{number}/level")
    @ApiResponse(responseCode = "200", description = "Done")
    @ApiResponse(responseCode = "202", description = "It waits for a second person")
    @Requires(Permission.LEVEL_RAISE)
    @Operation(
            operationId = "setLevel",
            summary = "Raise or lower the level. Lowering from L1 or L2 answers 202 and waits for a second person")
    ResponseEntity<CaseResource> level(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LevelForm form) {
        Level to = CaseAnswers.level(text(form.level()));
        String reason = text(form.reason());
        long edition = edition(ifMatch);
        CaseChange raised = desk.raise(staff, number(number), to, reason, edition);
        boolean lowers =
                raised instanceof CaseChange.Refused refused && refused.why() == CaseChange.Why.WRONG_DIRECTION;
        return answer(lowers ? desk.lower(staff, number(number), to, reason, edition) : raised);
    }

    @PostMapping("/cases/{number}/level/confirmation")
    @Requires(Permission.LEVEL_LOWER)
    @Operation(operationId = "confirmLowering", summary = "The second person's word on a lowering")
    ResponseEntity<CaseResource> confirm(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ConfirmationForm form) {
        if (form.agreed() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(desk.confirmLowering(staff, number(number), form.agreed(), edition(ifMatch), key(key)));
    }

    @PutMapping("/cases/{number}/status")
    @Requires(Permission.CASE_CLAIM)
    @Operation(operationId = "moveCase", summary = "Move a case on")
    ResponseEntity<CaseResource> move(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody StatusForm form) {
        return answer(desk.move(staff, number(number), of(CaseStatus.class, text(form.status())), edition(ifMatch)));
    }

    @PostMapping("/cases/{number}/notes")
    @Requires(Permission.CASE_NOTE)
    @Operation(
            operationId = "addNote",
            summary = "Add a note; the citizen never sees it. The same Idempotency-Key never adds a second one")
    ResponseEntity<CaseResource> note(
            CurrentStaff staff,
            @PathVariable String number,
            @Parameter(required = true) @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NoteForm form) {
        if (key == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(desk.note(staff, number(number), text(form.text()), key(key)));
    }

    @PostMapping("/cases/{number}/withdrawal/retention")
    @ApiResponse(responseCode = "200", description = "Done")
    @ApiResponse(responseCode = "202", description = "It waits for a second person")
    @Requires(Permission.CASE_CLAIM)
    @Operation(
            operationId = "keepWithdrawn",
            summary = "Record why what was taken back is not erased. The first person's word answers 202 and waits for"
                    + " a second person")
    ResponseEntity<CaseResource> keep(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NoteForm form) {
        return answer(desk.keep(staff, number(number), text(form.text()), edition(ifMatch), key(key)));
    }

    @PostMapping("/cases/{number}/closure")
    @Requires(Permission.CASE_CLOSE)
    @Operation(
            operationId = "closeCase",
            summary = "Close a case. Some ends answer 202 and wait for a second person; some answer 409 until what they"
                    + " ask for is there")
    ResponseEntity<CaseResource> close(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ClosureForm form) {
        return answer(desk.close(
                staff,
                number(number),
                of(Handling.Disposition.class, text(form.disposition())),
                text(form.reason()),
                checks(form.checks()),
                edition(ifMatch),
                key(key)));
    }

    @PostMapping("/cases/{number}/reopening")
    @Requires(Permission.CASE_CLOSE)
    @Operation(operationId = "reopenCase", summary = "Open a closed case again")
    ResponseEntity<CaseResource> reopen(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NoteForm form) {
        return answer(desk.reopen(staff, number(number), text(form.text()), edition(ifMatch), key(key)));
    }

    private static Set<Closing.Check> checks(@Nullable List<String> sent) {
        Set<Closing.Check> checks = EnumSet.noneOf(Closing.Check.class);
        if (sent != null) {
            sent.forEach(one -> checks.add(of(Closing.Check.class, one)));
        }
        return checks;
    }
}
