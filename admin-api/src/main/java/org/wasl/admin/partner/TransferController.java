package org.wasl.admin.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.Transfer;
import org.wasl.admin.web.ConfirmationForm;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.admin.web.ReasonForm;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Offers of cases between units, over HTTP. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Transfers")
class TransferController {
    private final TransferDesk desk;
    private final OutsideReader reader;

    TransferController(TransferDesk desk, OutsideReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /** @param ground on which it leaves its territory without consent, with {@code why}; left out otherwise */
    record TransferForm(
            @Nullable Governorate to,
            @Nullable String unit,
            @Nullable String reason,
            Basis.@Nullable Ground ground,
            @Nullable String why) {
        @Override
        public String toString() {
            return "TransferForm[redacted]";
        }
    }

    record OffersResource(List<OfferedCaseResource> offers) {}

    /** What the other unit is told before it takes a case: nothing of what happened. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OfferedCaseResource(
            String number,

            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String level,

            String language,
            @Nullable String preferredOfficer,
            Governorate to,
            String unit,
            String reason,
            Instant at,
            Instant answerBy) {
        static OfferedCaseResource of(HotCase held, Transfer offer) {
            return new OfferedCaseResource(
                    held.number().value(),
                    held.level().wire(),
                    held.card().spoken(),
                    held.card().preferredOfficer(),
                    offer.to(),
                    offer.unit(),
                    offer.reason(),
                    offer.at(),
                    offer.answerBy());
        }

        @Override
        public String toString() {
            return "OfferedCaseResource[" + number + ", redacted]";
        }
    }

    @GetMapping("/transfers")
    @Requires(Permission.CASE_CLAIM)
    @Operation(operationId = "readTransfers", summary = "The cases offered to the caller's unit")
    OffersResource offers(CurrentStaff staff) {
        return new OffersResource(desk.offers(staff).stream()
                .flatMap(held -> java.util.stream.Stream.ofNullable(held.transfer())
                        .map(offer -> OfferedCaseResource.of(held, offer)))
                .toList());
    }

    @PutMapping("/cases/{number}/transfer")
    @Requires(Permission.CASE_ASSIGN)
    @Operation(
            operationId = "offerTransfer",
            summary = "Offer a case to another unit. Its owner answers for it until somebody there takes it")
    ResponseEntity<OutsideResource> offer(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody TransferForm form) {
        if (form.to() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(desk.offer(
                staff,
                CaseAnswers.number(number),
                to(form.to(), form.unit()),
                CaseAnswers.text(form.reason()),
                ReferralController.overriding(form.ground(), form.why()),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @PostMapping("/cases/{number}/transfer/confirmation")
    @Requires(Permission.CASE_ASSIGN)
    @Operation(operationId = "confirmTransfer", summary = "The second person's word on an offer without consent")
    ResponseEntity<OutsideResource> confirm(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ConfirmationForm form) {
        if (form.agreed() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(desk.confirm(
                staff, CaseAnswers.number(number), form.agreed(), CaseAnswers.edition(ifMatch), CaseAnswers.key(key)));
    }

    @DeleteMapping("/cases/{number}/transfer")
    @Requires(Permission.CASE_ASSIGN)
    @Operation(operationId = "revokeTransfer", summary = "Take the offer back")
    ResponseEntity<OutsideResource> revoke(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key) {
        return answer(
                desk.revoke(staff, CaseAnswers.number(number), CaseAnswers.edition(ifMatch), CaseAnswers.key(key)));
    }

    @PostMapping("/transfers/{number}/acceptance")
    @Requires(Permission.CASE_CLAIM)
    @Operation(
            operationId = "takeTransfer",
            summary = "Take the case for one's own unit. Only an offer that waits can be taken, once")
    ResponseEntity<OutsideResource> accept(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key) {
        return answer(desk.accept(staff, CaseAnswers.number(number), CaseAnswers.key(key)));
    }

    @PostMapping("/transfers/{number}/refusal")
    @Requires(Permission.CASE_CLAIM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "returnTransfer",
            summary = "Say that one's own unit does not take it. Only an offer that waits can be refused, once")
    void refuse(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ReasonForm form) {
        OutsideReader.decided(
                desk.refuse(staff, CaseAnswers.number(number), CaseAnswers.text(form.reason()), CaseAnswers.key(key)));
    }

    static TransferDesk.To to(Governorate place, @Nullable String unit) {
        try {
            return new TransferDesk.To(place, unit == null ? "" : unit.strip());
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    private ResponseEntity<OutsideResource> answer(CaseChange change) {
        var held = OutsideReader.decided(change);
        HttpStatus status = change instanceof CaseChange.WaitsForSecond ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .eTag(new EntityTag(held.edition()).header())
                .body(reader.resource(held));
    }
}
