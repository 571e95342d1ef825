package org.wasl.admin.alert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;

/** What staff chose for their alerts, sealed as cases are: an address is nobody's business. */
final class AlertPreferences {
    private static final String COLLECTION = "alert-preferences";
    private static final String PART = "preference";
    /** What another node changed is seen after this. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private final MongoTemplate mongo;
    private final CaseSealer sealer;
    private final Clock clock;
    private final Map<StaffId, Known> known = new ConcurrentHashMap<>();

    AlertPreferences(MongoTemplate mongo, CaseSealer sealer, Clock clock) {
        this.mongo = mongo;
        this.sealer = sealer;
        this.clock = clock;
    }

    private record Known(Instant at, AlertPreference preference) {
        @Override
        public String toString() {
            return "Known[" + at + ", redacted]";
        }
    }

    AlertPreference of(StaffId staff) {
        Instant now = clock.instant();
        Known held = known.get(staff);
        if (held == null || held.at().plus(STALE).isBefore(now)) {
            held = new Known(now, read(staff));
            known.put(staff, held);
        }
        return held.preference();
    }

    void keep(StaffId staff, AlertPreference preference) {
        String name = name(staff);
        Bytes key = sealer.newKey(name);
        Bytes sealed = sealer.unwrap(key, name).orElseThrow().seal(written(preference), name, PART, 1);
        collection()
                .replaceOne(
                        Filters.eq("_id", staff.value()),
                        new Document("_id", staff.value())
                                .append("k", sealer.wrappingKeyId())
                                .append("key", key.toArray())
                                .append("sealed", sealed.toArray()),
                        new ReplaceOptions().upsert(true));
        known.remove(staff);
    }

    private AlertPreference read(StaffId staff) {
        Document document = collection().find(Filters.eq("_id", staff.value())).first();
        if (document == null) {
            return AlertPreference.NONE;
        }
        String name = name(staff);
        Bytes key = Bytes.copyOf(document.get("key", Binary.class).getData());
        Bytes sealed = Bytes.copyOf(document.get("sealed", Binary.class).getData());
        // What cannot be opened any more was never said: they are asked for it again.
        return sealer.unwrap(key, name)
                .flatMap(open -> open.open(sealed, name, PART, 1))
                .map(AlertPreferences::preference)
                .orElse(AlertPreference.NONE);
    }

    private static Bytes written(AlertPreference preference) {
        return Bytes.ofUtf8(String.join(
                "\n",
                preference.email(),
                text(preference.quietFrom()),
                text(preference.quietUntil()),
                text(preference.first())));
    }

    private static AlertPreference preference(Bytes written) {
        String[] lines = new String(written.toArray(), StandardCharsets.UTF_8).split("\n", -1);
        return new AlertPreference(
                lines[0],
                present(lines[1]).map(LocalTime::parse).orElse(null),
                present(lines[2]).map(LocalTime::parse).orElse(null),
                present(lines[3]).map(Page.Way::valueOf).orElse(null));
    }

    private static Optional<String> present(String line) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String name(StaffId staff) {
        return "alert-preference/" + staff.value();
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection(COLLECTION);
    }
}
