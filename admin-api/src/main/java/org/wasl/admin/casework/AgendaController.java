package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.admin.web.ReasonForm;

/** What is to come on a case, over HTTP. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = "application/json")
@Tag(name = "Cases")
class AgendaController {
    private final AgendaDesk agenda;
    private final ParkDesk parking;

    AgendaController(AgendaDesk agenda, ParkDesk parking) {
        this.agenda = agenda;
        this.parking = parking;
    }

    record NextForm(
            @Schema(implementation = NextAction.What.class) @Nullable
            String what,

            @Nullable Instant due) {}

    record ResultForm(
            @Schema(implementation = FollowUp.Result.class) @Nullable
            String result) {}

    @PutMapping("/next-action")
    @Requires(Permission.CASE_CLAIM)
    @Operation(
            operationId = "planNextAction",
            summary = "Set what is done next and by when. The clocks of the level run on beside it")
    ResponseEntity<CaseResource> plan(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NextForm form) {
        if (form.due() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return CaseAnswers.answer(agenda.plan(
                staff,
                CaseAnswers.number(number),
                CaseAnswers.of(NextAction.What.class, CaseAnswers.text(form.what())),
                form.due(),
                CaseAnswers.edition(ifMatch)));
    }

    @PutMapping("/parking")
    @Requires(Permission.CASE_PARK)
    @Operation(
            operationId = "parkCase",
            summary =
                    "Put an urgent case aside for an hour that looks not real. Its level stays, its ladder ends at the"
                            + " supervisors, and the person's next word brings it back")
    ResponseEntity<CaseResource> park(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ReasonForm form) {
        return CaseAnswers.answer(parking.park(
                staff,
                CaseAnswers.number(number),
                CaseAnswers.text(form.reason()),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @DeleteMapping("/parking")
    @Requires(Permission.CASE_CLAIM)
    @Operation(operationId = "unparkCase", summary = "Take a case back on top that was put aside")
    ResponseEntity<CaseResource> unpark(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return CaseAnswers.answer(parking.unpark(staff, CaseAnswers.number(number), CaseAnswers.edition(ifMatch)));
    }

    @PostMapping("/follow-ups")
    @Requires(Permission.CASE_CLAIM)
    @Operation(operationId = "recordFollowUp", summary = "Record what the follow-up that is due found")
    ResponseEntity<CaseResource> followedUp(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ResultForm form) {
        return CaseAnswers.answer(agenda.followedUp(
                staff,
                CaseAnswers.number(number),
                CaseAnswers.of(FollowUp.Result.class, CaseAnswers.text(form.result())),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }
}
