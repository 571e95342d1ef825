package org.wasl.admin.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.audit.Act;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** One's own second steps and the cover of one's screen, over HTTP. Making a passkey needs a browser, and has its page. */
@RestController
@RequestMapping(path = "/api/me", produces = "application/json")
@Tag(name = "My account")
class FactorController {
    private final Factors numbers;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final ScreenLock lock;
    private final StaffAudit audit;

    FactorController(
            Factors numbers,
            SecondSteps steps,
            Passkeys passkeys,
            Accounts accounts,
            ScreenLock lock,
            StaffAudit audit) {
        this.numbers = numbers;
        this.steps = steps;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.lock = lock;
        this.audit = audit;
    }

    /** What a role asks for, the best first, and what is there. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FactorsResource(
            List<FactorKind> asked,
            boolean enough,
            boolean number,
            List<PasskeyResource> passkeys,
            int recoveryCodesLeft) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PasskeyResource(String id, String label, Instant created, Instant used) {
        @Override
        public String toString() {
            return "PasskeyResource[redacted]";
        }
    }

    @GetMapping("/factors")
    @Requires(Permission.SELF)
    @BeforeFactor
    @Operation(operationId = "readMyFactors", summary = "One's second steps at sign-in, and what one's role asks for")
    FactorsResource factors(CurrentStaff staff) {
        return new FactorsResource(
                staff.role().secondSteps(),
                staff.role().secondSteps().isEmpty()
                        || !steps.counting(account(staff)).isEmpty(),
                numbers.on(staff.id()),
                passkeys.of(staff.id()).stream()
                        .map(one -> new PasskeyResource(one.id(), one.label(), one.created(), one.used()))
                        .toList(),
                numbers.recoveryCodesLeft(staff.id()));
    }

    @DeleteMapping("/passkeys/{id}")
    @Requires(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "dropMyPasskey", summary = "Take one's passkey away. The last one a role asks for stays")
    void remove(CurrentStaff staff, @PathVariable String id) {
        if (!steps.mayRemove(account(staff), FactorKind.PASSKEY)) {
            audit.refused(staff.id(), Act.FACTOR_REMOVED, staff.id());
            throw new ProblemException(Problem.CONFLICT);
        }
        if (!passkeys.remove(staff.id(), id)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        audit.own(staff.id(), Act.FACTOR_REMOVED);
    }

    @PutMapping("/screen-lock")
    @Requires(Permission.SELF)
    @WhileLocked(because = "covered twice is covered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "lockMyScreen",
            summary =
                    "Cover one's screen: nothing is shown until one says who one is, and nothing that runs is dropped")
    void lock(CurrentStaff staff, Authentication caller) {
        lock.lock(staff.id(), Objects.requireNonNull(caller.getDetails()).toString());
    }

    private Account account(CurrentStaff staff) {
        return accounts.find(staff.id()).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}
