package org.wasl.admin.retention;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A collection of sealed documents of one kind, each under a key of its own, found by their ids alone. In clear stand
 * the id and a version; two nodes may write one at once, and the slower reads again.
 */
final class SealedDocs<T> {
    private static final String PART = "document";
    private static final int ATTEMPTS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MongoTemplate mongo;
    private final CaseSealer sealer;
    private final String name;
    private final Class<T> type;

    SealedDocs(MongoTemplate mongo, CaseSealer sealer, String name, Class<T> type) {
        this.mongo = mongo;
        this.sealer = sealer;
        this.name = name;
        this.type = type;
    }

    /** What was read, and in which version. */
    record Held<T>(long version, T value) {}

    Optional<Held<T>> read(String id) {
        Document found = mongo.findById(id, Document.class, name);
        return found == null ? Optional.empty() : Optional.of(new Held<>(found.getLong("v"), open(found)));
    }

    Optional<T> value(String id) {
        return read(id).map(Held::value);
    }

    /** {@code false} when there is one of this id. */
    boolean insert(String id, T value) {
        try {
            mongo.insert(document(id, sealer.newKey(context(id)), 1, value), name);
            return true;
        } catch (DuplicateKeyException standing) {
            return false;
        }
    }

    /** {@code false} when it no longer has this version. */
    boolean replace(String id, long version, T value) {
        Document found = mongo.findById(id, Document.class, name);
        return found != null
                && found.getLong("v") == version
                && collection()
                                .replaceOne(
                                        Filters.and(Filters.eq("_id", id), Filters.eq("v", version)),
                                        document(id, wrapped(found), version + 1, value))
                                .getModifiedCount()
                        == 1;
    }

    /** Changes it in whatever version it is by now; empty when there is none. The same value back writes nothing. */
    Optional<T> change(String id, UnaryOperator<T> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Held<T> before = read(id).orElse(null);
            if (before == null) {
                return Optional.empty();
            }
            T after = change.apply(before.value());
            if (after.equals(before.value()) || replace(id, before.version(), after)) {
                return Optional.of(after);
            }
        }
        throw new IllegalStateException(name + ": overtaken " + ATTEMPTS + " times (expected: a free moment)");
    }

    /** Changes it, or makes it of what the change makes of the first value. */
    T put(String id, T first, UnaryOperator<T> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<T> changed = change(id, change);
            if (changed.isPresent()) {
                return changed.get();
            }
            T fresh = change.apply(first);
            if (insert(id, fresh)) {
                return fresh;
            }
        }
        throw new IllegalStateException(name + ": overtaken " + ATTEMPTS + " times (expected: a free moment)");
    }

    void delete(String id) {
        collection().deleteOne(Filters.eq("_id", id));
    }

    /** Removes it if it still has this version. */
    boolean delete(String id, long version) {
        return collection()
                        .deleteOne(Filters.and(Filters.eq("_id", id), Filters.eq("v", version)))
                        .getDeletedCount()
                == 1;
    }

    /** Every id there is: a walk, for the sweep and for short lists. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Document one : collection().find().projection(Projections.include("_id"))) {
            ids.add(one.getString("_id"));
        }
        ids.sort(null);
        return ids;
    }

    private Document document(String id, Bytes wrapped, long version, T value) {
        Bytes sealed = key(wrapped, id).seal(Bytes.copyOf(JSON.writeValueAsBytes(value)), context(id), PART, version);
        return new Document("_id", id)
                .append("v", version)
                .append("w", new Binary(wrapped.toArray()))
                .append("c", new Binary(sealed.toArray()));
    }

    private T open(Document found) {
        String id = found.getString("_id");
        Bytes sealed = Bytes.copyOf(found.get("c", Binary.class).getData());
        @Nullable
        T value = key(wrapped(found), id)
                .open(sealed, context(id), PART, found.getLong("v"))
                .map(content -> JSON.readValue(content.toArray(), type))
                .orElse(null);
        if (value == null) {
            throw new IllegalStateException(name + ": refused by its key (expected: to open)");
        }
        return value;
    }

    private CaseSealer.CaseKey key(Bytes wrapped, String id) {
        return sealer.unwrap(wrapped, context(id))
                .orElseThrow(() -> new IllegalStateException(name + ": data key refused (expected: to open)"));
    }

    private String context(String id) {
        return name + ":" + id;
    }

    private static Bytes wrapped(Document found) {
        return Bytes.copyOf(found.get("w", Binary.class).getData());
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(name);
    }
}
