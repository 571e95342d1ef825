package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Joining and linking cases over HTTP. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = "application/json")
@Tag(name = "Cases")
class MergeController {
    private final MergeDesk desk;

    MergeController(MergeDesk desk) {
        this.desk = desk;
    }

    record OtherForm(@Nullable String number, @Nullable String reason) {
        @Override
        public String toString() {
            return "OtherForm[redacted]";
        }
    }

    @PostMapping("/merger")
    @Requires(Permission.CASE_MERGE)
    @Operation(
            summary = "Let a case go on in another. Documents and mailboxes stay apart; its next word brings it back")
    ResponseEntity<CaseResource> merge(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody OtherForm form) {
        return CaseAnswers.answer(desk.merge(
                staff,
                CaseAnswers.number(number),
                CaseAnswers.number(CaseAnswers.text(form.number())),
                CaseAnswers.text(form.reason()),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @PostMapping("/links")
    @Requires(Permission.CASE_MERGE)
    @Operation(summary = "Link a searcher's case with that of the person searched for. Known to supervisors only")
    ResponseEntity<CaseResource> link(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OtherForm form) {
        return CaseAnswers.answer(desk.link(
                staff,
                CaseAnswers.number(number),
                CaseAnswers.number(CaseAnswers.text(form.number())),
                CaseAnswers.text(form.reason()),
                CaseAnswers.edition(ifMatch)));
    }
}
