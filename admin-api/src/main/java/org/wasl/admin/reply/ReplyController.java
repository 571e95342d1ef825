package org.wasl.admin.reply;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.intake.IntakeId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Replies over HTTP. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = "application/json")
@Tag(name = "Replies")
class ReplyController {
    private final ReplyDesk desk;
    private final CaseDesk cases;

    ReplyController(ReplyDesk desk, CaseDesk cases) {
        this.desk = desk;
        this.cases = cases;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ReplyForm(@Nullable String text, @Nullable String intakeId) {
        @Override
        public String toString() {
            return "ReplyForm[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record WrittenReplyResource(String replyId, DeskReply.State state, Instant at, long edition) {}

    record TakeOverResource(@Nullable Instant until) {}

    @PostMapping("/replies")
    @ApiResponse(responseCode = "200", description = "It was written before, under the same key")
    @ApiResponse(responseCode = "201", description = "Written")
    @Requires(Permission.CASE_REPLY)
    @Operation(
            operationId = "writeReply",
            summary = "Write to the citizen. The same Idempotency-Key never writes a second reply",
            description = "Where nobody may write now, nothing is kept and the problem is urn:wasl:problem:unreachable;"
                    + " the reach told by reply-texts says why, and from when one may. A report that has just come in"
                    + " may have no mailbox for some seconds.")
    ResponseEntity<WrittenReplyResource> write(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ReplyForm form) {
        String text = form.text();
        if (text == null || key == null || key.isBlank() || key.length() > 100) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        long edition = EntityTag.required(ifMatch).version();
        return switch (desk.write(staff, number(number), report(form.intakeId()), text, edition, key)) {
            case ReplyOutcome.Written written ->
                ResponseEntity.status(written.again() ? HttpStatus.OK : HttpStatus.CREATED)
                        .eTag(new EntityTag(written.edition()).header())
                        .body(new WrittenReplyResource(
                                written.reply().replyId(),
                                written.reply().state(),
                                written.reply().at(),
                                written.edition()));
            case ReplyOutcome.Unreachable unreachable -> throw new ProblemException(Problem.UNREACHABLE);
            case ReplyOutcome.Held held -> throw new ProblemException(Problem.CONFLICT);
            case ReplyOutcome.Overtaken overtaken -> throw new ProblemException(Problem.CHANGED);
            case ReplyOutcome.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case ReplyOutcome.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    record CheckResource(List<CareWarning> warnings) {}

    /** What one has to see before writing, for each person of the case. */
    record ReplyTextsResource(List<ReportTextsResource> reports) {
        @Override
        public String toString() {
            return "ReplyTextsResource[redacted]";
        }
    }

    /**
     * One report's.
     *
     * @param reach whether one may write now, and what would become of it
     * @param opens when the next window opens that the person chose; {@code null} where none has to
     * @param codeWord the word agreed on with the person; {@code null} for none
     * @param opener the reviewed first message in the person's language
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ReportTextsResource(
            String intakeId,
            String locale,
            Reach.State reach,
            @Nullable Instant opens,
            @Nullable String codeWord,
            String opener,
            List<ReviewedTextResource> reviewed) {
        @Override
        public String toString() {
            return "ReportTextsResource[redacted]";
        }
    }

    record ReviewedTextResource(String name, String text) {
        @Override
        public String toString() {
            return "ReviewedTextResource[" + name + "]";
        }
    }

    @GetMapping("/reply-texts")
    @Requires(Permission.CASE_REPLY)
    @Operation(
            operationId = "readReplyTexts",
            summary = "What one has to see before writing: the safe window, the agreed word, the reviewed texts in the"
                    + " person's language. A reading of the case")
    ReplyTextsResource texts(CurrentStaff staff, @PathVariable String number) {
        return switch (cases.open(staff, number(number))) {
            case CaseReading.Opened opened ->
                new ReplyTextsResource(opened.view().held().reports().stream()
                        .map(report -> texts(opened.view().held(), report))
                        .toList());
            case CaseReading.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed closed -> throw new ProblemException(Problem.NOT_ALLOWED);
            case CaseReading.NotAuditable shut -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    private ReportTextsResource texts(Case held, CaseReport report) {
        Reach reach = desk.reach(held, report);
        return new ReportTextsResource(
                report.id().value(),
                report.locale(),
                reach.state(),
                reach.opens(),
                report.codeWord(),
                desk.firstMessage(report),
                desk.reviewed(report).entrySet().stream()
                        .map(text -> new ReviewedTextResource(text.getKey(), text.getValue()))
                        .toList());
    }

    @PostMapping("/reply-checks")
    @Requires(Permission.CASE_REPLY)
    @Operation(summary = "What to look at before this reply is sent. Keeps nothing")
    CheckResource check(CurrentStaff staff, @PathVariable String number, @RequestBody ReplyForm form) {
        String text = form.text();
        if (text == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new CheckResource(desk.care(staff, number(number), report(form.intakeId()), text));
    }

    @PutMapping("/take-over")
    @Requires(Permission.CASE_REPLY)
    @Operation(operationId = "takeOver", summary = "Speak in the chat oneself, or keep doing so")
    TakeOverResource takeOver(CurrentStaff staff, @PathVariable String number) {
        return answer(desk.takeOver(staff, number(number)));
    }

    @DeleteMapping("/take-over")
    @Requires(Permission.CASE_REPLY)
    @Operation(operationId = "handBack", summary = "Let the bot go on")
    TakeOverResource handBack(CurrentStaff staff, @PathVariable String number) {
        return answer(desk.handBack(staff, number(number)));
    }

    private static TakeOverResource answer(TakeOverOutcome outcome) {
        return switch (outcome) {
            case TakeOverOutcome.Speaking speaking -> new TakeOverResource(speaking.until());
            case TakeOverOutcome.HandedBack back -> new TakeOverResource(null);
            case TakeOverOutcome.NoChat none -> throw new ProblemException(Problem.CONFLICT);
            case TakeOverOutcome.Taken taken -> throw new ProblemException(Problem.CONFLICT);
            case TakeOverOutcome.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case TakeOverOutcome.Refused refused -> throw new ProblemException(Problem.NOT_ALLOWED);
        };
    }

    private static Problem problem(ReplyOutcome.Why why) {
        return switch (why) {
            case NOT_ALLOWED, NOT_YOURS -> Problem.NOT_ALLOWED;
            case CLAIM_FIRST, TOO_MANY, KEY_REUSED, WISH_NOT_MET -> Problem.CONFLICT;
            case EMPTY, NO_SUCH_REPORT -> Problem.UNREADABLE;
            case TOO_LONG -> Problem.TOO_LARGE;
        };
    }

    private static CaseNumber number(String typed) {
        return CaseNumber.read(typed).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static @Nullable IntakeId report(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        if (!sent.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new IntakeId(sent);
    }
}
