package org.wasl.admin.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.Referral;
import org.wasl.admin.web.ConfirmationForm;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.admin.web.ReasonForm;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Consents taken by staff, and referrals of a case, over HTTP. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = "application/json")
@Tag(name = "Referrals")
class ReferralController {
    private final ReferralDesk desk;
    private final OutsideReader reader;

    ReferralController(ReferralDesk desk, OutsideReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ConsentForm(
            @Nullable String scope,
            @Nullable Boolean granted,
            @Nullable String textVersion,
            @Nullable String locale,
            @Nullable String channel) {}

    /** @param ground on which it goes without consent, with its reason; left out where it rests on one */
    record ReferralForm(
            @Nullable String partner,
            @Nullable String asked,
            Basis.@Nullable Ground ground,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "ReferralForm[redacted]";
        }
    }

    record ReferralAnswerForm(
            Referral.@Nullable State outcome, @Nullable String said) {
        @Override
        public String toString() {
            return "ReferralAnswerForm[redacted]";
        }
    }

    @GetMapping("/outside")
    @Requires(Permission.CASE_READ)
    @Operation(
            operationId = "readOutside",
            summary = "What a case says of its way to others, and the partners that fit it, with reasons")
    ResponseEntity<OutsideResource> read(CurrentStaff staff, @PathVariable String number) {
        var held = reader.read(staff, CaseAnswers.number(number));
        return ResponseEntity.ok().eTag(new EntityTag(held.edition()).header()).body(reader.resource(held));
    }

    @PostMapping("/consents")
    @Requires(Permission.CASE_REPLY)
    @Operation(
            operationId = "recordConsent",
            summary =
                    "Write down what the person said when they were asked. A refusal withdraws at once what rests on it")
    ResponseEntity<OutsideResource> consent(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ConsentForm form) {
        return answer(desk.recordConsent(
                staff,
                CaseAnswers.number(number),
                asked(form.scope(), form.granted(), form.textVersion(), form.locale(), form.channel()),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @PostMapping("/referrals")
    @Requires(Permission.REFER)
    @Operation(
            operationId = "proposeReferral",
            summary = "Propose a referral; nothing leaves with that. Refused without a consent that stands, unless one"
                    + " of the two grounds holds, which waits for a second person")
    ResponseEntity<OutsideResource> propose(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ReferralForm form) {
        return answer(desk.propose(
                staff,
                CaseAnswers.number(number),
                CaseAnswers.text(form.partner()),
                CaseAnswers.text(form.asked()),
                overriding(form.ground(), form.reason()),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @PostMapping("/referrals/{id}/confirmation")
    @Requires(Permission.REFER)
    @Operation(operationId = "confirmReferral", summary = "The second person's word on a referral without consent")
    ResponseEntity<OutsideResource> confirm(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ConfirmationForm form) {
        if (form.agreed() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(desk.confirm(
                staff,
                CaseAnswers.number(number),
                id,
                form.agreed(),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @PostMapping("/referrals/{id}/dispatch")
    @Requires(Permission.REFER)
    @Operation(
            operationId = "sendReferral",
            summary = "The partner was asked; from now on an answer is due. Asked again after no answer")
    ResponseEntity<OutsideResource> sent(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key) {
        return answer(
                desk.send(staff, CaseAnswers.number(number), id, CaseAnswers.edition(ifMatch), CaseAnswers.key(key)));
    }

    @PostMapping("/referrals/{id}/answer")
    @Requires(Permission.REFER)
    @Operation(operationId = "recordReferralAnswer", summary = "What the partner said, or what came of it")
    ResponseEntity<OutsideResource> answered(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ReferralAnswerForm form) {
        if (form.outcome() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(desk.answered(
                staff,
                CaseAnswers.number(number),
                id,
                form.outcome(),
                form.said() == null ? "" : form.said(),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @PostMapping("/referrals/{id}/withdrawal")
    @Requires(Permission.REFER)
    @Operation(operationId = "withdrawReferral", summary = "Take a referral back. Who was asked has to be told")
    ResponseEntity<OutsideResource> withdraw(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody ReasonForm form) {
        return answer(desk.withdraw(
                staff,
                CaseAnswers.number(number),
                id,
                CaseAnswers.text(form.reason()),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @PostMapping("/referrals/{id}/notice")
    @Requires(Permission.REFER)
    @Operation(
            operationId = "recordPartnerNotice",
            summary = "The partner was told that the person no longer agrees, and asked to delete what they have")
    ResponseEntity<OutsideResource> told(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key) {
        return answer(
                desk.told(staff, CaseAnswers.number(number), id, CaseAnswers.edition(ifMatch), CaseAnswers.key(key)));
    }

    static ReferralDesk.Asked asked(
            @Nullable String scope,
            @Nullable Boolean granted,
            @Nullable String textVersion,
            @Nullable String locale,
            @Nullable String channel) {
        if (granted == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        try {
            return new ReferralDesk.Asked(
                    CaseAnswers.text(scope),
                    granted,
                    CaseAnswers.text(textVersion),
                    CaseAnswers.text(locale),
                    CaseAnswers.text(channel));
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    static @Nullable Overriding overriding(Basis.@Nullable Ground ground, @Nullable String reason) {
        return ground == null ? null : new Overriding(ground, reason == null ? "" : reason);
    }

    private ResponseEntity<OutsideResource> answer(CaseChange change) {
        var held = OutsideReader.decided(change);
        HttpStatus status = change instanceof CaseChange.WaitsForSecond ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .eTag(new EntityTag(held.edition()).header())
                .body(reader.resource(held));
    }
}
