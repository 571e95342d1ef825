package org.wasl.config.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the file a write of one document reads: not the file. */
class IdFirstDatabaseTest {
    private static final int DOCUMENTS = 2_000;
    private static final int BYTES = 8_192;
    private static final int MUCH = DOCUMENTS * BYTES / 2;
    private static final int LITTLE = MUCH / 5;

    @TempDir
    Path folder;

    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> cases;
    private LongSupplier reads;

    @BeforeEach
    void fill() {
        SyncH2Backend backend = SyncH2Backend.open(folder.resolve("desk.store").toString(), "made up".toCharArray(), 1);
        server = new MongoServer(backend);
        server.bind("127.0.0.1", 0);
        client = MongoClients.create(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
        cases = client.getDatabase("wasl").getCollection("cases");
        reads = () -> backend.getMvStore().getFileStore().getReadBytes();
        List<Document> all = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] content = new byte[BYTES];
            random.nextBytes(content);
            all.add(new Document("_id", "case " + i).append("v", 1L).append("c", new Binary(content)));
        }
        cases.insertMany(all);
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aWriteOfOneVersionReadsNoOtherDocument() {
        assertThat(readBy(Filters.and(Filters.eq("_id", "case 300"), Filters.eq("v", 1L))))
                .isLessThan(LITTLE);
        assertThat(readBy(new Document("_id", "case 301").append("v", 1L))).isLessThan(LITTLE);
        assertThat(readBy(Filters.and(Filters.eq("v", 1L), Filters.in("_id", "case 302", "case 303"))))
                .isLessThan(LITTLE);
        // What is looked for by anything else reads everything, or the count would show nothing.
        assertThat(readBy(Filters.eq("v", 77L))).isGreaterThan(MUCH);
        assertThat(readBy(Filters.or(Filters.eq("_id", "case 304"), Filters.eq("v", 77L))))
                .isGreaterThan(MUCH);
    }

    @Test
    void theRestOfTheFilterStillDecides() {
        Bson stale = Filters.and(Filters.eq("_id", "case 5"), Filters.eq("v", 7L));
        Document next = new Document("_id", "case 5").append("v", 2L);
        assertThat(cases.replaceOne(stale, next).getModifiedCount()).isZero();
        assertThat(cases.deleteOne(stale).getDeletedCount()).isZero();
        assertThat(cases.find(stale).first()).isNull();
        assertThat(cases.findOneAndReplace(stale, next)).isNull();
        assertThat(cases.countDocuments(stale)).isZero();
        assertThat(cases.find(Filters.eq("_id", "case 5")).first()).containsEntry("v", 1L);

        Bson standing = Filters.and(Filters.eq("_id", "case 5"), Filters.eq("v", 1L));
        assertThat(cases.replaceOne(standing, next).getModifiedCount()).isOne();
        assertThat(cases.replaceOne(standing, next).getModifiedCount()).isZero();
        assertThat(cases.deleteOne(Filters.and(Filters.eq("_id", "case 5"), Filters.eq("v", 2L)))
                        .getDeletedCount())
                .isOne();
        assertThat(cases.countDocuments()).isEqualTo(DOCUMENTS - 1);
    }

    @Test
    void anUpsertOfWhatIsNotThereMakesItOnce() {
        Bson fresh = Filters.and(Filters.eq("_id", "new"), Filters.eq("v", 1L));
        Document first = new Document("_id", "new").append("v", 1L);
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        assertThat(cases.replaceOne(fresh, first, upsert).getUpsertedId()).isNotNull();
        assertThat(cases.replaceOne(fresh, first, upsert).getUpsertedId()).isNull();
        assertThat(cases.countDocuments()).isEqualTo(DOCUMENTS + 1);
    }

    /** Bytes of the file read for it. */
    private long readBy(Bson filter) {
        long before = reads.getAsLong();
        cases.updateOne(filter, new Document("$set", new Document("v", 1L)));
        return reads.getAsLong() - before;
    }
}
