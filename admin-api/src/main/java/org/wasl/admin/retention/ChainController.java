package org.wasl.admin.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.audit.ChainHead;
import org.wasl.admin.audit.Finding;
import org.wasl.admin.audit.Verification;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Verifying the audit chains over HTTP. */
@RestController
@RequestMapping(path = "/api/audit", produces = "application/json")
@Tag(name = "Audit")
class ChainController {
    private static final int MOST = 500;

    private final ChainDesk desk;

    ChainController(ChainDesk desk) {
        this.desk = desk;
    }

    record AuditHeadsForm(@Nullable List<String> heads) {}

    record ChainFindingResource(Finding.Kind kind, String chain, long entry) {}

    /** What reading every chain has shown; each head is to be kept outside the desk as it is written here. */
    record AuditVerificationResource(
            Instant at,
            boolean intact,
            long entries,
            long compared,
            List<String> heads,
            List<ChainFindingResource> findings) {
        static AuditVerificationResource of(Verification read) {
            return new AuditVerificationResource(
                    read.at(),
                    read.intact(),
                    read.entries(),
                    read.compared(),
                    read.heads().stream().map(ChainHead::value).toList(),
                    read.findings().stream()
                            .map(one -> new ChainFindingResource(
                                    one.kind(), one.chain().value(), one.sequence()))
                            .toList());
        }
    }

    @GetMapping("/heads")
    @Requires(Permission.AUDIT_VERIFY)
    @Operation(
            operationId = "readAuditHeads",
            summary = "How far each audit chain goes, to be kept where nobody of the desk can change it")
    AuditVerificationResource heads(CurrentStaff staff) {
        return AuditVerificationResource.of(desk.heads(staff));
    }

    @PostMapping("/verifications")
    @Requires(Permission.AUDIT_VERIFY)
    @Operation(
            operationId = "verifyAudit",
            summary = "Read every chain from its first entry to its last, against heads that were kept elsewhere")
    AuditVerificationResource verify(
            CurrentStaff staff,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody AuditHeadsForm form) {
        Answers.key(key);
        List<String> lines = form.heads() == null ? List.of() : form.heads();
        return AuditVerificationResource.of(desk.verify(staff, heads(lines)));
    }

    @GetMapping(
            path = "/chains",
            produces = {"application/x-ndjson", "application/problem+json"})
    @Requires(Permission.AUDIT_READ)
    @ApiResponse(
            responseCode = "200",
            description = "A JSON document a line: every chain and every entry",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")))
    @Operation(operationId = "exportAuditChains", summary = "The chains themselves, to verify elsewhere. Recorded")
    void export(CurrentStaff staff, HttpServletResponse response) throws IOException {
        write(desk, staff, response);
    }

    /** Every chain as a file. The refusals come before its first line. */
    static void write(ChainDesk desk, CurrentStaff staff, HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("audit-chains.jsonl")
                        .build()
                        .toString());
        PrintWriter out = response.getWriter();
        desk.export(staff, out::println);
        out.flush();
    }

    static List<ChainHead> heads(List<String> lines) {
        if (lines.size() > MOST) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        try {
            return lines.stream().map(ChainHead::parse).toList();
        } catch (RuntimeException notAHead) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}
