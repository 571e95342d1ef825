package org.wasl.admin.officer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** All openings in one document, so that they are found by its id and changed by one person at a time. */
final class GlassStore {
    private static final String GLASS = "staff-glass";
    private static final String ID = "all";
    /** Older ones stand in the audit chain. */
    private static final int MOST = 200;

    private static final int DUPLICATE = 11000;

    private final MongoTemplate mongo;

    GlassStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What was read, and of which revision. */
    record Held(long revision, List<BreakGlass.Pane> panes) {}

    Held read() {
        Document found = glass().find(eq("_id", ID)).first();
        if (found == null) {
            return new Held(0, List.of());
        }
        return new Held(
                found.getLong("revision"),
                found.getList("panes", Document.class, List.of()).stream()
                        .map(GlassStore::pane)
                        .toList());
    }

    /** Writes the latest of these; false when another was faster. */
    boolean write(Held before, List<BreakGlass.Pane> panes) {
        List<Document> latest = panes.subList(Math.max(0, panes.size() - MOST), panes.size()).stream()
                .map(GlassStore::document)
                .toList();
        if (before.revision() == 0) {
            return first(latest);
        }
        return glass().updateOne(
                                and(eq("_id", ID), eq("revision", before.revision())),
                                Updates.combine(
                                        Updates.set("revision", before.revision() + 1), Updates.set("panes", latest)))
                        .getMatchedCount()
                == 1;
    }

    private boolean first(List<Document> panes) {
        try {
            glass().insertOne(new Document("_id", ID).append("revision", 1L).append("panes", panes));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCode() == DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    private static Document document(BreakGlass.Pane pane) {
        Document document = new Document("id", pane.id())
                .append("case", pane.caseNumber())
                .append("reader", pane.reader().value())
                .append("reason", pane.reason().name())
                .append("asked", Date.from(pane.asked()))
                .append("ended", pane.ended());
        Optional.ofNullable(pane.second()).ifPresent(second -> document.append("second", second.value()));
        Optional.ofNullable(pane.until()).ifPresent(until -> document.append("until", Date.from(until)));
        return document;
    }

    private static BreakGlass.Pane pane(Document document) {
        return new BreakGlass.Pane(
                document.getString("id"),
                document.getString("case"),
                new StaffId(document.getString("reader")),
                BreakGlass.Reason.valueOf(document.getString("reason")),
                document.getDate("asked").toInstant(),
                id(document.getString("second")),
                instant(document.getDate("until")),
                document.getBoolean("ended", false));
    }

    private static @Nullable StaffId id(@Nullable String value) {
        return value == null ? null : new StaffId(value);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private MongoCollection<Document> glass() {
        return mongo.getDb().getCollection(GLASS);
    }
}
