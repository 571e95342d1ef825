package org.wasl.admin.exposure;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A day of one person's readings as a sealed document, looked up by its id alone. Two nodes may write it at once; the
 * slower reads again. It is gone two days later.
 */
final class ReadingStore {
    private static final String COLLECTION = "readings";
    private static final String PART = "readings";
    private static final int ATTEMPTS = 8;
    /** The window reaches one day back; what is older is removed when a new day begins. */
    private static final int KEPT = 2;

    private static final int SWEPT = 14;

    private final MongoTemplate mongo;
    private final CaseSealer sealer;
    private final JsonMapper json = JsonMapper.builder().build();

    ReadingStore(MongoTemplate mongo, CaseSealer sealer) {
        this.mongo = mongo;
        this.sealer = sealer;
    }

    Readings read(StaffId staff, LocalDate day) {
        Document found = mongo.findById(id(staff, day), Document.class, COLLECTION);
        return found == null ? Readings.NONE : open(found);
    }

    Readings change(StaffId staff, LocalDate day, UnaryOperator<Readings> change) {
        for (int attempt = 1; ; attempt++) {
            Document found = mongo.findById(id(staff, day), Document.class, COLLECTION);
            Readings before = found == null ? Readings.NONE : open(found);
            Readings next = change.apply(before);
            if (next.equals(before) || written(staff, day, found, next)) {
                return next;
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("readings: " + attempt + " attempts (expected: one that succeeds)");
            }
        }
    }

    private boolean written(
            StaffId staff, LocalDate day, @org.jspecify.annotations.Nullable Document found, Readings next) {
        String id = id(staff, day);
        if (found == null) {
            try {
                mongo.insert(document(id, sealer.newKey(id), 1, next), COLLECTION);
            } catch (DuplicateKeyException standing) {
                return false;
            }
            forget(staff, day);
            return true;
        }
        long version = found.getLong("v");
        return collection()
                        .replaceOne(
                                Filters.and(Filters.eq("_id", id), Filters.eq("v", version)),
                                document(id, wrapped(found), version + 1, next))
                        .getModifiedCount()
                == 1;
    }

    /** Takes a case out of every day that is still here: a few documents for each person. */
    void forget(CaseNumber number) {
        for (String id : ids()) {
            Document found = mongo.findById(id, Document.class, COLLECTION);
            if (found != null && open(found).read().containsKey(number.value())) {
                int day = id.lastIndexOf(':');
                change(
                        new StaffId(id.substring(0, day)),
                        LocalDate.parse(id.substring(day + 1)),
                        readings -> readings.without(number.value()));
            }
        }
    }

    /** Whether it stands in any day that is still here. */
    boolean holds(CaseNumber number) {
        return ids().stream()
                .map(id -> mongo.findById(id, Document.class, COLLECTION))
                .anyMatch(found -> found != null && open(found).read().containsKey(number.value()));
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Document one : collection().find().projection(Projections.include("_id"))) {
            ids.add(one.getString("_id"));
        }
        return ids;
    }

    private void forget(StaffId staff, LocalDate day) {
        for (int days = KEPT; days <= SWEPT; days++) {
            collection().deleteOne(Filters.eq("_id", id(staff, day.minusDays(days))));
        }
    }

    private Document document(String id, Bytes wrapped, long version, Readings readings) {
        Bytes sealed = key(wrapped, id).seal(Bytes.copyOf(json.writeValueAsBytes(readings)), id, PART, version);
        return new Document("_id", id)
                .append("v", version)
                .append("w", new Binary(wrapped.toArray()))
                .append("c", new Binary(sealed.toArray()));
    }

    private Readings open(Document found) {
        String id = found.getString("_id");
        Bytes sealed = Bytes.copyOf(found.get("c", Binary.class).getData());
        return key(wrapped(found), id)
                .open(sealed, id, PART, found.getLong("v"))
                .map(content -> json.readValue(content.toArray(), Readings.class))
                .orElseThrow(() -> new IllegalStateException("readings: refused by their key (expected: to open)"));
    }

    private CaseSealer.CaseKey key(Bytes wrapped, String id) {
        return sealer.unwrap(wrapped, id)
                .orElseThrow(() -> new IllegalStateException("readings: data key refused (expected: to open)"));
    }

    private static Bytes wrapped(Document found) {
        return Bytes.copyOf(found.get("w", Binary.class).getData());
    }

    private static String id(StaffId staff, LocalDate day) {
        return staff.value() + ":" + day;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
