package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;

/** Lets staff in by name and password. */
final class SignIn {
    /** One hash takes 19 MiB and some 70 ms of a core; more at once would starve everything else. */
    private static final int HASHES_AT_ONCE = 2;

    private static final Duration QUEUE = Duration.ofSeconds(3);
    /** Any one address may try this many names before it is slowed as a whole. */
    private static final int TRIES_PER_ADDRESS = 30;

    private static final String SECOND = "second-factor";
    /** Marks a ticket of somebody who tries on a device they used before. */
    private static final String KNOWN = " known";
    /** Time enough to find the telephone. */
    private static final Duration TICKET = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final StaffAudit audit;
    private final Secrets secrets;
    private final Throttle places;
    private final Throttle addresses;
    private final Throttle numbers;
    private final Throttle keys;
    private final Factors factors;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final Clock clock;
    private final Semaphore hashes = new Semaphore(HASHES_AT_ONCE, true);
    /** Those on a device they signed in on before never queue behind strangers. */
    private final Semaphore hashesForKnown = new Semaphore(1, true);

    SignIn(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            StaffAudit audit,
            Secrets secrets,
            Factors factors,
            SecondSteps steps,
            Passkeys passkeys,
            OfficerSettings settings,
            Clock clock) {
        this.factors = factors;
        this.steps = steps;
        this.passkeys = passkeys;
        this.clock = clock;
        this.numbers = new Throttle(settings.tries(), settings.slowest(), settings.waits(), clock);
        this.keys = new Throttle(TRIES_PER_ADDRESS, settings.slowest(), settings.waits(), clock);
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.secrets = secrets;
        this.places = new Throttle(settings.tries(), settings.slowest(), settings.waits(), clock);
        this.addresses = new Throttle(TRIES_PER_ADDRESS, settings.slowest(), settings.waits(), clock);
    }

    /**
     * Who tries, from where.
     *
     * @param device what this browser got when somebody last signed in on it; {@code null} for a new one
     */
    record Attempt(
            String username,
            String password,
            String address,
            @Nullable String device) {
        @Override
        public String toString() {
            return "Attempt[redacted]";
        }
    }

    /** How a try ended. */
    sealed interface Outcome {
        /**
         * @param token the session's
         * @param device the new mark of a device; {@code null} when it has one already
         */
        record In(StaffId staff, String token, @Nullable String device) implements Outcome {
            @Override
            public String toString() {
                return "In[" + staff.value() + ", redacted]";
            }
        }

        /**
         * The password was right; a second step or a recovery code has to follow.
         *
         * @param ticket good for a few minutes and for this one sign-in
         * @param kinds what will do
         */
        record Second(String ticket, Set<FactorKind> kinds) implements Outcome {
            @Override
            public String toString() {
                return "Second[redacted]";
            }
        }

        /** Name or password is wrong, or the account is closed; which, is not said. */
        record Refused() implements Outcome {}

        /** Too many tries from here, or too many at once. */
        record Slowed(Duration after) implements Outcome {}
    }

    Outcome attempt(Attempt attempt) {
        Optional<Account> account = accounts.named(attempt.username());
        boolean known = account.isPresent()
                && attempt.device() != null
                && account.get().devices().contains(Secrets.digest(attempt.device()));
        String place = known ? "device " + attempt.device() : attempt.username() + " " + attempt.address();
        Duration wait = places.admit(place);
        if (wait.isZero() && !known) {
            wait = addresses.admit(attempt.address());
        }
        if (!wait.isZero()) {
            return new Outcome.Slowed(wait);
        }
        return switch (compare(
                attempt.password(), account.map(Account::passwordHash).orElse(null), known)) {
            case BUSY -> new Outcome.Slowed(QUEUE);
            case WRONG -> refused(account);
            case RIGHT ->
                account.filter(this::mayEnter)
                        .map(found -> in(found, place, attempt, known))
                        .orElseGet(() -> refused(account));
        };
    }

    private enum Comparison {
        RIGHT,
        WRONG,
        BUSY
    }

