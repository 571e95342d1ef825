package org.wasl.admin.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;
import org.wasl.triage.seal.Refusal;

/**
 * What could not be taken in, where staff can see that it came. Of what did not open only the digest is kept: it is
 * nobody's report, or one nobody can read. What opened and could not be worked through is kept sealed as it came.
 */
final class Quarantine {
    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);
    private static final String REFUSED = "quarantine";
    private static final String PARKED = "parked";

    private final MongoTemplate mongo;
    private final MeterRegistry meters;
    private final int most;
    private final Clock clock;

    Quarantine(MongoTemplate mongo, MeterRegistry meters, int most, Clock clock) {
        this.mongo = mongo;
        this.meters = meters;
        this.most = most;
        this.clock = clock;
    }

    /**
     * How much stands there. {@code refused} alone can be somebody's noise; {@code parked} is always a report a human has
     * to look after.
     */
    record Counts(long refused, long parked) {}

    Counts counts() {
        return new Counts(
                mongo.getCollection(REFUSED).estimatedDocumentCount(),
                mongo.getCollection(PARKED).estimatedDocumentCount());
    }

    /** Something did not open. Kept by its digest: the same thing twice is one entry with a count. */
    void refused(Bytes sealed, Refusal reason) {
        meters.counter("wasl.intake.refused", "reason", reason.name()).increment();
        log.warn("intake: an entry was refused: {}", reason);
        String digest = Digest.of(sealed).toHex();
        if (mongo.getCollection(REFUSED).estimatedDocumentCount() < most) {
            mongo.getCollection(REFUSED)
                    .updateOne(
                            Filters.eq("_id", digest),
                            Updates.combine(
                                    Updates.set("reason", reason.name()),
                                    Updates.set("day", today()),
                                    Updates.inc("times", 1)),
                            new UpdateOptions().upsert(true));
        }
    }

    /** Something opened and could not be worked through. Never dropped, however much stands there. */
    void parked(Bytes sealed, String why) {
        meters.counter("wasl.intake.parked", "why", why).increment();
        log.error("intake: an entry was parked, a human has to look: {}", why);
        mongo.getCollection(PARKED)
                .replaceOne(
                        Filters.eq("_id", Digest.of(sealed).toHex()),
                        new Document("_id", Digest.of(sealed).toHex())
                                .append("why", why)
                                .append("day", today())
                                .append("sealed", new Binary(sealed.toArray())),
                        new ReplaceOptions().upsert(true));
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }
}
