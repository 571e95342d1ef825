package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private final Factors factors;
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
            OfficerSettings settings,
            Clock clock) {
        this.factors = factors;
        this.clock = clock;
        this.numbers = new Throttle(settings.tries(), settings.slowest(), settings.waits(), clock);
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
         * The password was right; a number or a recovery code has to follow.
         *
         * @param ticket good for a few minutes and for this one sign-in
         */
        record Second(String ticket) implements Outcome {
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
        if (factors.on(account.id())) {
            String ticket = secrets.token();
            accounts.putOnce(
                    Secrets.digest(ticket),
                    SECOND,
                    account.id().value() + (known ? KNOWN : ""),
                    clock.instant().plus(TICKET));
            return new Outcome.Second(ticket);
        }
        return in(account, known);
    }

    /**
     * The second step of a sign-in. Only whoever has the password comes here, so its waits slow nobody else: they hold for that
     * account's second step alone.
     */
    Outcome second(String ticket, String typed) {
        String digest = Secrets.digest(ticket);
        Optional<String> subject = accounts.once(digest, SECOND, clock.instant());
        Optional<Account> account = subject.map(text -> new StaffId(text.replace(KNOWN, "")))
                .flatMap(accounts::find)
                .filter(this::mayEnter);
        if (account.isEmpty()) {
            return new Outcome.Refused();
        }
        Duration wait = numbers.admit(account.get().id().value());
        if (!wait.isZero()) {
            return new Outcome.Slowed(wait);
        }
        Optional<Factors.Used> used = factors.use(account.get().id(), typed);
        if (used.isEmpty()) {
            audit.signInRefused(account.map(Account::id));
            return new Outcome.Second(ticket);
        }
        if (accounts.takeOnce(digest, SECOND, clock.instant()).isEmpty()) {
            return new Outcome.Refused();
        }
        numbers.clear(account.get().id().value());
        if (used.get() == Factors.Used.RECOVERY_CODE) {
            audit.own(account.get().id(), Act.RECOVERY_CODE_USED);
        }
        return in(account.get(), subject.get().endsWith(KNOWN));
    }

    /** Begins a session for somebody who has shown who they are in another way. */
    Outcome.In in(Account account, boolean knownDevice) {
        String device = knownDevice ? null : secrets.token();
        if (device != null) {
            accounts.addDevice(account.id(), Secrets.digest(device));
        }
        String token = sessions.begin(account.id());
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
