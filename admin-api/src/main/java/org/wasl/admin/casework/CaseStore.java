package org.wasl.admin.casework;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.Digest;

/**
 * Cases as documents. Everything is looked up by {@code _id} alone, so it is as quick without an index, and nothing but
 * what is named here stands outside a seal.
 *
 * <table>
 * <caption>collections</caption>
 * <tr><td>{@code intake}</td><td>intake id: case number, or a tombstone that holds nothing</td></tr>
 * <tr><td>{@code case_keys}</td><td>case number: the wrapped data key. Without it the case is erased</td></tr>
 * <tr><td>{@code open_cases}</td><td>case number: version; what the hot set is built from</td></tr>
 * <tr><td>{@code cases}</td><td>case number: version, open, key id, mailbox hash, days, ciphertext</td></tr>
 * <tr><td>{@code mailboxes}</td><td>hash of a mailbox id: case number</td></tr>
 * <tr><td>{@code accused}</td><td>blind index of an accused account: {@link AccusedIndex}</td></tr>
 * <tr><td>{@code erasing}</td><td>case number: what an erasure that was begun has still to remove</td></tr>
 * <tr><td>{@code erased_cases}</td><td>case number: {@link Tombstone}</td></tr>
 * </table>
 *
 * <p>There are no transactions: each operation writes in an order in which a crash between two writes leaves something
 * the next attempt completes.
 */
final class CaseStore {
    private static final String CONTENT = "content";
    private static final String ERASING = "erasing";
    private static final String ERASED = "erased_cases";
    private static final int UNTYING = 20;

    private final MongoTemplate mongo;
    private final CaseSealer sealer;
    private final CaseCodec codec = new CaseCodec();
    private final AttachmentStore attachments;
    private final AccusedIndex accused;
    private final Clock clock;

