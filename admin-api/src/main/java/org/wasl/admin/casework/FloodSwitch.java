package org.wasl.admin.casework;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/** A supervisor's switch for two hours in which copies of one text stand as one row. Seen by every node in a second. */
public final class FloodSwitch {
    private static final String COLLECTION = "desk-switches";
    private static final String FLOOD = "flood";
    private static final Duration STALE = Duration.ofSeconds(1);

    private final MongoTemplate mongo;
    private final AuditTrail trail;
    private final CaseworkSettings settings;
    private final Clock clock;
    private volatile @Nullable Known known;

    FloodSwitch(MongoTemplate mongo, AuditTrail trail, CaseworkSettings settings, Clock clock) {
        this.mongo = mongo;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * That it is on.
     *
     * @param since reports opened before stand as they did
     */
    public record On(Instant since, Instant until) {}

    private record Known(Instant at, @Nullable On on) {}

    /** Empty while it is off. */
    public Optional<On> now() {
        Instant now = clock.instant();
        Known held = known;
        if (held == null || held.at().plus(STALE).isBefore(now)) {
            held = new Known(now, read());
            known = held;
        }
        return Optional.ofNullable(held.on()).filter(on -> now.isBefore(on.until()));
    }

    /** Turns it on from now. Turned on again it goes on longer and begins no later. {@code false} without the right. */
    public boolean turnOn(CurrentStaff staff) {
        Instant now = clock.instant();
        Instant since = now().map(On::since).orElse(now);
        return turn(staff, since, now.plus(settings.flood()));
    }

    /** Turns it off: every report has a row of its own again. {@code false} without the right. */
    public boolean turnOff(CurrentStaff staff) {
        Instant now = clock.instant();
        return turn(staff, now, now);
    }

    private boolean turn(CurrentStaff staff, Instant since, Instant until) {
        if (!staff.may(Permission.FLOOD_SWITCH)) {
            trail.append(trail.refused(staff.id().value(), Act.FLOOD_SWITCHED, FLOOD));
            return false;
        }
        trail.append(trail.done(staff.id().value(), Act.FLOOD_SWITCHED, FLOOD));
        collection()
                .replaceOne(
                        Filters.eq("_id", FLOOD),
                        new Document("_id", FLOOD)
                                .append("since", Date.from(since))
                                .append("until", Date.from(until)),
                        new ReplaceOptions().upsert(true));
        known = null;
        return true;
    }

    private @Nullable On read() {
        Document held = collection().find(Filters.eq("_id", FLOOD)).first();
        return held == null
                ? null
                : new On(
                        held.getDate("since").toInstant(), held.getDate("until").toInstant());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection(COLLECTION);
    }
}
