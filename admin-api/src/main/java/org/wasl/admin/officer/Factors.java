package org.wasl.admin.officer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.seal.Bytes;

/**
 * Second factors of staff: an authenticator application, and codes on paper for when it is lost. A number and a code work
 * once, on whichever node, however often they are sent at the same moment.
 */
final class Factors {
    static final int RECOVERY_CODES = 10;

    private static final String FACTORS = "staff-factors";
    private static final String SECRET = "secret";
    private static final String PENDING = "pending";
    private static final String STEP = "step";
    private static final String RECOVERY = "recovery";
    private static final String ASKED = "asked";

    private final MongoTemplate mongo;
    private final FactorSealer sealer;
    private final Secrets secrets;
    private final SecureRandom random;
    private final Clock clock;

    Factors(MongoTemplate mongo, FactorSealer sealer, Secrets secrets, SecureRandom random, Clock clock) {
        this.mongo = mongo;
        this.sealer = sealer;
        this.secrets = secrets;
        this.random = random;
        this.clock = clock;
    }

    /** Which of the two a typed text was. */
    enum Used {
        NUMBER,
        RECOVERY_CODE
    }

    /** Whether somebody is asked for one when they sign in. */
    boolean on(StaffId whose) {
        return document(whose).map(found -> found.containsKey(SECRET)).orElse(false);
    }

    int recoveryCodesLeft(StaffId whose) {
        return document(whose)
                .map(found -> found.getList(RECOVERY, String.class, List.of()).size())
                .orElse(0);
    }

    /** A fresh secret, which counts once a number of it came back. */
    Bytes begin(StaffId whose) {
        byte[] fresh = new byte[Totp.SECRET_BYTES];
        random.nextBytes(fresh);
        Bytes secret = Bytes.copyOf(fresh);
        Bson pending = Updates.set(PENDING, sealer.seal(whose, secret).toArray());
        factors().updateOne(eq("_id", whose.value()), pending, new UpdateOptions().upsert(true));
        return secret;
    }

    /** The secret that was begun and not confirmed yet, to show it again after a mistyped number. */
    Optional<Bytes> pending(StaffId whose) {
        return secret(whose, PENDING);
    }

    /** Puts the begun secret into force. Answers recovery codes, kept nowhere; none when the number was wrong. */
    List<String> confirm(StaffId whose, String typed) {
        Optional<Bytes> begun = pending(whose);
        OptionalLong step = begun.map(secret -> Totp.step(secret, typed, clock.instant(), 0))
                .orElseGet(OptionalLong::empty);
        if (begun.isEmpty() || step.isEmpty()) {
            return List.of();
        }
        List<String> codes = codes();
        factors()
                .updateOne(
                        eq("_id", whose.value()),
                        Updates.combine(
                                Updates.set(
                                        SECRET, sealer.seal(whose, begun.get()).toArray()),
                                Updates.set(STEP, step.getAsLong()),
                                Updates.set(
                                        RECOVERY,
                                        codes.stream().map(Secrets::codeDigest).toList()),
                                Updates.unset(PENDING)));
        return codes;
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(secrets.code());
        }
        return codes;
    }

    /** Fresh codes on paper in place of all others. They are kept nowhere. */
    List<String> renewCodes(StaffId whose) {
        List<String> codes = codes();
        Bson digests =
                Updates.set(RECOVERY, codes.stream().map(Secrets::codeDigest).toList());
        factors().updateOne(eq("_id", whose.value()), digests, new UpdateOptions().upsert(true));
        return codes;
    }

    /** Since when somebody who must have a second step was let in without one; from now on, the first time. */
    Instant askedSince(StaffId whose) {
        Date asked = document(whose).map(found -> found.getDate(ASKED)).orElse(null);
        if (asked != null) {
            return asked.toInstant();
        }
        Instant now = clock.instant();
        factors()
                .updateOne(
                        eq("_id", whose.value()), Updates.set(ASKED, Date.from(now)), new UpdateOptions().upsert(true));
        return now;
    }

    /** Uses a number or a recovery code up; empty when it is wrong, or was used. */
    Optional<Used> use(StaffId whose, String typed) {
        return use(whose, typed, true);
    }

    /**
     * The same.
     *
     * @param numbers whether a number will do; a recovery code always does
     */
    Optional<Used> use(StaffId whose, String typed, boolean numbers) {
        Document found = document(whose).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        Optional<Bytes> secret = numbers ? secret(whose, SECRET) : Optional.empty();
        OptionalLong step = secret.isEmpty()
                ? OptionalLong.empty()
                : Totp.step(secret.get(), typed, clock.instant(), found.getLong(STEP));
        if (step.isPresent()) {
            Bson unused = and(eq("_id", whose.value()), eq(STEP, found.getLong(STEP)));
            boolean first = factors()
                            .updateOne(unused, Updates.set(STEP, step.getAsLong()))
                            .getMatchedCount()
                    == 1;
            return first ? Optional.of(Used.NUMBER) : Optional.empty();
        }
        String digest = Secrets.codeDigest(typed);
        Bson holds = and(eq("_id", whose.value()), eq(RECOVERY, digest));
        boolean first =
                factors().updateOne(holds, Updates.pull(RECOVERY, digest)).getModifiedCount() == 1;
        return first ? Optional.of(Used.RECOVERY_CODE) : Optional.empty();
    }

    /** Takes it away: by its owner, or with a new one-time sign-in that two people agreed to. */
    void remove(StaffId whose) {
        factors().deleteOne(eq("_id", whose.value()));
    }

    /** Takes the application away and leaves the codes on paper to what else is there. */
    void removeNumber(StaffId whose) {
        factors()
                .updateOne(
                        eq("_id", whose.value()),
                        Updates.combine(Updates.unset(SECRET), Updates.unset(STEP), Updates.unset(PENDING)));
    }

    private Optional<Bytes> secret(StaffId whose, String field) {
        return document(whose)
                .map(found -> found.get(field, Binary.class))
                .flatMap(kept -> sealer.open(whose, Bytes.copyOf(kept.getData())));
    }

    private Optional<Document> document(StaffId whose) {
        return Optional.ofNullable(factors().find(eq("_id", whose.value())).first());
    }

    private MongoCollection<Document> factors() {
        return mongo.getDb().getCollection(FACTORS);
    }
}
