package org.wasl.admin.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** Legal holds over HTTP. A hold's version stands in the list of holds. */
@RestController
@RequestMapping(path = "/api/retention/holds", produces = "application/json")
@Tag(name = "Retention")
class HoldController {
    private final HoldDesk holds;

    HoldController(HoldDesk holds) {
        this.holds = holds;
    }

    record HoldForm(
            @Nullable String number,
            @Nullable String reason,
            @Nullable String review) {
        @Override
        public String toString() {
            return "HoldForm[redacted]";
        }
    }

    record HoldDecisionForm(@Nullable Boolean agreed) {}

    record HoldLiftForm(@Nullable String reason) {
        @Override
        public String toString() {
            return "HoldLiftForm[redacted]";
        }
    }

    record HoldReviewForm(@Nullable String review) {}

    @GetMapping
    @Requires(Permission.RETENTION)
    @Operation(
            operationId = "readHolds",
            summary = "Cases that must not be destroyed, and wishes for that, the next review first")
    RetentionView.HoldsResource all(CurrentStaff staff) {
        return new RetentionView.HoldsResource(
                holds.all(staff).stream().map(RetentionView.HoldResource::of).toList());
    }

    @PostMapping
    @Requires(Permission.LEGAL_HOLD)
    @Operation(
            operationId = "askForHold",
            summary = "Ask that a case is not destroyed. It stands once somebody else agreed, and stops nothing else")
    ResponseEntity<RetentionView.HoldsResource> ask(
            CurrentStaff staff,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody HoldForm form) {
        Answers.key(key);
        return answer(
                staff,
                holds.ask(
                        staff, Answers.number(form.number()), Answers.text(form.reason()), Answers.day(form.review())));
    }

    @PostMapping("/{number}/decision")
    @Requires(Permission.LEGAL_HOLD)
    @Operation(operationId = "settleHold", summary = "The second person's word on such a wish")
    ResponseEntity<RetentionView.HoldsResource> settle(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoldDecisionForm form) {
        return answer(
                staff,
                holds.settle(staff, Answers.number(number), Answers.yes(form.agreed()), Answers.version(ifMatch)));
    }

    @PostMapping("/{number}/lift")
    @Requires(Permission.LEGAL_HOLD)
    @Operation(operationId = "askToLiftHold", summary = "Ask that a case may be destroyed again")
    ResponseEntity<RetentionView.HoldsResource> lift(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoldLiftForm form) {
        return answer(
                staff,
                holds.askLift(staff, Answers.number(number), Answers.text(form.reason()), Answers.version(ifMatch)));
    }

    @PostMapping("/{number}/lift/decision")
    @Requires(Permission.LEGAL_HOLD)
    @Operation(operationId = "settleHoldLift", summary = "The second person's word on that")
    ResponseEntity<RetentionView.HoldsResource> settleLift(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoldDecisionForm form) {
        return answer(
                staff,
                holds.settleLift(staff, Answers.number(number), Answers.yes(form.agreed()), Answers.version(ifMatch)));
    }

    @PutMapping("/{number}/review")
    @Requires(Permission.LEGAL_HOLD)
    @Operation(operationId = "setHoldReview", summary = "It was looked at and is still needed, until this day")
    ResponseEntity<RetentionView.HoldsResource> review(
            CurrentStaff staff,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoldReviewForm form) {
        return answer(
                staff,
                holds.review(staff, Answers.number(number), Answers.day(form.review()), Answers.version(ifMatch)));
    }

    private ResponseEntity<RetentionView.HoldsResource> answer(CurrentStaff staff, Answer answer) {
        HttpStatus status = Answers.done(answer) ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).body(all(staff));
    }
}