    private Comparison compare(String password, @Nullable String hash, boolean known) {
        Semaphore permits = known ? hashesForKnown : hashes;
        try {
            if (!permits.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Comparison.BUSY;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Comparison.BUSY;
        }
        try {
            return passwords.matches(password, hash) ? Comparison.RIGHT : Comparison.WRONG;
        } finally {
            permits.release();
        }
    }

    private boolean mayEnter(Account account) {
        return account.enabled() && !account.demonstration();
    }

    private Outcome in(Account account, String place, Attempt attempt, boolean known) {
        places.clear(place);
        if (!known) {
            addresses.clear(attempt.address());
        }
        return afterTheFirst(account, known);
    }

    /** A second step where there is one, and in. */
    private Outcome afterTheFirst(Account account, boolean known) {
        Set<FactorKind> kinds = asked(account);
        if (!kinds.isEmpty()) {
            String ticket = secrets.token();
            accounts.putOnce(
                    Secrets.digest(ticket),
                    SECOND,
                    account.id().value() + (known ? KNOWN : ""),
                    clock.instant().plus(TICKET));
            return new Outcome.Second(ticket, kinds);
        }
        return in(account, known);
    }

    /** What counts for their role; else what they have, which is better than nothing. */
    private Set<FactorKind> asked(Account account) {
        Set<FactorKind> counting = steps.counting(account);
        return counting.isEmpty() ? steps.held(account.id()) : counting;
    }

    /** Who is half-way in, by their ticket. */
    private record Halfway(Account account, boolean known) {
        @Override
        public String toString() {
            return "Halfway[redacted]";
        }
    }

    private Optional<Halfway> halfway(String ticket) {
        return accounts.once(Secrets.digest(ticket), SECOND, clock.instant())
                .flatMap(subject -> accounts.find(new StaffId(subject.replace(KNOWN, "")))
                        .filter(this::mayEnter)
                        .map(account -> new Halfway(account, subject.endsWith(KNOWN))));
    }

    /** Whose passkey a second step asks for. */
    Optional<StaffId> halfwayIn(String ticket) {
        return halfway(ticket).map(one -> one.account().id());
    }

    /**
     * The second step of a sign-in. Only whoever has the password comes here, so its waits slow nobody else: they hold for that
     * account's second step alone.
     */
    Outcome second(String ticket, String typed) {
        Optional<Halfway> halfway = halfway(ticket);
        if (halfway.isEmpty()) {
            return new Outcome.Refused();
        }
        Account account = halfway.get().account();
        Duration wait = numbers.admit(account.id().value());
        if (!wait.isZero()) {
            return new Outcome.Slowed(wait);
        }
        Set<FactorKind> kinds = asked(account);
        Optional<Factors.Used> used = factors.use(account.id(), typed, kinds.contains(FactorKind.NUMBER));
        if (used.isEmpty()) {
            audit.signInRefused(Optional.of(account.id()));
            return new Outcome.Second(ticket, kinds);
        }
        if (used.get() == Factors.Used.RECOVERY_CODE) {
            audit.own(account.id(), Act.RECOVERY_CODE_USED);
        }
        return complete(halfway.get(), ticket);
    }

    /** The second step by passkey. */
    Outcome second(String ticket, PasskeySite site, String answer) {
        Optional<Halfway> halfway = halfway(ticket);
        if (halfway.isEmpty()) {
            return new Outcome.Refused();
        }
        Account account = halfway.get().account();
        Duration wait = numbers.admit(account.id().value());
        if (!wait.isZero()) {
            return new Outcome.Slowed(wait);
        }
        if (!passkeys.takes(site, Secrets.digest(ticket), account.id(), answer)) {
            audit.signInRefused(Optional.of(account.id()));
            return new Outcome.Second(ticket, asked(account));
        }
        return complete(halfway.get(), ticket);
    }

    private Outcome complete(Halfway halfway, String ticket) {
        if (accounts.takeOnce(Secrets.digest(ticket), SECOND, clock.instant()).isEmpty()) {
            return new Outcome.Refused();
        }
        numbers.clear(halfway.account().id().value());
        return in(halfway.account(), halfway.known());
    }

    /**
     * Signs in by passkey alone: it is in a device and asked for a finger, a face or a PIN, so it stands for both steps.
     *
     * @param device what this browser got before; {@code null} for a new one
     */
    Outcome byPasskey(PasskeySite site, String answer, String address, @Nullable String device) {
        Duration wait = keys.admit(address);
        if (!wait.isZero()) {
            return new Outcome.Slowed(wait);
        }
        Optional<Account> account =
                passkeys.take(site, "", answer).flatMap(accounts::find).filter(this::mayEnter);
        if (account.isEmpty()) {
            return refused(account);
        }
        keys.clear(address);
        boolean known = device != null && account.get().devices().contains(Secrets.digest(device));
        return in(account.get(), known);
    }

    /**
     * Signs in by a provider's word, which stands for the password and for nothing more. Tries are counted by where they
     * come from, as with passkeys: none of them names anybody.
     *
     * @param answered whose account the provider's answer is for; asked once, and only when the try may be made
     */
    Outcome byOpenId(Supplier<Optional<StaffId>> answered, String address) {
        Duration wait = keys.admit(address);
        if (!wait.isZero()) {
            return new Outcome.Slowed(wait);
        }
        Optional<Account> account = answered.get().flatMap(accounts::find);
        if (account.filter(this::mayEnter).isEmpty()) {
            return refused(account);
        }
        keys.clear(address);
        return afterTheFirst(account.get(), false);
    }

    /** How somebody who is signed in proved again that it is they. */
    enum Proof {
        RIGHT,
        WRONG,
        /** Too many tries, or too many at once. */
        SLOWED
    }

    /** Whether this is somebody's password. Tries are counted where they are made, and shut nobody else out. */
    Proof proves(Account account, String password, String place) {
        if (!numbers.admit(place).isZero()) {
            return Proof.SLOWED;
        }
        return switch (compare(password, account.passwordHash(), true)) {
            case RIGHT -> {
                numbers.clear(place);
                yield Proof.RIGHT;
            }
            case WRONG -> Proof.WRONG;
            case BUSY -> Proof.SLOWED;
        };
    }

    /** Begins a session for somebody who has shown who they are in another way. */
    Outcome.In in(Account account, boolean knownDevice) {
        String device = knownDevice ? null : secrets.token();
        if (device != null) {
            accounts.addDevice(account.id(), Secrets.digest(device));
        }
        String token = sessions.begin(account.id(), steps.due(account));
        if (!account.demonstration()) {
            accounts.mark(StaffDesk.REAL_SIGN_IN);
        }
        audit.signedIn(account.id());
        return new Outcome.In(account.id(), token, device);
    }

    private Outcome refused(Optional<Account> account) {
        audit.signInRefused(account.map(Account::id));
        return new Outcome.Refused();
    }
}