    CaseStore(MongoTemplate mongo, CaseSealer sealer, AttachmentStore attachments, AccusedIndex accused, Clock clock) {
        this.accused = accused;
        this.mongo = mongo;
        this.sealer = sealer;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** What an intake id stands for. */
    sealed interface Reserved {
        record For(CaseNumber number) implements Reserved {}

        record Erased() implements Reserved {}
    }

    /** What a case number leads to. */
    sealed interface Found {
        record Here(Case held) implements Found {}

        record Missing() implements Found {}

        /** Its key is gone, so nobody can read it. */
        record Erased() implements Found {}
    }

    /** Gives an intake id this number, unless it has one already; tells which it has. */
    Reserved reserve(IntakeId id, CaseNumber number) {
        try {
            mongo.insert(new Document("_id", id.value()).append("case", number.value()), "intake");
            return new Reserved.For(number);
        } catch (DuplicateKeyException standing) {
            return reserved(id).orElseThrow(() -> standing);
        }
    }

    Optional<Reserved> reserved(IntakeId id) {
        Document found = mongo.findById(id.value(), Document.class, "intake");
        if (found == null) {
            return Optional.empty();
        }
        String number = found.getString("case");
        return Optional.of(number == null ? new Reserved.Erased() : new Reserved.For(new CaseNumber(number)));
    }

    /** Stores a new case; {@code false} when its number is taken, by an earlier attempt or by another case. */
    boolean insert(Case held) {
        Bytes wrapped = keyFor(held.number());
        upsert("open_cases", new Document("_id", held.number().value()).append("v", held.version()));
        try {
            mongo.insert(document(held, wrapped), "cases");
        } catch (DuplicateKeyException standing) {
            return false;
        }
        return true;
    }

    Found load(CaseNumber number) {
        Document found = mongo.findById(number.value(), Document.class, "cases");
        if (found == null) {
            return new Found.Missing();
        }
        Bytes wrapped = wrappedKey(number);
        if (wrapped == null) {
            return new Found.Erased();
        }
        long version = found.getLong("v");
        Bytes sealed = Bytes.copyOf(found.get("c", Binary.class).getData());
        Bytes content = key(wrapped, number)
                .open(sealed, number.value(), CONTENT, version)
                .orElseThrow(() -> new CaseUnreadableException("case " + number + ": content refused by its key"));
        return new Found.Here(codec.read(content.toArray()).stored(version));
    }

    /** Replaces a case if it still has the version before this one; {@code false} when another write was faster. */
    boolean replace(Case held) {
        Bytes wrapped = wrappedKey(held.number());
        if (wrapped == null) {
            return false;
        }
        upsert("open_cases", new Document("_id", held.number().value()).append("v", held.version()));
        return collection("cases")
                        .replaceOne(
                                Filters.and(
                                        Filters.eq("_id", held.number().value()), Filters.eq("v", held.version() - 1)),
                                document(held, wrapped))
                        .getModifiedCount()
                == 1;
    }

    /** A closed case of which nothing is left to do is no longer read at start; {@link #replace} takes it in again. */
    void settle(CaseNumber number) {
        collection("open_cases").deleteOne(Filters.eq("_id", number.value()));
    }

    /**
     * Makes a case unreadable for ever and forgets it, key first. What has to go is written down before the first step,
     * so that {@link #finishErasures} completes what a crash broke off. Tombstones of its intake ids and of its number
     * stay and hold nothing else.
     *
     * @param cause as {@link Tombstone#cause}
     * @return {@code false} when it is held, and everything stands
     */
    boolean erase(CaseRemains remains, String cause, CaseEnd end) {
        upsert(
                ERASING,
                new Document("_id", remains.number().value())
                        .append("k", remains.key())
                        .append("cause", cause)
                        .append("ids", remains.intake())
                        .append("m", remains.mailboxes())
                        .append("blobs", remains.blobs())
                        .append("att", remains.attachments())
                        .append("accused", remains.accused())
                        .append("tied", remains.tied()));
        return finishErasing(remains.number(), end);
    }

    /** Completes the erasure of one case; {@code false} when it is held. Harmless when nothing is left to do. */
    boolean finishErasing(CaseNumber number, CaseEnd end) {
        Document steps = mongo.findById(number.value(), Document.class, ERASING);
        return erase(steps == null ? new Document("_id", number.value()) : steps, end);
    }

    /** Completes every erasure that was begun: a walk through a collection that is empty as a rule. */
    void finishErasures(CaseEnd end) {
        for (Document steps : collection(ERASING).find()) {
            erase(steps, end);
        }
    }

    /** Whether an erasure of it has begun, or is over. */
    boolean erasing(CaseNumber number) {
        return mongo.findById(number.value(), Document.class, ERASING) != null
                || wrappedKey(number) == null && tombstone(number).isPresent();
    }

    private boolean erase(Document steps, CaseEnd end) {
        CaseNumber number = new CaseNumber(steps.getString("_id"));
        // Whoever holds a case looks for this document after writing the hold; so one of the two always sees the other.
        if (wrappedKey(number) != null && end.held(number)) {
            collection(ERASING).deleteOne(Filters.eq("_id", number.value()));
            return false;
        }
        collection("case_keys").deleteOne(Filters.eq("_id", number.value()));
        for (String id : steps.getList("ids", String.class, List.of())) {
            bury(id);
        }
        for (String mailbox : steps.getList("m", String.class, List.of())) {
            collection("mailboxes")
                    .deleteOne(Filters.and(Filters.eq("_id", mailbox), Filters.eq("case", number.value())));
        }
        steps.getList("blobs", String.class, List.of()).forEach(attachments::remove);
        steps.getList("att", String.class, List.of()).forEach(attachments::forgetWithheld);
        steps.getList("accused", String.class, List.of()).forEach(handle -> accused.forget(handle, number));
        steps.getList("tied", String.class, List.of()).forEach(other -> untie(new CaseNumber(other), number));
        end.forget(number);
        collection("cases").deleteOne(Filters.eq("_id", number.value()));
        settle(number);
        entomb(number, steps);
        collection(ERASING).deleteOne(Filters.eq("_id", number.value()));
        return true;
    }

    /** Another case names it no longer; what went on in it stands by itself again, and is looked at anew. */
    private void untie(CaseNumber other, CaseNumber gone) {
        for (int attempt = 0; attempt < UNTYING; attempt++) {
            Case before = readable(other);
            if (before == null || before.ties().without(gone).equals(before.ties())) {
                return;
            }
            boolean alone = before.status().open() && before.ties().bound(Ties.Link.Kind.CONTINUES_IN, gone);
            Case untied = before.tied(before.ties().without(gone)).edited();
            Case after = alone ? untied.levelled(before.level(), clock.instant()) : untied;
            if (replace(after.stored(before.version() + 1))) {
                return;
            }
        }
        throw new IllegalStateException(
                "case " + other + ": overtaken " + UNTYING + " times (expected: a free moment)");
    }

    /** {@code null} for a case that is gone, and for one nobody can read: it names nothing any more. */
    private @Nullable Case readable(CaseNumber number) {
        try {
            return load(number) instanceof Found.Here here ? here.held() : null;
        } catch (CaseUnreadableException unreadable) {
            return null;
        }
    }

    /** The first stays: an erasure that is completed twice was one. */
    private void entomb(CaseNumber number, Document steps) {
        try {
            mongo.insert(
                    new Document("_id", number.value())
                            .append(
                                    "day",
                                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                            .toString())
                            .append("k", steps.get("k", ""))
                            .append("cause", steps.get("cause", Tombstone.ASKED)),
                    ERASED);
        } catch (DuplicateKeyException standing) {
            return;
        }
    }

    /** What stays of an erased case. */
    Optional<Tombstone> tombstone(CaseNumber number) {
        Document found = mongo.findById(number.value(), Document.class, ERASED);
        return found == null
                ? Optional.empty()
                : Optional.of(new Tombstone(
                        number,
                        LocalDate.parse(found.getString("day")),
                        found.getString("k"),
                        found.getString("cause")));
    }

    /** Names the data key of a case, in whatever way it is wrapped; empty without one. */
    String keyName(CaseNumber number) {
        Bytes wrapped = wrappedKey(number);
        return wrapped == null ? "" : sealer.keyName(wrapped, number.value()).orElse("");
    }

    /** What of these is still there, each looked at anew. */
    List<String> left(CaseRemains remains) {
        List<String> left = new ArrayList<>();
        String number = remains.number().value();
        for (String whole : List.of("case_keys", "cases", "open_cases", ERASING)) {
            if (mongo.findById(number, Document.class, whole) != null) {
                left.add(whole.replace('_', '-'));
            }
        }
        for (String id : remains.intake()) {
            if (!(reserved(new IntakeId(id)).orElse(null) instanceof Reserved.Erased)) {
                left.add("intake");
            }
        }
        for (String mailbox : remains.mailboxes()) {
            ofMailboxHash(mailbox).filter(remains.number()::equals).ifPresent(_ -> left.add("mailboxes"));
        }
        remains.blobs().stream().filter(attachments::anyChunk).forEach(_ -> left.add("attachments"));
        remains.attachments().stream().filter(attachments::withheld).forEach(_ -> left.add("attachments-withheld"));
        remains.tied().stream()
                .map(other -> readable(new CaseNumber(other)))
                .filter(other ->
                        other != null && !other.ties().without(remains.number()).equals(other.ties()))
                .forEach(_ -> left.add("ties"));
        remains.accused().stream()
                .filter(handle -> accused.holds(handle, remains.number()))
                .forEach(_ -> left.add("accused"));
        return left;
    }

    /** Leaves nothing of an intake id but that it was there. */
    void bury(IntakeId id) {
        bury(id.value());
    }

    private void bury(String id) {
        upsert("intake", new Document("_id", id));
    }

    /** Whether nobody has this number, or ever had. */
    boolean free(CaseNumber number) {
        return wrappedKey(number) == null && tombstone(number).isEmpty();
    }

    /** Gives an intake id another number, when the one it had turned out to be somebody else's. */
    void reserveAnew(IntakeId id, CaseNumber number) {
        upsert("intake", new Document("_id", id.value()).append("case", number.value()));
    }

    /**
     * Lets a case be found by one of its mailboxes, unless another is found by it already.
     *
     * @return the case that is found by it now
     */
    CaseNumber link(MailboxAddress mailbox, CaseNumber number) {
        try {
            mongo.insert(new Document("_id", hash(mailbox.id())).append("case", number.value()), "mailboxes");
            return number;
        } catch (DuplicateKeyException standing) {
            return ofMailbox(mailbox.id()).orElseThrow(() -> standing);
        }
    }

    /** Gives a mailbox to another case, when the one it led to turned out to be somebody else's. */
    void linkAnew(MailboxAddress mailbox, CaseNumber number) {
        upsert("mailboxes", new Document("_id", hash(mailbox.id())).append("case", number.value()));
    }

    /** A mailbox leads to this case no more. */
    void unlink(MailboxAddress mailbox, CaseNumber number) {
        collection("mailboxes")
                .deleteOne(Filters.and(Filters.eq("_id", hash(mailbox.id())), Filters.eq("case", number.value())));
    }

    /** The case a mailbox belongs to. */
    Optional<CaseNumber> ofMailbox(String mailboxId) {
        return ofMailboxHash(hash(mailboxId));
    }

    Optional<CaseNumber> ofMailboxHash(String hash) {
        Document found = mongo.findById(hash, Document.class, "mailboxes");
        return found == null ? Optional.empty() : Optional.of(new CaseNumber(found.getString("case")));
    }

    /** Number and version of every open case: a walk through a small collection, not a query. */
    Map<CaseNumber, Long> open() {
        Map<CaseNumber, Long> open = new HashMap<>();
        for (Document one : collection("open_cases").find().projection(Projections.include("v"))) {
            open.put(new CaseNumber(one.getString("_id")), one.getLong("v"));
        }
        return open;
    }

    /** How many bytes a case takes before it is padded. */
    int size(Case held) {
        return codec.write(held).length;
    }

    private Document document(Case held, Bytes wrapped) {
        Bytes sealed = key(wrapped, held.number())
                .seal(Bytes.copyOf(codec.write(held)), held.number().value(), CONTENT, held.version());
        MailboxAddress mailbox = held.leading().mailbox();
        return new Document("_id", held.number().value())
                .append("v", held.version())
                .append("open", held.status().open())
                .append("k", sealer.wrappingKeyId())
                .append("m", mailbox == null ? null : hash(mailbox.id()))
                .append(
                        "opened",
                        LocalDate.ofInstant(held.opened(), ZoneOffset.UTC).toString())
                .append(
                        "changed",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString())
                .append("c", new Binary(sealed.toArray()));
    }

    /** The key of an earlier, broken-off attempt, or a new one. */
    private Bytes keyFor(CaseNumber number) {
        Bytes made = sealer.newKey(number.value());
        try {
            mongo.insert(new Document("_id", number.value()).append("w", new Binary(made.toArray())), "case_keys");
            return made;
        } catch (DuplicateKeyException standing) {
            Bytes held = wrappedKey(number);
            if (held == null) {
                throw standing;
            }
            return held;
        }
    }

    private @Nullable Bytes wrappedKey(CaseNumber number) {
        Document found = mongo.findById(number.value(), Document.class, "case_keys");
        return found == null ? null : Bytes.copyOf(found.get("w", Binary.class).getData());
    }

    private CaseSealer.CaseKey key(Bytes wrapped, CaseNumber number) {
        return sealer.unwrap(wrapped, number.value())
                .orElseThrow(() -> new CaseUnreadableException("case " + number + ": data key refused"));
    }

    private void upsert(String collection, Document document) {
        collection(collection)
                .replaceOne(Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getCollection(name);
    }

    static String hash(String mailboxId) {
        return Digest.of(Bytes.ofUtf8("wasl/mailbox/v1:" + mailboxId)).toHex();
    }
}
