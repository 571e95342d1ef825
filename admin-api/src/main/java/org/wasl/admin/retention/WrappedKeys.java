package org.wasl.admin.retention;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;

/**
 * Every data key of the store, wherever it stands, wrapped anew. A walk through whole collections, for a command an
 * operator runs while no node does; broken off, it is run again.
 */
public final class WrappedKeys {
    /** All that is wrapped: a collection, the field its wrapped key stands in, and what the key is bound to. */
    private static final List<Place> PLACES = List.of(
            new Place("case_keys", "w", id -> id),
            new Place("object_keys", "w", id -> id),
            new Place("readings", "w", id -> id),
            new Place("alert-preferences", "key", id -> "alert-preference/" + id),
            new Place("retention_shelves", "w", id -> "retention_shelves:" + id),
            new Place("retention_holds", "w", id -> "retention_holds:" + id),
            new Place("retention_lists", "w", id -> "retention_lists:" + id),
            new Place("retention_requests", "w", id -> "retention_requests:" + id));

    private final MongoTemplate mongo;

    public WrappedKeys(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private record Place(String collection, String field, UnaryOperator<String> context) {
        @Override
        public String toString() {
            return "Place[redacted]";
        }
    }

    /**
     * How it stands.
     *
     * @param newest data keys that open with the newest wrapping key alone
     * @param old by collection, those that need an older one
     * @param lost by collection, those that open with none: nobody reads what they sealed, whatever happens
     */
    public record Count(int newest, Map<String, Integer> old, Map<String, Integer> lost) {
        public Count {
            old = Map.copyOf(old);
            lost = Map.copyOf(lost);
        }

        @Override
        public String toString() {
            return "Count[" + newest + " newest, " + old.size() + " collections with older ones]";
        }
    }

    /** Wraps with the newest key whatever it does not open yet. */
    public Count renew(CaseSealer all, CaseSealer newest) {
        for (Place place : PLACES) {
            for (Document one : each(place)) {
                Bytes wrapped = wrapped(place, one);
                String id = one.getString("_id");
                String context = place.context().apply(id);
                if (newest.unwrap(wrapped, context).isEmpty()) {
                    all.rewrap(wrapped, context).ifPresent(anew -> replace(place, id, wrapped, anew));
                }
            }
        }
        return count(all, newest);
    }

    /** Opens every data key there is. */
    public Count count(CaseSealer all, CaseSealer newest) {
        int opened = 0;
        Map<String, Integer> old = new TreeMap<>();
        Map<String, Integer> lost = new TreeMap<>();
        for (Place place : PLACES) {
            for (Document one : each(place)) {
                Bytes wrapped = wrapped(place, one);
                String context = place.context().apply(one.getString("_id"));
                if (newest.unwrap(wrapped, context).isPresent()) {
                    opened++;
                } else {
                    boolean opens = all.unwrap(wrapped, context).isPresent();
                    (opens ? old : lost).merge(place.collection(), 1, Integer::sum);
                }
            }
        }
        return new Count(opened, old, lost);
    }

    /** Only if nobody wrapped or erased it meanwhile. */
    private void replace(Place place, String id, Bytes wrapped, Bytes anew) {
        collection(place)
                .updateOne(
                        Filters.and(Filters.eq("_id", id), Filters.eq(place.field(), new Binary(wrapped.toArray()))),
                        Updates.set(place.field(), new Binary(anew.toArray())));
    }

    private Iterable<Document> each(Place place) {
        return collection(place).find().projection(Projections.include(place.field()));
    }

    private static Bytes wrapped(Place place, Document one) {
        return Bytes.copyOf(one.get(place.field(), Binary.class).getData());
    }

    private MongoCollection<Document> collection(Place place) {
        return mongo.getCollection(place.collection());
    }
}
