package org.wasl.admin.officer;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Sessions in the desk's own store, never in the one the internet-facing node can reach. A session is two times and a
 * staff id: nothing is serialised, and whoever reads the store finds no token.
 */
final class Sessions {
    private static final String SESSIONS = "staff-sessions";
    /** Writing down every request would cost a write each; a minute is exact enough to end an idle session. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final Accounts accounts;
    private final OfficerSettings settings;
    private final Secrets secrets;
    private final Clock clock;

    Sessions(MongoTemplate mongo, Accounts accounts, OfficerSettings settings, Secrets secrets, Clock clock) {
        this.mongo = mongo;
        this.accounts = accounts;
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Begins a session and returns its token, which is kept nowhere. */
    String begin(StaffId staff) {
        return begin(staff, false);
    }

    /**
     * The same.
     *
     * @param factorDue whether a second step has to be set up before anything else
     */
    String begin(StaffId staff, boolean factorDue) {
        sweep(staff);
        String token = secrets.token();
        String digest = Secrets.digest(token);
        Date now = Date.from(clock.instant());
        sessions()
                .insertOne(new Document("_id", digest)
                        .append("staff", staff.value())
                        .append("began", now)
                        .append("seen", now)
                        .append("active", now)
                        .append("factorDue", factorDue));
        accounts.addSession(staff, digest);
        return token;
    }

    /** Whose session a token opens, if it is neither ended, idle nor too old and the account is still good. */
    Optional<Opened> open(String token) {
        return open(token, true);
    }

    /**
     * The same.
     *
     * @param active whether somebody did this; what a page asks by itself keeps a session, and not the screen open
     */
    Optional<Opened> open(String token, boolean active) {
        Optional<StaffSession> session = find(Secrets.digest(token)).filter(this::live);
        Optional<Account> account = session.flatMap(this::good);
        if (session.isEmpty() || account.isEmpty()) {
            return Optional.empty();
        }
        SessionState state = state(session.get());
        touch(session.get(), active && state != SessionState.LOCKED);
        return Optional.of(new Opened(session.get().digest(), account.get(), state));
    }

    private SessionState state(StaffSession session) {
        if (session.locked() || !clock.instant().isBefore(session.active().plus(settings.lock()))) {
            return SessionState.LOCKED;
        }
        return session.factorDue() ? SessionState.FACTOR_DUE : SessionState.OPEN;
    }

    /** Covers the screen until its holder says again who they are. */
    void lock(String digest) {
        sessions().updateOne(eq("_id", digest), Updates.set("locked", true));
    }

    /** They did. */
    void unlock(String digest) {
        Date now = Date.from(clock.instant());
        sessions()
                .updateOne(
                        eq("_id", digest),
                        Updates.combine(
                                Updates.set("locked", false), Updates.set("active", now), Updates.set("seen", now)));
    }

    /** A second step was set up: nothing has to come first any more, wherever they are signed in. */
    void factorIsThere(StaffId staff) {
        accounts.find(staff)
                .ifPresent(account -> account.sessions()
                        .forEach(digest -> sessions().updateOne(eq("_id", digest), Updates.set("factorDue", false))));
    }

    /** Whose session this is while it holds; asking is no sign of life. */
    Optional<Account> holder(String digest) {
        return find(digest).filter(this::live).flatMap(this::good);
    }

    private Optional<Account> good(StaffSession session) {
        return accounts.find(session.staff())
                .filter(found -> found.enabled() && (!found.demonstration() || settings.demonstration()));
    }

    /** An open session and whose it is. */
    record Opened(String digest, Account account, SessionState state) {}

    /** The sessions of one account that still hold, oldest first. */
    List<StaffSession> of(Account account) {
        return account.sessions().stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(this::live)
                .toList();
    }

    /** Ends one of somebody's own sessions; false when it is not theirs. */
    boolean end(StaffId staff, String digest) {
        Optional<StaffSession> own =
                find(digest).filter(session -> session.staff().equals(staff));
        own.ifPresent(session -> {
            sessions().deleteOne(eq("_id", digest));
            accounts.removeSession(staff, digest);
        });
        return own.isPresent();
    }

    void endAll(StaffId staff) {
        accounts.find(staff).ifPresent(account -> account.sessions().forEach(digest -> end(staff, digest)));
    }

    private void sweep(StaffId staff) {
        List<String> held = accounts.find(staff).map(Account::sessions).orElse(List.of());
        int tooMany = held.size() - settings.sessions() + 1;
        for (int i = 0; i < held.size(); i++) {
            String digest = held.get(i);
            boolean over = find(digest).filter(this::live).isEmpty();
            if (over || i < tooMany) {
                sessions().deleteOne(eq("_id", digest));
                accounts.removeSession(staff, digest);
            }
        }
    }

    private Optional<StaffSession> find(String digest) {
        Document document = sessions().find(eq("_id", digest)).first();
        return Optional.ofNullable(document)
                .map(found -> new StaffSession(
                        digest,
                        new StaffId(found.getString("staff")),
                        found.getDate("began").toInstant(),
                        found.getDate("seen").toInstant(),
                        // Sessions of an earlier version knew one sign of life.
                        Optional.ofNullable(found.getDate("active"))
                                .orElse(found.getDate("seen"))
                                .toInstant(),
                        found.getBoolean("locked", false),
                        found.getBoolean("factorDue", false)));
    }

    private boolean live(StaffSession session) {
        Instant now = clock.instant();
        return now.isBefore(session.seen().plus(settings.idle()))
                && now.isBefore(session.began().plus(settings.longest()));
    }

    private void touch(StaffSession session, boolean active) {
        Instant now = clock.instant();
        Date date = Date.from(now);
        if (active && now.isAfter(session.active().plus(SEEN_EVERY))) {
            sessions()
                    .updateOne(
                            eq("_id", session.digest()),
                            Updates.combine(Updates.set("seen", date), Updates.set("active", date)));
        } else if (now.isAfter(session.seen().plus(SEEN_EVERY))) {
            sessions().updateOne(eq("_id", session.digest()), Updates.set("seen", date));
        }
    }

    private MongoCollection<Document> sessions() {
        return mongo.getDb().getCollection(SESSIONS);
    }
}
