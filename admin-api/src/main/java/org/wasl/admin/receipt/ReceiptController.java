package org.wasl.admin.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.seal.Bytes;

/** Numbers for callers over HTTP; the console's page asks here too. */
@RestController
@RequestMapping(path = "/api/cases/{number}/receipts", produces = "application/json")
@Tag(name = "Cases")
class ReceiptController {
    private static final int LONGEST_KEY = 100;

    private final ReceiptDesk desk;

    ReceiptController(ReceiptDesk desk) {
        this.desk = desk;
    }

    /**
     * @param key a point of P-256, uncompressed, in base64url: the public half of a pair made for this one answer
     * @param lost that the number given before is lost
     */
    record ReceiptForm(@Nullable String key, @Nullable Boolean lost) {
        @Override
        public String toString() {
            return "ReceiptForm[redacted]";
        }
    }

    /** @param until when nobody waits for it any more */
    record ReceiptAskResource(String id, Instant until) {}

    /** @param sealed the digits for the key that was sent, HPKE base mode, base64url; none while it waits */
    record ReceiptResource(
            State state,
            @Schema(types = {"string", "null"}) @Nullable String sealed) {
        enum State {
            WAITING,
            GIVEN
        }

        @Override
        public String toString() {
            return "ReceiptResource[" + state + ", redacted]";
        }
    }

    @PostMapping
    @Requires(Permission.CALL_ENTER)
    @ApiResponse(responseCode = "202", description = "The bot was asked")
    @Operation(
            operationId = "askReceipt",
            summary =
                    "Ask for a number a caller comes back with. It is sealed to the key sent along; nobody else reads it")
    ResponseEntity<ReceiptAskResource> ask(
            CurrentStaff staff,
            @PathVariable String number,
            @Parameter(required = true) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable
                    String ifMatch,
            @RequestBody ReceiptForm form) {
        long edition = CaseAnswers.edition(ifMatch);
        ReceiptAnswer answer =
                desk.ask(staff, CaseAnswers.number(number), edition, key(form.key()), Boolean.TRUE.equals(form.lost()));
        return switch (answer) {
            case ReceiptAnswer.Asked asked ->
                ResponseEntity.accepted().body(new ReceiptAskResource(asked.id(), asked.until()));
            case ReceiptAnswer.Waiting waiting -> throw new ProblemException(Problem.CONFLICT);
            case ReceiptAnswer.Given given -> throw new ProblemException(Problem.CONFLICT);
            case ReceiptAnswer.Late late -> throw new ProblemException(Problem.NOT_FOUND);
            case ReceiptAnswer.Overtaken overtaken -> throw new ProblemException(Problem.CHANGED);
            case ReceiptAnswer.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    @PostMapping("/{id}/collection")
    @Requires(Permission.CALL_ENTER)
    @ApiResponse(responseCode = "200", description = "Here it is, once; or it has not come yet")
    @Operation(
            operationId = "collectReceipt",
            summary = "Fetch the number that was asked for, sealed. From then on the case is found by it")
    ReceiptResource collect(CurrentStaff staff, @PathVariable String number, @PathVariable String id) {
        return switch (desk.collect(staff, CaseAnswers.number(number), id)) {
            case ReceiptAnswer.Waiting waiting -> new ReceiptResource(ReceiptResource.State.WAITING, null);
            case ReceiptAnswer.Given given ->
                new ReceiptResource(
                        ReceiptResource.State.GIVEN,
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(given.sealed().toArray()));
            case ReceiptAnswer.Asked asked -> throw new ProblemException(Problem.CONFLICT);
            case ReceiptAnswer.Late late -> throw new ProblemException(Problem.NOT_FOUND);
            case ReceiptAnswer.Overtaken overtaken -> throw new ProblemException(Problem.CHANGED);
            case ReceiptAnswer.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    private static Problem problem(ReceiptAnswer.Why why) {
        return switch (why) {
            case MISSING -> Problem.NOT_FOUND;
            case NOT_ALLOWED -> Problem.NOT_ALLOWED;
            case NO_CALL, GIVEN_BEFORE, TOO_MANY -> Problem.CONFLICT;
            case NO_KEY -> Problem.UNREADABLE;
            case AWAY -> Problem.UNAVAILABLE;
        };
    }

    private static Bytes key(@Nullable String sent) {
        if (sent == null || sent.length() > LONGEST_KEY) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        try {
            return Bytes.copyOf(Base64.getUrlDecoder().decode(sent));
        } catch (IllegalArgumentException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}
