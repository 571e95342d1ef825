package org.wasl.admin.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Keeping, destroying and its proof over HTTP. */
@RestController
@RequestMapping(path = "/api/retention", produces = "application/json")
@Tag(name = "Retention")
class RetentionController {
    private static final int MOST = 100;

    private final ListDesk lists;
    private final RequestDesk requests;
    private final ProofDesk proofs;
    private final RetentionPlan plan;
    private final RetentionSweep sweep;

    RetentionController(
            ListDesk lists, RequestDesk requests, ProofDesk proofs, RetentionPlan plan, RetentionSweep sweep) {
        this.lists = lists;
        this.requests = requests;
        this.proofs = proofs;
        this.plan = plan;
        this.sweep = sweep;
    }

    record DestructionDecisionForm(
            @Nullable Boolean agreed, @Nullable String reason) {
        @Override
        public String toString() {
            return "DestructionDecisionForm[redacted]";
        }
    }

    @GetMapping("/classes")
    @Requires(Permission.RETENTION)
    @Operation(
            operationId = "readRetentionClasses",
            summary = "How long closed cases are kept, by class, and where each figure is from")
    RetentionView.KeepingsResource classes() {
        return new RetentionView.KeepingsResource(
                plan.rules().stream().map(RetentionView.KeepingResource::of).toList());
    }

    @GetMapping("/lists")
    @Requires(Permission.RETENTION)
    @Operation(
            operationId = "readDestructionLists",
            summary = "The lists of cases whose day has come, newest first, without their cases")
    RetentionView.DestructionListsResource lists(CurrentStaff staff) {
        return new RetentionView.DestructionListsResource(lists.latest(staff, MOST).stream()
                .map(one -> RetentionView.DestructionListResource.of(one, staff, false))
                .toList());
    }

    @GetMapping("/lists/{id}")
    @Requires(Permission.RETENTION)
    @Operation(operationId = "readDestructionList", summary = "One list with its cases and how far each is")
    ResponseEntity<RetentionView.DestructionListResource> list(CurrentStaff staff, @PathVariable String id) {
        return answer(staff, id);
    }

    @PostMapping("/lists/{id}/decision")
    @Requires(Permission.RETENTION_CONFIRM)
    @Operation(
            operationId = "settleDestructionList",
            summary = "Agree to destroy what is on it, or refuse. It takes two people who read the same edition")
    ResponseEntity<RetentionView.DestructionListResource> settle(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DestructionDecisionForm form) {
        boolean done = Answers.done(lists.settle(
                staff,
                Answers.list(id),
                Answers.yes(form.agreed()),
                Answers.text(form.reason()),
                Answers.version(ifMatch)));
        if (done) {
            sweep.soon();
        }
        return answer(staff, id);
    }

    @GetMapping("/lists/{id}/record")
    @Requires(Permission.RETENTION)
    @Operation(
            operationId = "readDestructionRecord",
            summary = "The sealed record of what was destroyed: counts, names of keys, what was found left over")
    RetentionView.DestructionRecordResource record(CurrentStaff staff, @PathVariable String id) {
        return lists.read(staff, Answers.list(id))
                .map(held -> held.list().record())
                .map(made -> RetentionView.DestructionRecordResource.of(made, staff))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    @GetMapping("/lists/{id}/verification")
    @Requires(Permission.RETENTION)
    @Operation(
            operationId = "readDestructionVerification",
            summary = "Try to open every case a list destroyed, and look whether the record is as it was sealed")
    RetentionView.ProofResource verify(CurrentStaff staff, @PathVariable String id) {
        return proofs.verify(staff, Answers.list(id))
                .map(RetentionView.ProofResource::of)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    @GetMapping("/orphans")
    @Requires(Permission.RETENTION)
    @Operation(
            operationId = "readOrphans",
            summary = "What the last walk through the store found that belongs to no case, on the node that answers")
    RetentionView.OrphansResource orphans() {
        return RetentionView.OrphansResource.of(proofs.latest().orElse(null), proofs.walking());
    }

    @PostMapping("/orphans")
    @Requires(Permission.RETENTION)
    @Operation(operationId = "lookForOrphans", summary = "Begin such a walk, unless one is under way")
    ResponseEntity<RetentionView.OrphansResource> look(
            CurrentStaff staff, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Answers.key(key);
        proofs.look(staff);
        return ResponseEntity.accepted().body(orphans());
    }

    @GetMapping("/erase-requests")
    @Requires(Permission.RETENTION)
    @Operation(
            operationId = "readEraseRequests",
            summary = "What people took back, newest first: erased, or not and why. Nothing of what was in a case")
    RetentionView.EraseRequestsResource requests(CurrentStaff staff) {
        return new RetentionView.EraseRequestsResource(requests.latest(staff, MOST).stream()
                .map(RetentionView.EraseRequestResource::of)
                .toList());
    }

    @GetMapping("/erase-requests/{number}")
    @Requires(Permission.RETENTION)
    @Operation(
            operationId = "exportEraseRequest",
            summary = "One of them, to be given to the person or an authority. That it was taken out is on the chain")
    RetentionView.EraseRequestResource request(CurrentStaff staff, @PathVariable String number) {
        return requests.export(staff, Answers.number(number))
                .map(RetentionView.EraseRequestResource::of)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private ResponseEntity<RetentionView.DestructionListResource> answer(CurrentStaff staff, String id) {
        ListDesk.Held held =
                lists.read(staff, Answers.list(id)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return ResponseEntity.ok()
                .eTag(new EntityTag(held.version()).header())
                .body(RetentionView.DestructionListResource.of(held, staff, true));
    }
}
