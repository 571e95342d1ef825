package org.wasl.admin.officer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.report.Category;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** One of the staff, as the API tells of them to whoever manages accounts. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StaffResource(
        String id,
        String displayName,
        Role role,
        boolean enabled,
        boolean joined,
        boolean demonstration,
        boolean onDuty,
        boolean linked,
        boolean openId,
        @Nullable ProposalResource proposal,
        ScopeResource scope,
        long edition) {
    private static final int HEX = 16;
    private static final int DIGITS = 12;

    /** What one person wants somebody to be and another has not agreed to yet. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ProposalResource(Role role, boolean signIn, boolean openId, String by, Instant at) {
        @Override
        public String toString() {
            return "ProposalResource[redacted]";
        }
    }

    /** For which part of the work somebody is there; as it is read and as it is written. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ScopeResource(
            @Nullable Set<Governorate> governorates,
            @Nullable Set<String> languages,
            @Nullable Set<Category> categories,
            @Nullable Set<Specialism> specialisms,
            @Nullable Gender gender,
            @Nullable String shiftFrom,
            @Nullable String shiftTo,
            @Nullable Integer capacity,
            @Nullable LocalDate absentUntil,
            @Nullable Governorate home,
            @Nullable String unit) {
        static ScopeResource of(Scope scope) {
            Shift shift = scope.shift();
            return new ScopeResource(
                    scope.governorates(),
                    scope.languages(),
                    scope.categories(),
                    scope.specialisms(),
                    scope.gender(),
                    shift == null ? null : shift.from().toString(),
                    shift == null ? null : shift.to().toString(),
                    scope.capacity(),
                    scope.absentUntil(),
                    scope.home(),
                    scope.unit());
        }

        /** Reads what was sent; what is left out is nothing. */
        Scope scope() {
            try {
                return new Scope(
                        governorates == null ? Set.of() : governorates,
                        languages == null ? Set.of() : languages,
                        categories == null ? Set.of() : categories,
                        specialisms == null ? Set.of() : specialisms,
                        gender == null ? Gender.UNSTATED : gender,
                        shiftFrom == null || shiftTo == null
                                ? null
                                : new Shift(LocalTime.parse(shiftFrom), LocalTime.parse(shiftTo)),
                        capacity == null ? 0 : capacity,
                        absentUntil,
                        home,
                        unit == null ? "" : unit);
            } catch (IllegalArgumentException | DateTimeException nonsense) {
                throw new ProblemException(Problem.UNREADABLE);
            }
        }

        @Override
        public String toString() {
            return "ScopeResource[redacted]";
        }
    }

    /** A page of them, by id. */
    record StaffListResource(
            List<StaffResource> staff, @Nullable String next) {}

    static StaffResource of(Account account, boolean onDuty) {
        Account.Proposal proposal = account.proposal();
        return new StaffResource(
                account.id().value(),
                account.profile().displayName(),
                account.profile().role(),
                account.enabled(),
                account.joined(),
                account.demonstration(),
                onDuty,
                account.officerLink() != null,
                account.openId() != null,
                proposal == null
                        ? null
                        : new ProposalResource(
                                proposal.role(),
                                proposal.signIn(),
                                proposal.openId() != null,
                                proposal.by().value(),
                                proposal.at()),
                ScopeResource.of(account.profile().scope()),
                edition(account));
    }

    /** Made of what a change is made from: two accounts that read the same have the same. */
    static long edition(Account account) {
        String what = AccountDocument.write(account.profile()).toJson()
                + account.enabled()
                + account.openId()
                + (account.proposal() == null
                        ? ""
                        : AccountDocument.write(account.proposal()).toJson());
        return Long.parseLong(Secrets.digest(what).substring(0, DIGITS), HEX);
    }

    @Override
    public String toString() {
        return "StaffResource[" + id + ", redacted]";
    }
}
