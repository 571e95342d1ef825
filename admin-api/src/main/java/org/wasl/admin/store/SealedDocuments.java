package org.wasl.admin.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
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
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;

/**
 * Objects of all kinds as documents, looked up by {@code _id} alone, which is {@code <kind>:<id>}.
 *
 * <table>
 * <caption>collections</caption>
 * <tr><td>{@code object_keys}</td><td>the wrapped data key. Without it the object is erased</td></tr>
 * <tr><td>{@code objects_live}</td><td>version; what memory is built from</td></tr>
 * <tr><td>{@code object_days}</td><td>{@code <kind>:<day>}: the ids of that day</td></tr>
 * <tr><td>{@code objects}</td><td>version, key id, day, ciphertext</td></tr>
 * </table>
 *
 * <p>No transactions: each operation writes in an order in which a crash between two writes leaves nothing that a later
 * read or write does not put right.
 */
final class SealedDocuments {
    private static final String OBJECTS = "objects";
    private static final String KEYS = "object_keys";
    private static final String LIVE = "objects_live";
    private static final String DAYS = "object_days";
    private static final String CONTENT = "content";

    private final MongoTemplate mongo;
    private final CaseSealer sealer;

    SealedDocuments(MongoTemplate mongo, CaseSealer sealer) {
        this.mongo = mongo;
        this.sealer = sealer;
    }

    record Opened(long version, LocalDate day, Bytes content) {}

    /** Stores a new object; {@code false} when its id is taken. */
    boolean insert(String kind, String id, LocalDate day, Bytes content, boolean live) {
        String name = name(kind, id);
        Bytes wrapped = keyFor(name);
        if (live) {
            enlivenFirst(name);
        }
        collection(DAYS)
                .updateOne(
                        Filters.eq("_id", name(kind, day.toString())),
                        Updates.addToSet("ids", id),
                        new UpdateOptions().upsert(true));
        try {
            mongo.insert(document(name, 1, day, wrapped, content), OBJECTS);
            return true;
        } catch (DuplicateKeyException standing) {
            return false;
        }
    }

    /** Replaces an object that has still the version before this one; {@code false} when another write was faster. */
    boolean replace(String kind, String id, long version, LocalDate day, Bytes content, boolean live) {
        String name = name(kind, id);
        Bytes wrapped = wrappedKey(name);
        if (wrapped == null) {
            return false;
        }
        if (live) {
            enliven(name, version);
        }
        return collection(OBJECTS)
                        .replaceOne(
                                Filters.and(Filters.eq("_id", name), Filters.eq("v", version - 1)),
                                document(name, version, day, wrapped, content))
                        .getModifiedCount()
                == 1;
    }

    /** Empty when there is none, or when it was erased. */
    Optional<Opened> read(String kind, String id) {
        String name = name(kind, id);
        Document found = mongo.findById(name, Document.class, OBJECTS);
        if (found == null) {
            return Optional.empty();
        }
        Bytes wrapped = wrappedKey(name);
        if (wrapped == null) {
            erase(kind, id, day(found));
            return Optional.empty();
        }
        long version = found.getLong("v");
        Bytes sealed = Bytes.copyOf(found.get("c", Binary.class).getData());
        Bytes content = key(wrapped, name)
                .open(sealed, name, CONTENT, version)
                .orElseThrow(() -> new ObjectUnreadableException(name + ": content refused by its key"));
        return Optional.of(new Opened(version, day(found), content));
    }

    /** No longer held in memory, unless a newer version is. */
    void settle(String kind, String id, long version) {
        collection(LIVE).deleteOne(Filters.and(Filters.eq("_id", name(kind, id)), Filters.eq("v", version)));
    }

    /** Makes an object unreadable for ever, key first. */
    void erase(String kind, String id, LocalDate day) {
        String name = name(kind, id);
        collection(KEYS).deleteOne(Filters.eq("_id", name));
        collection(DAYS).updateOne(Filters.eq("_id", name(kind, day.toString())), Updates.pull("ids", id));
        collection(LIVE).deleteOne(Filters.eq("_id", name));
        collection(OBJECTS).deleteOne(Filters.eq("_id", name));
    }

    /** The ids of some days, by day. */
    Map<LocalDate, List<String>> ids(String kind, List<LocalDate> days) {
        Map<LocalDate, List<String>> found = new HashMap<>();
        List<String> names = new ArrayList<>();
        days.forEach(day -> names.add(name(kind, day.toString())));
        for (Document one : collection(DAYS).find(Filters.in("_id", names))) {
            LocalDate day = LocalDate.parse(one.getString("_id").substring(kind.length() + 1));
            found.put(day, one.getList("ids", String.class, List.of()));
        }
        return found;
    }

    /** Name and version of what is held in memory, of all kinds: a walk through a small collection, not a query. */
    Map<String, Long> live() {
        Map<String, Long> live = new HashMap<>();
        for (Document one : collection(LIVE).find().projection(Projections.include("v"))) {
            live.put(one.getString("_id"), one.getLong("v"));
        }
        return live;
    }

    static String name(String kind, String id) {
        return kind + ":" + id;
    }

    /** Leaves the entry of an object alone that has this id already. */
    private void enlivenFirst(String name) {
        try {
            mongo.insert(new Document("_id", name).append("v", 1L), LIVE);
        } catch (DuplicateKeyException standing) {
            // Listed: by an attempt that broke off, or by the object that has the id.
        }
    }

    private void enliven(String name, long version) {
        collection(LIVE)
                .replaceOne(
                        Filters.eq("_id", name),
                        new Document("_id", name).append("v", version),
                        new ReplaceOptions().upsert(true));
    }

    private Document document(String name, long version, LocalDate day, Bytes wrapped, Bytes content) {
        Bytes sealed = key(wrapped, name).seal(content, name, CONTENT, version);
        return new Document("_id", name)
                .append("v", version)
                .append("k", sealer.wrappingKeyId())
                .append("day", day.toString())
                .append("c", new Binary(sealed.toArray()));
    }

    /** The key of an earlier, broken-off attempt, or a new one. */
    private Bytes keyFor(String name) {
        Bytes made = sealer.newKey(name);
        try {
            mongo.insert(new Document("_id", name).append("w", new Binary(made.toArray())), KEYS);
            return made;
        } catch (DuplicateKeyException standing) {
            Bytes held = wrappedKey(name);
            if (held == null) {
                throw standing;
            }
            return held;
        }
    }

    private @Nullable Bytes wrappedKey(String name) {
        Document found = mongo.findById(name, Document.class, KEYS);
        return found == null ? null : Bytes.copyOf(found.get("w", Binary.class).getData());
    }

    private CaseSealer.CaseKey key(Bytes wrapped, String name) {
        return sealer.unwrap(wrapped, name)
                .orElseThrow(() -> new ObjectUnreadableException(name + ": data key refused"));
    }

    private static LocalDate day(Document found) {
        return LocalDate.parse(found.getString("day"));
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getCollection(name);
    }
}
