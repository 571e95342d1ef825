package org.wasl.admin.casework;

import static org.wasl.admin.casework.CaseAnswers.KEY;
import static org.wasl.admin.casework.CaseAnswers.answer;
import static org.wasl.admin.casework.CaseAnswers.edition;
import static org.wasl.admin.casework.CaseAnswers.key;
import static org.wasl.admin.casework.CaseAnswers.number;
import static org.wasl.admin.casework.CaseAnswers.text;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.ConfirmationForm;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.admin.web.ReasonForm;
import org.wasl.triage.report.Category;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Offers, closures that take two, codings and conflicts of interest over HTTP. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = "application/json")
@Tag(name = "Cases")
class DecisionController {
    private static final String IF_MATCH = HttpHeaders.IF_MATCH;
    private static final int MOST_CATEGORIES = 20;

    private final AssignmentDesk assignments;
    private final ClosureDesk closures;
    private final CodingDesk codings;
    private final ConflictDesk conflicts;

    DecisionController(AssignmentDesk assignments, ClosureDesk closures, CodingDesk codings, ConflictDesk conflicts) {
        this.assignments = assignments;
        this.closures = closures;
        this.codings = codings;
        this.conflicts = conflicts;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record CodingForm(
            @Nullable String primary,
            @Nullable List<String> secondary,
            @Nullable String gbvType) {}

    @PostMapping("/offer/acceptance")
    @Requires(Permission.CASE_CLAIM)
    @Operation(summary = "Take what one was given. It is claimed with that")
    ResponseEntity<CaseResource> accept(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(assignments.accept(staff, number(number), edition(ifMatch)));
    }

    @PostMapping("/offer/refusal")
    @Requires(Permission.CASE_CLAIM)
    @Operation(summary = "Decline what one was given: it goes to the next who fits, or is nobody's again")
    ResponseEntity<Void> decline(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ReasonForm form) {
        return gone(assignments.decline(staff, number(number), text(form.reason()), edition(ifMatch), key(key)));
    }

    @DeleteMapping("/owner")
    @Requires(Permission.CASE_CLAIM)
    @Operation(summary = "Give back a case one holds: it is nobody's again and its ladder runs anew")
    ResponseEntity<CaseResource> giveBack(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ReasonForm form) {
        return answer(assignments.giveBack(staff, number(number), text(form.reason()), edition(ifMatch), key(key)));
    }

    @PutMapping("/agreement")
    @Requires(Permission.CASE_CLAIM)
    @Operation(summary = "Record the person's words that somebody else than they wished for may help")
    ResponseEntity<CaseResource> agreed(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ReasonForm form) {
        return answer(assignments.agreed(staff, number(number), text(form.reason()), edition(ifMatch), key(key)));
    }

    @PostMapping("/closure/confirmation")
    @Requires(Permission.LEVEL_LOWER)
    @Operation(summary = "The second person's word on a closure")
    ResponseEntity<CaseResource> confirm(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ConfirmationForm form) {
        if (form.agreed() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(closures.confirm(staff, number(number), form.agreed(), edition(ifMatch), key(key)));
    }

    @PostMapping("/review")
    @Requires(Permission.MEETING)
    @Operation(summary = "Record what the meeting found about a death or a harm")
    ResponseEntity<CaseResource> reviewed(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ReasonForm form) {
        return answer(closures.reviewed(staff, number(number), text(form.reason()), edition(ifMatch), key(key)));
    }

    @PutMapping("/coding")
    @Requires(Permission.CASE_CLAIM)
    @Operation(summary = "Say what a case is about. The machine's reading stays beside it")
    ResponseEntity<CaseResource> code(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CodingForm form) {
        List<String> secondary = form.secondary() == null ? List.of() : form.secondary();
        if (secondary.size() > MOST_CATEGORIES) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        return answer(codings.code(
                staff,
                number(number),
                CaseAnswers.of(Category.class, text(form.primary())),
                secondary.stream()
                        .map(one -> CaseAnswers.of(Category.class, one))
                        .toList(),
                form.gbvType() == null ? null : CaseAnswers.of(Coding.GbvType.class, form.gbvType()),
                edition(ifMatch)));
    }

    @PostMapping("/conflict")
    @Requires(Permission.CASE_READ)
    @Operation(summary = "\"I know a party\": out of the case for good, which goes to somebody else")
    ResponseEntity<Void> knows(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return gone(conflicts.knows(staff, number(number), key(key)));
    }

    /** Done, and nothing of the case is theirs to see any more. */
    private static ResponseEntity<Void> gone(CaseChange change) {
        return change instanceof CaseChange.Done
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(answer(change).getStatusCode()).build();
    }
}
