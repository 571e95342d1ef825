package org.wasl.admin.officer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.intake.Capsule;

/**
 * Staff in the desk's store. Names, links and secrets have collections of their own, so that everything is found by its
 * id.
 */
final class Accounts {
    private static final String STAFF = "staff";
    private static final String NAMES = "staff-names";
    private static final String LINKS = "staff-links";
    private static final String OPEN_IDS = "staff-open-ids";
    private static final String ONCE = "staff-once";
    private static final String MARKS = "staff-marks";
    private static final int DUPLICATE = 11000;

    private final MongoTemplate mongo;
    private final OfficerSettings settings;

    Accounts(MongoTemplate mongo, OfficerSettings settings) {
        this.mongo = mongo;
        this.settings = settings;
    }

    Optional<Account> find(StaffId id) {
        return Optional.ofNullable(staff().find(eq("_id", id.value())).first()).map(AccountDocument::read);
    }

    Optional<Account> named(String username) {
        Document name = in(NAMES).find(eq("_id", fold(username))).first();
        return name == null ? Optional.empty() : find(new StaffId(name.getString("staff")));
    }

    /** All of them, in the order they were added. A desk has some dozens. */
    List<Account> all() {
        List<Account> all = new ArrayList<>();
        for (Document document : staff().find().limit(settings.accounts())) {
            all.add(AccountDocument.read(document));
        }
        return all;
    }

    /** Adds somebody; false when the id is taken. */
    boolean add(Account account) {
        if (staff().countDocuments() >= settings.accounts()) {
            throw new IllegalStateException(
                    "accounts: " + settings.accounts() + " (expected: fewer before one is added)");
        }
        return inserted(STAFF, AccountDocument.write(account));
    }

    /** Takes a name for somebody; false when it is another's. */
    boolean takeName(String username, StaffId id) {
        if (inserted(NAMES, new Document("_id", fold(username)).append("staff", id.value()))) {
            return true;
        }
        Document held = in(NAMES).find(eq("_id", fold(username))).first();
        return held != null && id.value().equals(held.getString("staff"));
    }

    void setPassword(StaffId id, String username, String passwordHash) {
        update(id, combine(set("username", username), set("password", passwordHash)));
    }

    /** Shuts an account, and takes back what somebody else wanted for it. */
    void close(StaffId id) {
        update(id, combine(set("enabled", false), unset("duty"), unset("proposed")));
    }

    void propose(StaffId id, Account.Proposal proposal) {
        update(id, set("proposed", AccountDocument.write(proposal)));
    }

    /** Makes somebody what was proposed; false when that is no longer what is proposed. */
    boolean grant(StaffId id, Account.Proposal proposal) {
        return settled(
                id,
                proposal,
                combine(
                        set("role", proposal.role().name()),
                        set("granted", true),
                        set("enabled", true),
                        unset("proposed")));
    }

    /** Takes a proposal back; false when that is no longer what is proposed. */
    boolean withdraw(StaffId id, Account.Proposal proposal) {
        return settled(id, proposal, unset("proposed"));
    }

    private boolean settled(StaffId id, Account.Proposal proposal, Bson change) {
        Bson still = and(eq("_id", id.value()), eq("proposed", AccountDocument.write(proposal)));
        return staff().updateOne(still, change).getMatchedCount() == 1;
    }

    void setScope(StaffId id, Scope scope) {
        update(id, set("scope", ScopeDocument.write(scope)));
    }

    /** Writes a scope over the one that was read; false when another stands there by now. */
    boolean setScope(StaffId id, Scope before, Scope after) {
        // An account of the first version has none written down.
        return overScope(id, ScopeDocument.write(before), after) || overScope(id, null, after);
    }

    private boolean overScope(StaffId id, @Nullable Document read, Scope after) {
        Bson still = and(eq("_id", id.value()), eq("scope", read));
        Bson change = set("scope", ScopeDocument.write(after));
        return staff().updateOne(still, change).getMatchedCount() == 1;
    }

    void startDuty(StaffId id, Instant now) {
        update(id, set("duty", Date.from(now)));
    }

    void endDuty(StaffId id) {
        update(id, unset("duty"));
    }

    void addSession(StaffId id, String digest) {
        update(id, keepLast("sessions", digest));
    }

