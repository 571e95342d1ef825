package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Cases on paper, for programs and pages alike: what is printed is recorded first. */
@RestController
@RequestMapping(path = "/api/cases/{number}/prints", produces = "application/json")
@Tag(name = "Cases")
class PrintController {
    private final PrintDesk desk;

    PrintController(PrintDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Requires(Permission.CASE_READ)
    @Operation(
            operationId = "recordPrint",
            summary = "Record that a case goes onto paper, before it does. The same Idempotency-Key is the same sheet")
    ResponseEntity<CaseResource> print(
            CurrentStaff staff,
            @PathVariable String number,
            @Parameter(required = true) @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key) {
        if (key == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return CaseAnswers.answer(desk.print(staff, CaseAnswers.number(number), CaseAnswers.key(key)));
    }
}
