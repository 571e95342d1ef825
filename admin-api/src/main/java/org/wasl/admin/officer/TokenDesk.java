package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.admin.audit.Act;

/**
 * Tokens for programs. A person makes one for a program, with some of their own rights, for some of their governorates
 * and until a day. It never holds more than its owner does at that moment, and ends when they leave.
 */
final class TokenDesk implements Departure {
    private static final int LONGEST_LABEL = 60;
    /** Writing down every call would cost a write each. */
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final TokenStore store;
    private final Accounts accounts;
    private final Secrets secrets;
    private final StaffAudit audit;
    private final OfficerSettings officers;
    private final TokenSettings settings;
    private final Clock clock;
    private final Throttle refusals;

    TokenDesk(
            TokenStore store,
            Accounts accounts,
            Secrets secrets,
            StaffAudit audit,
            OfficerSettings officers,
            TokenSettings settings,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = secrets;
        this.audit = audit;
        this.officers = officers;
        this.settings = settings;
        this.clock = clock;
        this.refusals = new Throttle(settings.tries(), officers.slowest(), officers.waits(), clock);
    }

    /**
     * What somebody wants for a program.
     *
     * @param governorates none means all their own
     * @param days for how long
     */
    record Wish(String label, Set<Permission> may, Set<Governorate> governorates, int days) {
        @Override
        public String toString() {
            return "Wish[redacted]";
        }
    }

    /** How making one ended. */
    sealed interface Made {
        /**
         * It works from now on.
         *
         * @param secret shown once and kept nowhere
         */
        record Token(String secret, ApiToken token) implements Made {
            @Override
            public String toString() {
                return "Token[redacted]";
            }
        }

        /** The wish was granted before; its token is not shown again. */
        record Already() implements Made {}

        /** No label, no rights or none for programs, no days or too many. */
        record NotOne() implements Made {}

        /** More than its maker holds. */
        record TooMuch() implements Made {}

        /** They have as many as one may have. */
        record TooMany() implements Made {}
    }

    /** Makes one. The same key is the same wish. */
    Made make(CurrentStaff by, Wish wish, String key) {
        audit.demand(by, Permission.TOKEN_MANAGE);
        String label = wish.label().strip();
        if (label.isEmpty()
                || label.length() > LONGEST_LABEL
                || wish.may().isEmpty()
                || wish.days() < 1
                || wish.days() > settings.longest().toDays()) {
            return new Made.NotOne();
        }
        Set<Governorate> own = by.scope().governorates();
        if (!Program.MAY_HOLD.containsAll(wish.may())
                || !by.may(wish.may().toArray(Permission[]::new))
                || !own.containsAll(wish.governorates())) {
            audit.refusedAbout(by.id(), Act.TOKEN_MADE, "more than held");
            return new Made.TooMuch();
        }
        List<ApiToken> held = store.of(by.id());
        String once = Secrets.digest(key);
        if (held.stream().anyMatch(token -> token.key().equals(once))) {
            return new Made.Already();
        }
        if (held.size() >= settings.most()) {
            return new Made.TooMany();
        }
        String secret = Bearer.PREFIX + secrets.token();
        Instant now = clock.instant();
        ApiToken token = new ApiToken(
                Secrets.digest(secret),
                by.id(),
                label,
                wish.may(),
                wish.governorates().isEmpty() ? own : wish.governorates(),
                now,
                now.plus(Duration.ofDays(wish.days())),
                once,
                null);
        audit.about(by.id(), Act.TOKEN_MADE, token.digest());
        store.add(token);
        return new Made.Token(secret, token);
    }

    /** One's own, those that ran out too. */
    List<ApiToken> own(CurrentStaff by) {
        audit.demand(by, Permission.TOKEN_MANAGE);
        return store.of(by.id());
    }

    /** Somebody else's. */
    List<ApiToken> of(CurrentStaff by, StaffId owner) {
        audit.demand(by, Permission.STAFF_MANAGE);
        return store.of(owner);
    }

    /** Ends one of one's own, on every node at once; false when it is not theirs. */
    boolean revoke(CurrentStaff by, String digest) {
        audit.demand(by, Permission.TOKEN_MANAGE);
        return end(by, by.id(), digest);
    }

    /** Ends somebody else's. */
    boolean revoke(CurrentStaff by, StaffId owner, String digest) {
        audit.demand(by, Permission.STAFF_MANAGE);
        return end(by, owner, digest);
    }

    private boolean end(CurrentStaff by, StaffId owner, String digest) {
        boolean theirs =
                store.find(digest).filter(token -> token.owner().equals(owner)).isPresent();
        if (theirs) {
            audit.about(by.id(), Act.TOKEN_REVOKED, digest);
            store.remove(owner, digest);
        }
        return theirs;
    }

    /** Tokens do not come back with an account that is opened again. */
    @Override
    public void left(StaffId who) {
        store.removeAll(who);
    }

    /**
     * For whom a program may act now, and with what.
     *
     * @param address where it calls from, to write down who guesses without writing down every guess
     */
    Optional<CurrentStaff> open(String secret, String address) {
        String digest = Secrets.digest(secret);
        Optional<ApiToken> token = store.find(digest);
        Optional<Account> owner = token.filter(one -> !one.over(clock.instant()))
                .flatMap(one -> accounts.find(one.owner()))
                .filter(account -> account.enabled() && (!account.demonstration() || officers.demonstration()));
        if (token.isEmpty() || owner.isEmpty()) {
            if (refusals.admit(address).isZero()) {
                audit.programRefused(
                        token.map(ApiToken::owner), token.map(ApiToken::digest).orElse("unknown"));
            }
            return Optional.empty();
        }
        touch(token.get());
        return Optional.of(caller(owner.get(), token.get()));
    }

    private static CurrentStaff caller(Account owner, ApiToken token) {
        Scope scope = owner.profile().scope();
        Set<Governorate> where = scope.governorates().stream()
                .filter(token.governorates()::contains)
                .collect(Collectors.toSet());
        Set<Permission> may = EnumSet.copyOf(Program.MAY_HOLD);
        may.retainAll(token.may());
        return new CurrentStaff(
                owner.id(),
                owner.profile().displayName(),
                owner.profile().role(),
                scope.in(where),
                owner.demonstration(),
                new Program(token.digest(), may));
    }

    private void touch(ApiToken token) {
        Instant now = clock.instant();
        Instant before = token.used();
        if (before == null || now.isAfter(before.plus(USED_EVERY))) {
            store.used(token.digest(), now);
        }
    }
}
