package org.wasl.admin.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Tokens for programs over HTTP. Made and ended by people: no token makes another. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Tokens")
class TokenController {
    private final TokenDesk desk;

    TokenController(TokenDesk desk) {
        this.desk = desk;
    }

    record TokensResource(List<TokenResource> tokens) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record TokenResource(
            String id,
            String label,
            List<Permission> may,
            List<Governorate> governorates,
            Instant made,
            Instant until,
            @Nullable Instant used) {
        static TokenResource of(ApiToken token) {
            return new TokenResource(
                    token.digest(),
                    token.label(),
                    token.may().stream().sorted().toList(),
                    token.governorates().stream().sorted().toList(),
                    token.made(),
                    token.until(),
                    token.used());
        }

        @Override
        public String toString() {
            return "TokenResource[redacted]";
        }
    }

    /** What is answered once: the token itself, and what it is. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record MadeTokenResource(String secret, TokenResource token) {
        @Override
        public String toString() {
            return "MadeTokenResource[redacted]";
        }
    }

    record TokenForm(
            @Nullable String label,
            @Nullable Set<Permission> may,
            @Nullable Set<Governorate> governorates,
            @Nullable Integer days) {
        @Override
        public String toString() {
            return "TokenForm[redacted]";
        }
    }

    @GetMapping("/tokens")
    @Requires(Permission.TOKEN_MANAGE)
    @Operation(summary = "One's own tokens for programs. What opens them is not among it")
    TokensResource own(CurrentStaff staff) {
        return new TokensResource(
                desk.own(staff).stream().map(TokenResource::of).toList());
    }

    @PostMapping("/tokens")
    @Requires(Permission.TOKEN_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a token for a program, with some of one's own rights and until a day. The secret is in this"
                    + " answer and in no other; the same Idempotency-Key again is 409")
    MadeTokenResource make(
            CurrentStaff staff,
            @Parameter(required = true) @RequestHeader(name = Wishes.KEY, required = false) @Nullable String key,
            @RequestBody TokenForm form) {
        TokenDesk.Wish wish = new TokenDesk.Wish(
                form.label() == null ? "" : form.label(),
                form.may() == null ? Set.of() : form.may(),
                form.governorates() == null ? Set.of() : form.governorates(),
                form.days() == null ? 0 : form.days());
        return switch (desk.make(staff, wish, Wishes.key(key))) {
            case TokenDesk.Made.Token made -> new MadeTokenResource(made.secret(), TokenResource.of(made.token()));
            case TokenDesk.Made.NotOne _ -> throw new ProblemException(Problem.UNREADABLE);
            case TokenDesk.Made.TooMuch _ -> throw new ProblemException(Problem.NOT_ALLOWED);
            case TokenDesk.Made.Already _ -> throw new ProblemException(Problem.CONFLICT);
            case TokenDesk.Made.TooMany _ -> throw new ProblemException(Problem.CONFLICT);
        };
    }

    @DeleteMapping("/tokens/{id}")
    @Requires(Permission.TOKEN_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endToken", summary = "End one of one's own tokens, on every node at once")
    void end(CurrentStaff staff, @PathVariable String id) {
        found(desk.revoke(staff, id));
    }

    @GetMapping("/staff/{id}/tokens")
    @Requires(Permission.STAFF_MANAGE)
    @Operation(operationId = "readTokensOfStaff", summary = "Somebody's tokens for programs")
    TokensResource theirs(CurrentStaff staff, @PathVariable StaffId id) {
        return new TokensResource(
                desk.of(staff, id).stream().map(TokenResource::of).toList());
    }

    @DeleteMapping("/staff/{id}/tokens/{token}")
    @Requires(Permission.STAFF_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endTokenOfStaff", summary = "End a token of somebody else")
    void endTheirs(CurrentStaff staff, @PathVariable StaffId id, @PathVariable String token) {
        found(desk.revoke(staff, id, token));
    }

    private static void found(boolean theirs) {
        if (!theirs) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}
