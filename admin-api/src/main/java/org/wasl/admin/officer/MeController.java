package org.wasl.admin.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.audit.Act;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** One's own account, over HTTP: who one is here, duty, the linked messaging account, where one is signed in. */
@RestController
@RequestMapping(path = "/api/me", produces = "application/json")
@Tag(name = "My account")
class MeController {
    private final StaffDesk desk;
    private final SessionDesk sessions;
    private final StaffAudit audit;

    MeController(StaffDesk desk, SessionDesk sessions, StaffAudit audit) {
        this.desk = desk;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Who calls, and what they may. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MeResource(
            String id,
            String displayName,
            Role role,
            List<Permission> permissions,
            StaffResource.ScopeResource scope,
            boolean onDuty,
            boolean linked) {
        @Override
        public String toString() {
            return "MeResource[" + id + ", redacted]";
        }
    }

    /** One sign-in that still holds; the id names it and opens nothing. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SessionResource(String id, boolean present, Instant began, Instant seen) {}

    record SessionsResource(List<SessionResource> sessions) {
        static SessionsResource of(List<StaffSession> held, @Nullable String present) {
            return new SessionsResource(held.stream()
                    .map(one ->
                            new SessionResource(one.digest(), one.digest().equals(present), one.began(), one.seen()))
                    .toList());
        }
    }

    /** A code for the officers' bot, in this answer and in no other. */
    record LinkCodeResource(String code) {
        @Override
        public String toString() {
            return "LinkCodeResource[redacted]";
        }
    }

    @GetMapping
    @Requires(Permission.SELF)
    @Operation(operationId = "readMyself", summary = "Who one is here, and what one may")
    MeResource me(CurrentStaff staff) {
        StaffMember member = desk.find(staff.id()).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return new MeResource(
                staff.id().value(),
                staff.displayName(),
                staff.role(),
                staff.role().permissions().stream().sorted().toList(),
                StaffResource.ScopeResource.of(staff.scope()),
                member.onDuty(),
                member.linked());
    }

    @PutMapping("/duty")
    @Requires(Permission.SELF)
    @Operation(operationId = "startDuty", summary = "Check in: from the answer to the test alert on, alerts come")
    MeResource start(CurrentStaff staff) {
        desk.startDuty(staff.id());
        return me(staff);
    }

    @DeleteMapping("/duty")
    @Requires(Permission.SELF)
    @Operation(operationId = "endDuty", summary = "Check out")
    MeResource end(CurrentStaff staff) {
        desk.endDuty(staff.id());
        return me(staff);
    }

    @PostMapping("/link-codes")
    @Requires(Permission.SELF)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "makeLinkCode",
            summary = "A code to send to the officers' bot, good once and for fifteen minutes")
    LinkCodeResource code(CurrentStaff staff) {
        return new LinkCodeResource(desk.linkCode(staff.id()));
    }

    @DeleteMapping("/link")
    @Requires(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unlinkMyself", summary = "Unlink one's messaging account")
    void unlink(CurrentStaff staff) {
        audit.own(staff.id(), Act.ACCOUNT_CHANGED);
        desk.unlink(staff.id());
    }

    @GetMapping("/sessions")
    @Requires(Permission.SELF)
    @Operation(operationId = "readMySessions", summary = "Where one is signed in")
    SessionsResource sessions(CurrentStaff staff, Authentication caller) {
        return SessionsResource.of(sessions.own(staff), caller.getDetails() instanceof String present ? present : null);
    }

    @DeleteMapping("/sessions/{id}")
    @Requires(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endMySession", summary = "End one of one's own sign-ins, on every node at once")
    void endSession(CurrentStaff staff, @PathVariable String id) {
        if (!sessions.end(staff, id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}
