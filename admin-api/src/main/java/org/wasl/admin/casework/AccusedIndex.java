package org.wasl.admin.casework;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.intake.IntakeId;

/**
 * Which reports point at the same account or number, by a blind index: its {@code _id} is an HMAC, and beside it stand
 * ids, case numbers and days. Nothing a person wrote is in it.
 */
final class AccusedIndex {
    private static final String NAME = "accused";
    /** An account so many point at is known; older reports give way. */
    private static final int MOST = 200;

    private static final int ATTEMPTS = 50;

    private final MongoTemplate mongo;

    AccusedIndex(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * A report that points at it.
     *
     * @param reporter by whom, blinded; equal for one person
     */
    record Entry(IntakeId id, CaseNumber number, String reporter, LocalDate day) {
        private Document written() {
            return new Document("i", id.value())
                    .append("c", number.value())
                    .append("w", reporter)
                    .append("d", day.toString());
        }

        private static Entry read(Document written) {
            return new Entry(
                    new IntakeId(written.getString("i")),
                    new CaseNumber(written.getString("c")),
                    written.getString("w"),
                    LocalDate.parse(written.getString("d")));
        }
    }

    /** Adds a report, once for its id, and forgets what is older than a day. All that point at it now. */
    List<Entry> add(String key, Entry entry, LocalDate oldest) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document found = mongo.findById(key, Document.class, NAME);
            List<Entry> entries = new ArrayList<>(found == null ? List.of() : entries(found));
            LocalDate first = entries.stream()
                    .filter(one -> one.id().equals(entry.id()))
                    .map(Entry::day)
                    .findFirst()
                    .orElse(entry.day());
            entries.removeIf(one -> one.id().equals(entry.id()) || one.day().isBefore(oldest));
            entries.add(new Entry(entry.id(), entry.number(), entry.reporter(), first));
            List<Entry> kept = entries.subList(Math.max(0, entries.size() - MOST), entries.size());
            if (found != null && kept.equals(entries(found)) || stored(key, found, kept)) {
                return List.copyOf(kept);
            }
        }
        throw new IllegalStateException("accused index: overtaken " + ATTEMPTS + " times (expected: a free moment)");
    }

    /** Forgets the reports of a case; the account itself where nobody else points at it. */
    void forget(String key, CaseNumber number) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document found = mongo.findById(key, Document.class, NAME);
            if (found == null) {
                return;
            }
            List<Entry> left = entries(found).stream()
                    .filter(one -> !one.number().equals(number))
                    .toList();
            boolean done = left.isEmpty()
                    ? collection()
                                    .deleteOne(Filters.and(Filters.eq("_id", key), Filters.eq("v", found.getLong("v"))))
                                    .getDeletedCount()
                            == 1
                    : stored(key, found, left);
            if (done) {
                return;
            }
        }
        throw new IllegalStateException("accused index: overtaken " + ATTEMPTS + " times (expected: a free moment)");
    }

    /** Whether a report of this case is among those that point at it. */
    boolean holds(String key, CaseNumber number) {
        Document found = mongo.findById(key, Document.class, NAME);
        return found != null
                && entries(found).stream().anyMatch(one -> one.number().equals(number));
    }

    private boolean stored(String key, @org.jspecify.annotations.Nullable Document before, List<Entry> entries) {
        long version = before == null ? 0 : before.getLong("v");
        Document next = new Document("_id", key)
                .append("v", version + 1)
                .append("r", entries.stream().map(Entry::written).toList());
        if (before == null) {
            try {
                mongo.insert(next, NAME);
                return true;
            } catch (DuplicateKeyException faster) {
                return false;
            }
        }
        return collection()
                        .replaceOne(Filters.and(Filters.eq("_id", key), Filters.eq("v", version)), next)
                        .getModifiedCount()
                == 1;
    }

    private static List<Entry> entries(Document found) {
        return found.getList("r", Document.class, List.of()).stream()
                .map(Entry::read)
                .toList();
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(NAME);
    }
}
