package org.wasl.admin.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditExcerpt;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Who did what, over HTTP, for auditors. */
@RestController
@RequestMapping(path = "/api/audit", produces = "application/json")
@Tag(name = "Audit")
class AuditLogController {
    private static final int MOST = 200;

    private final AuditDesk desk;

    AuditLogController(AuditDesk desk) {
        this.desk = desk;
    }

    /** Entries, the latest first; without a next everything was looked at, with one nothing older than reached was. */
    record AuditLogResource(
            List<AuditLineResource> entries,
            @Nullable Instant reached,
            @Nullable String next) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AuditLineResource(String id, Instant at, String actor, Act act, String subject, AuditEntry.Outcome outcome) {
        static AuditLineResource of(AuditEntry entry) {
            return new AuditLineResource(
                    entry.id(), entry.at(), entry.actor(), entry.act(), entry.subject(), entry.outcome());
        }

        @Override
        public String toString() {
            return "AuditLineResource[" + act + ", redacted]";
        }
    }

    @GetMapping("/entries")
    @Requires(Permission.AUDIT_READ)
    @Operation(
            operationId = "readAuditEntries",
            summary = "Who read, wrote or was refused what, the latest first: ids, acts and times, never content."
                    + " Asking is recorded too")
    AuditLogResource entries(
            CurrentStaff by,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        AuditExcerpt excerpt =
                AuditLogPages.read(desk, by, AuditLogPages.question(subject, actor, act, day, refused), after, limit);
        return new AuditLogResource(
                excerpt.entries().stream().map(AuditLineResource::of).toList(), excerpt.reached(), excerpt.next());
    }
}
