package org.wasl.admin.casework;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.intake.IntakeId;

/**
 * Walks through the whole store and finds what belongs to no case. It takes as long as the store is large, so it runs in
 * the background and never in a request. What it suspects it looks at a second time, since cases are made and erased
 * meanwhile.
 */
public final class OrphanWalk {
    private final MongoTemplate mongo;
    private final CaseStore store;
    private final Clock clock;

    OrphanWalk(MongoTemplate mongo, CaseStore store, Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.clock = clock;
    }

    /**
     * All that is left over now.
     *
     * @param closed is told the number of every case that is not open, a few at a time
     */
    public Orphans walk(Consumer<CaseNumber> closed) {
        Set<String> blobs = new HashSet<>();
        each("attachment_chunks", List.of(), one -> blobs.add(blob(one.getString("_id"))));
        Set<String> keys = new HashSet<>();
        each("case_keys", List.of(), document -> keys.add(document.getString("_id")));
        Set<String> cases = new HashSet<>();
        Set<String> shut = new HashSet<>();
        each("cases", List.of("open"), document -> {
            cases.add(document.getString("_id"));
            if (!document.getBoolean("open", true)) {
                shut.add(document.getString("_id"));
            }
        });
        Tally tally = new Tally();
        // In this order: what came while the keys were read has a document when it is looked at again.
        keys.stream()
                .filter(number -> !cases.contains(number) && !document(number) && key(number))
                .forEach(number -> tally.add(
                        store.tombstone(new CaseNumber(number)).isPresent()
                                ? Orphans.Kind.KEY_OF_AN_ERASED_CASE
                                : Orphans.Kind.KEY_WITHOUT_DOCUMENT));
        cases.stream()
                .filter(number -> !key(number) && document(number))
                .forEach(_ -> tally.add(Orphans.Kind.DOCUMENT_WITHOUT_KEY));
        Predicate<String> alone = number -> number != null && !keys.contains(number) && !key(number);
        each(
                "mailboxes",
                List.of("case"),
                one -> tally.add(alone, one.getString("case"), Orphans.Kind.MAILBOX_WITHOUT_CASE));
        each(
                "intake",
                List.of("case"),
                one -> tally.add(alone, one.getString("case"), Orphans.Kind.REPORT_WITHOUT_CASE));
        each(
                "accused",
                List.of("r"),
                one -> one.getList("r", Document.class, List.of())
                        .forEach(entry -> tally.add(alone, entry.getString("c"), Orphans.Kind.INDEX_WITHOUT_CASE)));
        each("attachment_withheld", List.of("report"), one -> {
            boolean stands =
                    store.reserved(new IntakeId(one.getString("report"))).orElse(null)
                            instanceof CaseStore.Reserved.For;
            tally.add(_ -> !stands, "", Orphans.Kind.WITHHELD_WITHOUT_CASE);
        });
        blobs(blobs, cases, tally);
        shut.forEach(number -> closed.accept(new CaseNumber(number)));
        return new Orphans(clock.instant(), cases.size(), keys.size(), new TreeMap<>(tally.found));
    }

    /** Whose an attachment is stands in the case alone, so each case is opened, one at a time. */
    private void blobs(Set<String> blobs, Set<String> cases, Tally tally) {
        if (blobs.isEmpty()) {
            return;
        }
        each("attachment_coming", List.of(), one -> blobs.remove(one.getString("_id")));
        for (String number : cases) {
            try {
                if (store.load(new CaseNumber(number)) instanceof CaseStore.Found.Here here) {
                    CaseBook.blobs(here.held()).forEach(blobs::remove);
                }
            } catch (CaseUnreadableException unreadable) {
                tally.add(Orphans.Kind.UNREADABLE_CASE);
            }
        }
        blobs.forEach(_ -> tally.add(Orphans.Kind.ATTACHMENT_WITHOUT_CASE));
    }

    private static String blob(String chunk) {
        return chunk.substring(0, chunk.lastIndexOf(':'));
    }

    private boolean key(String number) {
        return mongo.findById(number, Document.class, "case_keys") != null;
    }

    private boolean document(String number) {
        return mongo.findById(number, Document.class, "cases") != null;
    }

    private void each(String name, List<String> fields, Consumer<Document> use) {
        MongoCollection<Document> collection = mongo.getCollection(name);
        for (Document one : collection
                .find()
                .projection(fields.isEmpty() ? Projections.include("_id") : Projections.include(fields))) {
            use.accept(one);
        }
    }

    private static final class Tally {
        private final Map<Orphans.Kind, Integer> found = new TreeMap<>();

        void add(Orphans.Kind kind) {
            found.merge(kind, 1, Integer::sum);
        }

        void add(Predicate<String> alone, @org.jspecify.annotations.Nullable String number, Orphans.Kind kind) {
            if (number != null && alone.test(number)) {
                add(kind);
            }
        }
    }
}
