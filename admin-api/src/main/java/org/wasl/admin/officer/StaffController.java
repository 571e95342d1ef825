package org.wasl.admin.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Who works here, over HTTP: what the pages of staff do, by the same desks. */
@RestController
@RequestMapping(path = "/api/staff", produces = "application/json")
@Tag(name = "Staff")
class StaffController {
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 200;

    private final StaffDesk desk;
    private final GrantDesk grants;
    private final SessionDesk sessions;
    private final OpenIdSettings openId;

    StaffController(StaffDesk desk, GrantDesk grants, SessionDesk sessions, OpenIdSettings openId) {
        this.openId = openId;
        this.desk = desk;
        this.grants = grants;
        this.sessions = sessions;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record NewStaffForm(
            @Nullable String displayName, @Nullable Role role, StaffResource.@Nullable ScopeResource scope) {
        @Override
        public String toString() {
            return "NewStaffForm[redacted]";
        }
    }

    /** The first day back; without one, they are here. */
    record AbsenceForm(@Nullable LocalDate until) {}

    /** Another role, and whether they get a one-time sign-in with it; without a role the one they have. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ProposalForm(@Nullable Role role, @Nullable Boolean signIn) {}

    /** What the provider of OpenID Connect calls them. */
    record OpenIdForm(@Nullable String subject) {
        @Override
        public String toString() {
            return "OpenIdForm[redacted]";
        }
    }

    record AgreementForm(@Nullable Boolean agreed) {}

    /** What a second person's word led to; the path is a one-time sign-in, in this answer and in no other. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SettledResource(boolean granted, @Nullable String signInPath) {
        @Override
        public String toString() {
            return "SettledResource[redacted]";
        }
    }

    @GetMapping
    @Requires(Permission.STAFF_MANAGE)
    @Operation(summary = "Everybody who works here, by id")
    StaffResource.StaffListResource all(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        List<Account> behind = desk.allAccounts().stream()
                .filter(account -> account.id().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(account -> account.id().value()))
                .limit(limit + 1L)
                .toList();
        List<Account> page = behind.subList(0, Math.min(limit, behind.size()));
        Set<StaffId> present = desk.onDuty().stream().map(StaffMember::id).collect(Collectors.toSet());
        return new StaffResource.StaffListResource(
                page.stream()
                        .map(account -> StaffResource.of(account, present.contains(account.id())))
                        .toList(),
                behind.size() > limit ? page.getLast().id().value() : null);
    }

    @PostMapping
    @Requires(Permission.STAFF_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose somebody new, who can do nothing until another person agreed. One for one key")
    ResponseEntity<StaffResource> propose(
            CurrentStaff by,
            @Parameter(required = true) @RequestHeader(name = Wishes.KEY, required = false) @Nullable String key,
            @RequestBody NewStaffForm form) {
        String name = form.displayName() == null ? "" : form.displayName().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || form.role() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        Scope scope = form.scope() == null ? Scope.NONE : form.scope().scope();
        StaffId id = new StaffId(Wishes.id(by, "staff", key));
        grants.propose(by, new Account.Profile(name, form.role(), scope), id);
        return answer(HttpStatus.CREATED, read(id));
    }

    @GetMapping("/{id}")
    @Requires(Permission.STAFF_MANAGE)
    @Operation(summary = "One of the staff")
    ResponseEntity<StaffResource> one(@PathVariable StaffId id) {
        return answer(HttpStatus.OK, read(id));
    }

    @PutMapping("/{id}/scope")
    @Requires(Permission.STAFF_MANAGE)
    @Operation(
            operationId = "setStaffScope",
            summary = "Write down for which part of the work somebody is there: places, languages, hours, absence")
    ResponseEntity<StaffResource> scope(
            CurrentStaff by,
            @PathVariable StaffId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody StaffResource.ScopeResource form) {
        return changed(by, asRead(id, ifMatch), form.scope());
    }

    @PutMapping("/{id}/absence")
    @Requires(Permission.STAFF_MANAGE)
    @Operation(operationId = "setStaffAbsence", summary = "Write down until when somebody is away; their duty ends")
    ResponseEntity<StaffResource> absence(
            CurrentStaff by,
            @PathVariable StaffId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AbsenceForm form) {
        Account account = asRead(id, ifMatch);
        return changed(by, account, account.profile().scope().absentUntil(form.until()));
    }

    private ResponseEntity<StaffResource> changed(CurrentStaff by, Account account, Scope scope) {
        if (!desk.setScope(by, account, scope)) {
            throw new ProblemException(Problem.CHANGED);
        }
        return answer(HttpStatus.OK, read(account.id()));
    }

    @PutMapping("/{id}/proposal")
    @Requires(Permission.STAFF_MANAGE)
    @Operation(
            operationId = "proposeRole",
            summary = "Propose another role, an account opened again or a new one-time sign-in; another person agrees")
    ResponseEntity<StaffResource> role(
            CurrentStaff by,
            @PathVariable StaffId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ProposalForm form) {
        Account account = asRead(id, ifMatch);
        Role role = form.role() == null ? account.profile().role() : form.role();
        boolean signIn = Boolean.TRUE.equals(form.signIn());
        boolean done =
                signIn && form.role() == null ? grants.proposeSignIn(by, id) : grants.propose(by, id, role, signIn);
        if (!done) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return answer(HttpStatus.OK, read(id));
    }

    @PostMapping("/{id}/proposal/decision")
    @Requires(Permission.ROLE_CONFIRM)
    @Operation(
            operationId = "settleProposal",
            summary = "The second person's word on a proposal; a one-time sign-in is in this answer and in no other")
    SettledResource settle(
            CurrentStaff by,
            @PathVariable StaffId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AgreementForm form) {
        if (form.agreed() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        asRead(id, ifMatch);
        return switch (grants.settle(by, id, form.agreed())) {
            case GrantDesk.Settled.Granted granted ->
                new SettledResource(
                        true, granted.invitation() == null ? null : OneTimeSignIn.path(granted.invitation()));
            case GrantDesk.Settled.Declined _ -> new SettledResource(false, null);
            case GrantDesk.Settled.NothingProposed _ -> throw new ProblemException(Problem.CONFLICT);
            case GrantDesk.Settled.NeedsAnotherPerson _ -> throw new ProblemException(Problem.CONFLICT);
        };
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.STAFF_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "closeAccount",
            summary = "Somebody leaves: sign-ins, tokens, passkeys, duty, alerts and held cases end at once")
    void close(CurrentStaff by, @PathVariable StaffId id) {
        read(id);
        if (!desk.close(by, id)) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    @GetMapping("/{id}/sessions")
    @Requires(Permission.STAFF_MANAGE)
    @Operation(operationId = "readSessionsOfStaff", summary = "Where somebody is signed in")
    MeController.SessionsResource sessions(CurrentStaff by, @PathVariable StaffId id) {
        return MeController.SessionsResource.of(sessions.of(by, id), null);
    }

    @DeleteMapping("/{id}/sessions/{session}")
    @Requires(Permission.STAFF_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSessionOfStaff", summary = "End a sign-in of somebody else, on every node at once")
    void end(CurrentStaff by, @PathVariable StaffId id, @PathVariable String session) {
        if (!sessions.endOf(by, id, session)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    @PutMapping("/{id}/open-id")
    @Requires(Permission.STAFF_MANAGE)
    @Operation(
            operationId = "proposeOpenId",
            summary = "Propose that the provider's word lets somebody in; another person agrees, as to a role")
    ResponseEntity<StaffResource> openId(
            CurrentStaff by,
            @PathVariable StaffId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OpenIdForm form) {
        asRead(id, ifMatch);
        if (form.subject() == null || form.subject().isBlank()) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        if (!openId.names(form.subject())
                || !grants.proposeOpenId(by, id, openId.digest(form.subject().strip()))) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return answer(HttpStatus.OK, read(id));
    }

    @DeleteMapping("/{id}/open-id")
    @Requires(Permission.STAFF_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "forgetOpenId", summary = "The provider's word lets somebody in no more; sign-ins end")
    void forgetOpenId(
            CurrentStaff by,
            @PathVariable StaffId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        asRead(id, ifMatch);
        if (!desk.forgetOpenId(by, id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    private Account asRead(StaffId id, @Nullable String ifMatch) {
        EntityTag tag = EntityTag.required(ifMatch);
        Account account = account(id);
        tag.mustBe(StaffResource.edition(account));
        return account;
    }

    private Account account(StaffId id) {
        return desk.account(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private StaffResource read(StaffId id) {
        boolean onDuty = desk.find(id).map(StaffMember::onDuty).orElse(false);
        return StaffResource.of(account(id), onDuty);
    }

    private static ResponseEntity<StaffResource> answer(HttpStatus status, StaffResource read) {
        return ResponseEntity.status(status)
                .eTag(new EntityTag(read.edition()).header())
                .body(read);
    }
}