    void removeSession(StaffId id, String digest) {
        update(id, Updates.pull("sessions", digest));
    }

    void addDevice(StaffId id, String digest) {
        update(id, keepLast("devices", digest));
    }

    void link(StaffId id, String officerLink, Capsule capsule) {
        find(id).map(Account::officerLink).ifPresent(former -> in(LINKS).deleteOne(eq("_id", former)));
        in(LINKS).deleteOne(eq("_id", officerLink));
        inserted(LINKS, new Document("_id", officerLink).append("staff", id.value()));
        update(
                id,
                combine(
                        set("link", officerLink),
                        set("capsule", capsule.sealed().toArray())));
    }

    void unlink(StaffId id) {
        find(id).map(Account::officerLink).ifPresent(former -> in(LINKS).deleteOne(eq("_id", former)));
        update(id, combine(unset("link"), unset("capsule")));
    }

    Optional<StaffId> linkedTo(String officerLink) {
        Document link = in(LINKS).find(eq("_id", officerLink)).first();
        return Optional.ofNullable(link).map(found -> new StaffId(found.getString("staff")));
    }

    /** Whose digest of a provider's this is. */
    Optional<StaffId> knownAs(String openId) {
        Document known = in(OPEN_IDS).find(eq("_id", openId)).first();
        return Optional.ofNullable(known).map(found -> new StaffId(found.getString("staff")));
    }

    /** From now on a provider's word lets them in, this one and no other; false when it lets another in. */
    boolean knowAs(StaffId id, String openId) {
        boolean taken = inserted(OPEN_IDS, new Document("_id", openId).append("staff", id.value()));
        if (!taken && !knownAs(openId).filter(id::equals).isPresent()) {
            return false;
        }
        find(id).map(Account::openId)
                .filter(former -> !former.equals(openId))
                .ifPresent(former -> in(OPEN_IDS).deleteOne(eq("_id", former)));
        update(id, set("openId", openId));
        return true;
    }

    /** No provider's word lets them in any more. */
    void knowAsNobody(StaffId id) {
        find(id).map(Account::openId).ifPresent(former -> in(OPEN_IDS).deleteOne(eq("_id", former)));
        update(id, unset("openId"));
    }

    /** Keeps what a one-time secret is for, under the secret's digest. */
    void putOnce(String digest, String purpose, String subject, Instant until) {
        in(ONCE).insertOne(new Document("_id", digest)
                .append("purpose", purpose)
                .append("subject", subject)
                .append("until", Date.from(until)));
    }

    /** What the secret is for, if it still works. Does not use it up. */
    Optional<String> once(String digest, String purpose, Instant now) {
        return good(
                in(ONCE).find(and(eq("_id", digest), eq("purpose", purpose))).first(), now);
    }

    /** Uses the secret up. Of two who try at once, one gets it. */
    Optional<String> takeOnce(String digest, String purpose, Instant now) {
        return good(in(ONCE).findOneAndDelete(and(eq("_id", digest), eq("purpose", purpose))), now);
    }

    /** Notes that something good for one use was used; false when it had been. */
    boolean spend(String digest, Instant until) {
        return inserted(
                ONCE,
                new Document("_id", digest)
                        .append("purpose", "spent")
                        .append("subject", "")
                        .append("until", Date.from(until)));
    }

    void mark(String name) {
        inserted(MARKS, new Document("_id", name));
    }

    boolean marked(String name) {
        return in(MARKS).find(eq("_id", name)).first() != null;
    }

    private static Optional<String> good(@Nullable Document once, Instant now) {
        return once != null && once.getDate("until").toInstant().isAfter(now)
                ? Optional.of(once.getString("subject"))
                : Optional.empty();
    }

    private Bson keepLast(String list, String digest) {
        return Updates.pushEach(list, List.of(digest), new PushOptions().slice(-settings.sessions()));
    }

    private void update(StaffId id, Bson change) {
        staff().updateOne(eq("_id", id.value()), change);
    }

    private boolean inserted(String collection, Document document) {
        try {
            in(collection).insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCode() == DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    private static String fold(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    private MongoCollection<Document> staff() {
        return in(STAFF);
    }

    private MongoCollection<Document> in(String collection) {
        return mongo.getDb().getCollection(collection);
    }
}
