package org.wasl.admin.casework;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.intake.AttachmentChunk;
import org.wasl.triage.intake.Limits;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/**
 * Chunks of attachments as they came, sealed: a document each, found by {@code _id} alone. What opens them lies in the
 * case's own sealed content. In clear stand a random name, a place and a day.
 *
 * <table>
 * <caption>collections</caption>
 * <tr><td>{@code attachment_chunks}</td><td>blob and place: ciphertext</td></tr>
 * <tr><td>{@code attachment_coming}</td><td>blob no case has yet: day it began</td></tr>
 * <tr><td>{@code attachment_withheld}</td><td>attachment: report, day, ciphertext only the bot opens</td></tr>
 * <tr><td>{@code attachment_played}</td><td>digest of who and what: day</td></tr>
 * </table>
 */
final class AttachmentStore {
    private static final String COMING = "attachment_coming";
    private static final String CHUNKS = "attachment_chunks";
    private static final String WITHHELD = "attachment_withheld";
    private static final String PLAYED = "attachment_played";

    private final MongoTemplate mongo;
    private final Clock clock;

    AttachmentStore(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Keeps a chunk. The first that came to its place stays: a repeat is the same, and nothing else was signed. */
    void keep(AttachmentChunk chunk) {
        insert(COMING, new Document("_id", chunk.blob()).append("day", today()));
        insert(
                CHUNKS,
                new Document("_id", name(chunk.blob(), chunk.index()))
                        .append("c", new Binary(chunk.sealed().toArray())));
    }

    /** The sealed bytes at a place; {@code null} where there are none. */
    @Nullable
    Bytes chunk(String blob, int index) {
        Document found =
                collection(CHUNKS).find(Filters.eq("_id", name(blob, index))).first();
        return found == null ? null : Bytes.copyOf(found.get("c", Binary.class).getData());
    }

    /**
     * From now on the blob lives as long as its case. To be called before the case says that it has it: what a crash
     * leaves between the two is taken up when the same entry is handled again.
     */
    void claim(String blob) {
        collection(COMING).deleteOne(Filters.eq("_id", blob));
    }

    /** Removes a blob with all its chunks. Harmless when some are gone already. */
    void remove(String blob) {
        for (int index = 0; index < Limits.CHUNKS; index++) {
            collection(CHUNKS).deleteOne(Filters.eq("_id", name(blob, index)));
        }
        claim(blob);
    }

    /** Keeps what the platform calls something that was not fetched, sealed to the bot, apart from every case. */
    void withhold(String attachment, String report, Bytes sealed) {
        collection(WITHHELD)
                .replaceOne(
                        Filters.eq("_id", attachment),
                        new Document("_id", attachment)
                                .append("report", report)
                                .append("day", today())
                                .append("c", new Binary(sealed.toArray())),
                        new ReplaceOptions().upsert(true));
    }

    /** Whether anything of a blob is there. */
    boolean anyChunk(String blob) {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < Limits.CHUNKS; index++) {
            names.add(name(blob, index));
        }
        return collection(CHUNKS).find(Filters.in("_id", names)).first() != null;
    }

    boolean withheld(String attachment) {
        return collection(WITHHELD).find(Filters.eq("_id", attachment)).first() != null;
    }

    /** Forgets what the platform called something that was not fetched. */
    void forgetWithheld(String attachment) {
        collection(WITHHELD).deleteOne(Filters.eq("_id", attachment));
    }

    /** Remembers for some days that somebody played it. */
    void played(StaffId staff, String attachment) {
        insert(PLAYED, new Document("_id", play(staff, attachment)).append("day", today()));
    }

    boolean hasPlayed(StaffId staff, String attachment) {
        return collection(PLAYED)
                        .find(Filters.eq("_id", play(staff, attachment)))
                        .first()
                != null;
    }

    private static String play(StaffId staff, String attachment) {
        return Digest.of(Bytes.ofUtf8("wasl/played/v1\n" + staff.value() + "\n" + attachment))
                .toHex();
    }

    /** Removes attempts that broke off: what no case claimed within so many whole days. Returns how many went. */
    int sweep(int days) {
        String oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .minusDays(days)
                .toString();
        for (Document play : collection(PLAYED).find()) {
            if (play.getString("day").compareTo(oldest) < 0) {
                collection(PLAYED).deleteOne(Filters.eq("_id", play.getString("_id")));
            }
        }
        int removed = 0;
        for (Document blob : collection(COMING).find()) {
            if (blob.getString("day").compareTo(oldest) < 0) {
                remove(blob.getString("_id"));
                removed++;
            }
        }
        return removed;
    }

    private void insert(String collection, Document document) {
        try {
            mongo.insert(document, collection);
        } catch (DuplicateKeyException standing) {
            // It stands there already.
            return;
        }
    }

    private static String name(String blob, int index) {
        return blob + ":" + index;
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getCollection(name);
    }
}
