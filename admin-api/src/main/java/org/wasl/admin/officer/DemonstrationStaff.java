package org.wasl.admin.officer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Made-up staff, one a role, plainly named so. They exist only where the demonstration is on, and have no password. */
final class DemonstrationStaff {
    /** Alerts call these; the others come when they are wanted. */
    private static final Set<Role> ON_DUTY = Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.OFFICER);

    /** What takes two people has a second one of these. */
    private static final Set<Role> TWICE = Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR);

    private static final String SECOND = "-2";

    private final Accounts accounts;
    private final SignIn signIn;
    private final Clock clock;

    DemonstrationStaff(Accounts accounts, SignIn signIn, Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param second {@code supervisor-2} in an address, where {@code supervisor} is the first
     */
    record Seat(Role role, boolean second) {
        /** As it stands in an address; public for the page, which finds only public methods. */
        public String name() {
            return role.name().toLowerCase(Locale.ROOT) + (second ? SECOND : "");
        }

        private StaffId id() {
            return new StaffId(
                    "de".repeat(14) + (second ? "02" : "de") + String.format(Locale.ROOT, "%02d", role.ordinal()));
        }

        private String displayName() {
            String title = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return "Demonstration " + title + (second ? " (2)" : "");
        }
    }

    static List<Seat> seats() {
        List<Seat> seats = new ArrayList<>();
        for (Role role : Role.values()) {
            seats.add(new Seat(role, false));
            if (TWICE.contains(role)) {
                seats.add(new Seat(role, true));
            }
        }
        return seats;
    }

    /** Who sits under a name. */
    static Optional<Seat> seat(String name) {
        return seats().stream().filter(seat -> seat.name().equals(name)).findFirst();
    }

    /** Adds who is not there yet, and checks in one of each preset who takes cases, so that alerts find somebody. */
    void seed() {
        for (Seat seat : seats()) {
            Account account = account(seat);
            accounts.add(account);
            if (ON_DUTY.contains(seat.role()) && !seat.second()) {
                accounts.startDuty(account.id(), clock.instant());
            }
        }
    }

    Optional<SignIn.Outcome.In> signIn(Role role) {
        return signIn(new Seat(role, false));
    }

    Optional<SignIn.Outcome.In> signIn(Seat seat) {
        return accounts.find(seat.id()).map(account -> signIn.in(account, true));
    }

    private static Account account(Seat seat) {
        Account.Profile profile = new Account.Profile(
                seat.displayName(),
                seat.role(),
                Scope.everywhere("ar", "ckb", "kmr", "en").of(Gender.WOMAN));
        return new Account(
                seat.id(), null, profile, true, true, null, null, null, null, List.of(), List.of(), true, null, null);
    }
}
