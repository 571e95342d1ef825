package org.wasl.admin.visit;

import static org.wasl.admin.casework.CaseAnswers.KEY;
import static org.wasl.admin.casework.CaseAnswers.done;
import static org.wasl.admin.casework.CaseAnswers.edition;
import static org.wasl.admin.casework.CaseAnswers.key;
import static org.wasl.admin.casework.CaseAnswers.number;
import static org.wasl.admin.casework.CaseAnswers.of;
import static org.wasl.admin.casework.CaseAnswers.staffId;
import static org.wasl.admin.casework.CaseAnswers.text;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseReading;
import org.wasl.admin.fieldwork.SafetyPlan;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Tasks, the safety plan and the planning of visits over HTTP. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = "application/json")
@Tag(name = "Field work")
class FieldworkController {
    private static final String IF_MATCH = HttpHeaders.IF_MATCH;

    private final CaseDesk cases;
    private final VisitDesk visits;
    private final TaskDesk tasks;

    FieldworkController(CaseDesk cases, VisitDesk visits, TaskDesk tasks) {
        this.cases = cases;
        this.visits = visits;
        this.tasks = tasks;
    }

    record TaskForm(
            @Schema(implementation = Task.Kind.class) @Nullable
            String kind,

            @Nullable String owner,
            @Nullable Instant due,
            @Nullable String words) {
        @Override
        public String toString() {
            return "TaskForm[redacted]";
        }
    }

    record TaskOwnerForm(@Nullable String to, @Nullable Instant due) {
        @Override
        public String toString() {
            return "TaskOwnerForm[redacted]";
        }
    }

    /** Done, or declined with the reason. */
    record TaskResultForm(
            @Nullable Boolean declined, @Nullable String words) {
        @Override
        public String toString() {
            return "TaskResultForm[redacted]";
        }
    }

    record SafetyForm(@Nullable List<PointForm> points) {}

    record PointForm(
            @Schema(implementation = SafetyPlan.Point.class) @Nullable
            String point,

            @Schema(implementation = SafetyPlan.Answer.class) @Nullable
            String answer) {
        @Override
        public String toString() {
            return "PointForm[redacted]";
        }
    }

    record CancellationForm(@Nullable String reason) {
        @Override
        public String toString() {
            return "CancellationForm[redacted]";
        }
    }

    @GetMapping("/fieldwork")
    @Requires(Permission.CASE_READ)
    @Operation(
            operationId = "getFieldwork",
            summary = "Visits, tasks and the safety plan of a case, and what the person agrees to")
    ResponseEntity<FieldworkResource> read(CurrentStaff staff, @PathVariable String number) {
        return switch (cases.open(staff, number(number))) {
            case CaseReading.Opened opened -> answer(opened.view().held());
            case CaseReading.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case CaseReading.Closed closed -> throw new ProblemException(Problem.NOT_ALLOWED);
            case CaseReading.NotAuditable shut -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    @PostMapping("/visits")
    @Requires(Permission.VISIT)
    @Operation(
            operationId = "planVisit",
            summary = "Plan a visit. It needs the person's consent, or a life in danger, and a supervisor's word")
    ResponseEntity<FieldworkResource> plan(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody VisitForm form) {
        return answer(visits.plan(staff, number(number), form.plan(), edition(ifMatch), key(key)));
    }

    @PutMapping("/visits/{id}")
    @Requires(Permission.VISIT)
    @Operation(
            operationId = "changeVisit",
            summary = "Plan a visit otherwise, before anybody set out. It waits for a supervisor's word again")
    ResponseEntity<FieldworkResource> change(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody VisitForm form) {
        return answer(visits.change(staff, number(number), id, form.plan(), edition(ifMatch)));
    }

    @PutMapping("/visits/{id}/approval")
    @Requires({Permission.VISIT, Permission.CASE_ASSIGN})
    @Operation(operationId = "approveVisit", summary = "Let a visit go ahead. Never by one who goes themselves")
    ResponseEntity<FieldworkResource> approve(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(visits.approve(staff, number(number), id, edition(ifMatch)));
    }

    @PutMapping("/visits/{id}/cancellation")
    @Requires(Permission.VISIT)
    @Operation(operationId = "callOffVisit", summary = "Call a visit off that nobody has arrived at")
    ResponseEntity<FieldworkResource> cancel(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CancellationForm form) {
        return answer(visits.cancel(staff, number(number), id, text(form.reason()), edition(ifMatch)));
    }

    @PostMapping("/tasks")
    @Requires(Permission.CASE_NOTE)
    @Operation(operationId = "addTask", summary = "Give somebody a task. They join the case's team with it")
    ResponseEntity<FieldworkResource> task(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody TaskForm form) {
        if (form.due() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(tasks.add(
                staff,
                number(number),
                of(Task.Kind.class, text(form.kind())),
                staffId(form.owner()),
                form.due(),
                VisitForm.words(form.words()),
                edition(ifMatch),
                key(key)));
    }

    @PutMapping("/tasks/{id}/owner")
    @Requires(Permission.CASE_NOTE)
    @Operation(operationId = "giveTask", summary = "Give a task to somebody else, or to another date")
    ResponseEntity<FieldworkResource> give(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TaskOwnerForm form) {
        if (form.due() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(tasks.give(staff, number(number), id, staffId(form.to()), form.due(), edition(ifMatch)));
    }

    @PutMapping("/tasks/{id}/result")
    @Requires(Permission.CASE_NOTE)
    @Operation(operationId = "endTask", summary = "Say that a task is done, or that one cannot, with the reason")
    ResponseEntity<FieldworkResource> result(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TaskResultForm form) {
        String words = VisitForm.words(form.words());
        return answer(
                Boolean.TRUE.equals(form.declined())
                        ? tasks.decline(staff, number(number), id, words, edition(ifMatch))
                        : tasks.done(staff, number(number), id, words, edition(ifMatch)));
    }

    @PutMapping("/safety-plan")
    @Requires(Permission.CASE_NOTE)
    @Operation(
            operationId = "recordSafetyPlan",
            summary = "Record what of the safety plan was gone through with the person. Points, never places or names")
    ResponseEntity<FieldworkResource> safety(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SafetyForm form) {
        Map<SafetyPlan.Point, SafetyPlan.Answer> points = new EnumMap<>(SafetyPlan.Point.class);
        List<PointForm> sent = form.points() == null ? List.of() : form.points();
        if (sent.isEmpty() || sent.size() > SafetyPlan.Point.values().length) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        sent.forEach(one -> points.put(
                of(SafetyPlan.Point.class, text(one.point())), of(SafetyPlan.Answer.class, text(one.answer()))));
        return answer(tasks.planSafety(staff, number(number), points, edition(ifMatch)));
    }

    private static ResponseEntity<FieldworkResource> answer(CaseChange change) {
        return answer(done(change).held());
    }

    private static ResponseEntity<FieldworkResource> answer(Case held) {
        return ResponseEntity.ok().eTag(new EntityTag(held.edition()).header()).body(FieldworkResource.of(held));
    }
}
