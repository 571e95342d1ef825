package org.wasl.admin.officer;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Made-up staff, one a role, plainly named so. They exist only where the demonstration is on, and have no password. */
final class DemonstrationStaff {
    /** Alerts call these; the others come when they are wanted. */
    private static final Set<Role> ON_DUTY = Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.OFFICER);

    private final Accounts accounts;
    private final SignIn signIn;
    private final Clock clock;

    DemonstrationStaff(Accounts accounts, SignIn signIn, Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** Adds who is not there yet, and checks in one of each preset who takes cases, so that alerts find somebody. */
    void seed() {
        for (Role role : Role.values()) {
            Account account = account(role);
            accounts.add(account);
            if (ON_DUTY.contains(role)) {
                accounts.startDuty(account.id(), clock.instant());
            }
        }
    }

    Optional<SignIn.Outcome.In> signIn(Role role) {
        return accounts.find(id(role)).map(account -> signIn.in(account, true));
    }

    private static Account account(Role role) {
        Account.Profile profile = new Account.Profile(
                name(role), role, Scope.everywhere("ar", "ckb", "kmr", "en").of(Gender.WOMAN));
        return new Account(id(role), null, profile, true, true, null, null, null, null, List.of(), List.of());
    }

    private static String name(Role role) {
        return "Demonstration " + role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static StaffId id(Role role) {
        return new StaffId("de".repeat(15) + String.format(Locale.ROOT, "%02d", role.ordinal()));
    }
}
