package org.wasl.admin.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Shift handover over HTTP. */
@RestController
@RequestMapping(path = "/api/handovers", produces = "application/json")
@Tag(name = "Handovers")
class HandoverController {
    private static final int LONGEST_KEY = 100;
    private static final int MOST = 500;

    private final HandoverDesk desk;

    HandoverController(HandoverDesk desk) {
        this.desk = desk;
    }

    /** What the caller would hand over now, and which urgent cases have to be taken first. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HandoverDraftResource(
            List<HandoverLineResource> lines,
            int elsewhere,
            int leftOut,
            List<String> claims,
            List<String> blocking,
            int blockingElsewhere) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HandoverLineResource(
            String number,

            @Schema(allowableValues = {"L1", "L2", "L3", "L4", "L5"})
            String level,

            List<Topic> topics,
            @Nullable Instant due) {
        static HandoverLineResource of(Handover.Line line) {
            return new HandoverLineResource(line.number().value(), line.level().wire(), line.topics(), line.due());
        }
    }

    record HandoversResource(List<HandoverResource> handovers) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HandoverResource(
            String id,
            long edition,
            Handover.State state,
            String fromId,
            String toId,
            Instant signed,
            List<HandoverLineResource> lines,
            int elsewhere,
            int leftOut,
            int erased,
            String notes,
            List<String> claims,
            List<String> blocking,
            int blockingElsewhere,
            @Nullable HandoverAcceptanceResource acceptance) {
        static HandoverResource of(HandoverView view) {
            Handover handover = view.handover();
            return new HandoverResource(
                    view.id(),
                    view.edition(),
                    handover.state(),
                    handover.from().id().value(),
                    handover.to().id().value(),
                    handover.signed(),
                    view.lines().stream().map(HandoverLineResource::of).toList(),
                    view.elsewhere(),
                    handover.leftOut(),
                    handover.gone().size(),
                    handover.notes(),
                    values(view.claims()),
                    view.blocking(),
                    view.blockingElsewhere(),
                    HandoverAcceptanceResource.of(view));
        }

        @Override
        public String toString() {
            return "HandoverResource[" + id + ", redacted]";
        }
    }

    record HandoverAcceptanceResource(Instant at, List<String> passed, List<String> kept, String hash, boolean whole) {
        static @Nullable HandoverAcceptanceResource of(HandoverView view) {
            Handover.Acceptance accepted = view.handover().acceptance();
            return accepted == null
                    ? null
                    : new HandoverAcceptanceResource(
                            accepted.at(), values(view.passed()), values(view.kept()), accepted.hash(), view.whole());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HandoverForm(
            @Nullable String toId,
            @Nullable String notes,
            @Nullable List<String> claims) {
        @Override
        public String toString() {
            return "HandoverForm[redacted]";
        }
    }

    record HandoverAcceptanceForm(@Nullable List<String> claims) {}

    @GetMapping("/draft")
    @Requires(Permission.HANDOVER)
    @Operation(operationId = "draftHandover", summary = "What the caller would hand over now, and what blocks it")
    HandoverDraftResource draft(CurrentStaff staff) {
        return desk.draft(staff)
                .map(draft -> new HandoverDraftResource(
                        draft.lines().stream().map(HandoverLineResource::of).toList(),
                        draft.elsewhere(),
                        draft.leftOut(),
                        values(draft.claims()),
                        draft.blocking(),
                        draft.blockingElsewhere()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_ALLOWED));
    }

    @GetMapping
    @Requires(Permission.HANDOVER)
    @Operation(operationId = "listHandovers", summary = "The latest handovers the caller gave, took or supervises")
    HandoversResource all(CurrentStaff staff) {
        return new HandoversResource(
                desk.latest(staff).stream().map(HandoverResource::of).toList());
    }

    @PostMapping
    @Requires(Permission.HANDOVER)
    @Operation(
            operationId = "signHandover",
            summary = "Sign the shift over. Refused while an urgent case waits for somebody to take it")
    ResponseEntity<HandoverResource> sign(
            CurrentStaff staff,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody HandoverForm form) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        String notes = form.notes();
        return answer(desk.sign(staff, staffId(form.toId()), notes == null ? "" : notes, numbers(form.claims()), key));
    }

    @GetMapping("/{id}")
    @Requires(Permission.HANDOVER)
    @Operation(operationId = "readHandover", summary = "A handover, for those who signed it and who supervise shifts")
    ResponseEntity<HandoverResource> read(CurrentStaff staff, @PathVariable String id) {
        return answer(desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    @PutMapping("/{id}/acceptance")
    @Requires(Permission.HANDOVER)
    @Operation(
            operationId = "acceptHandover",
            summary = "Take the shift over, with the claims named. It is frozen then")
    ResponseEntity<HandoverResource> accept(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HandoverAcceptanceForm form) {
        return answer(desk.accept(
                staff, id, numbers(form.claims()), EntityTag.required(ifMatch).version()));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.HANDOVER)
    @Operation(operationId = "takeBackHandover", summary = "Take one's own signature back, as long as nobody accepted")
    ResponseEntity<HandoverResource> takeBack(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(desk.takeBack(staff, id, EntityTag.required(ifMatch).version()));
    }

    private static ResponseEntity<HandoverResource> answer(HandoverChange change) {
        return switch (change) {
            case HandoverChange.Done done -> answer(done.view());
            case HandoverChange.Waiting waiting -> answer(waiting.view());
            case HandoverChange.Blocked _ -> throw new ProblemException(Problem.CONFLICT);
            case HandoverChange.Overtaken _ -> throw new ProblemException(Problem.CHANGED);
            case HandoverChange.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case HandoverChange.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    private static ResponseEntity<HandoverResource> answer(HandoverView view) {
        return ResponseEntity.ok().eTag(new EntityTag(view.edition()).header()).body(HandoverResource.of(view));
    }

    static Problem problem(HandoverChange.Why why) {
        return switch (why) {
            case NOT_ALLOWED, NOT_YOURS -> Problem.NOT_ALLOWED;
            case OVER, NOT_ON_DUTY -> Problem.CONFLICT;
            case UNKNOWN_STAFF, YOURSELF -> Problem.UNREADABLE;
            case TOO_LONG -> Problem.TOO_LARGE;
        };
    }

    static StaffId staffId(@Nullable String sent) {
        if (sent == null || !sent.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new StaffId(sent);
    }

    static Set<CaseNumber> numbers(@Nullable List<String> sent) {
        Set<CaseNumber> numbers = new LinkedHashSet<>();
        List<String> all = sent == null ? List.of() : sent;
        if (all.size() > MOST) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        for (String one : all) {
            numbers.add(CaseNumber.read(one).orElseThrow(() -> new ProblemException(Problem.UNREADABLE)));
        }
        return numbers;
    }

    private static List<String> values(List<CaseNumber> numbers) {
        return numbers.stream().map(CaseNumber::value).toList();
    }
}
