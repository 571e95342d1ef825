package org.wasl.admin.officer;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Made-up staff, one a role, plainly named so. They exist only where the demonstration is on, and have no password. */
final class DemonstrationStaff {
    private static final Set<String> LANGUAGES = Set.of("ar", "ckb", "kmr", "en");
    private static final List<Role> ROLES = List.of(Role.OPERATOR, Role.SUPERVISOR, Role.OFFICER, Role.ADMINISTRATOR);

    private final Accounts accounts;
    private final SignIn signIn;
    private final Clock clock;

    DemonstrationStaff(Accounts accounts, SignIn signIn, Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** Adds who is not there yet, and checks in all who can take a case, so that alerts find somebody. */
    void seed() {
        for (Role role : ROLES) {
            Account account = account(role);
            accounts.add(account);
            if (role.may(Permission.CASE_CLAIM)) {
                accounts.startDuty(account.id(), clock.instant());
            }
        }
    }

    Optional<SignIn.Outcome.In> signIn(Role role) {
        return accounts.find(id(role)).map(account -> signIn.in(account, true));
    }

    private static Account account(Role role) {
        Account.Profile profile =
                new Account.Profile(name(role), role, LANGUAGES, Set.of(Territory.FED, Territory.KRI), Gender.WOMAN);
        return new Account(id(role), null, profile, true, true, null, null, null, null, List.of(), List.of());
    }

    private static String name(Role role) {
        return switch (role) {
            case OPERATOR -> "Demonstration operator";
            case SUPERVISOR -> "Demonstration supervisor";
            case OFFICER -> "Demonstration officer";
            case ADMINISTRATOR -> "Demonstration administrator";
        };
    }

    private static StaffId id(Role role) {
        return new StaffId("de".repeat(15) + "0" + role.ordinal());
    }
}
