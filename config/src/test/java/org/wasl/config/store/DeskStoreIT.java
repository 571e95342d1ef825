package org.wasl.config.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document store under what the desk does to it: documents of every size, written anew again and again. */
@Tag("beside-another")
class DeskStoreIT {

    private static final int THREADS = 4;
    private static final int WRITES = 3_000;
    private static final int DOCUMENTS_OF_A_THREAD = 100;

    @TempDir
    Path folder;

    private final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();

    @Test
    void keepsEveryVersionWhileItsFileIsCleared() throws Exception {
        try (EmbeddedMongo mongo = mongo();
                MongoClient client = MongoClients.create(mongo.uri())) {
            write(cases(client));
        }
        try (EmbeddedMongo mongo = mongo();
                MongoClient client = MongoClients.create(mongo.uri())) {
            Map<Integer, Integer> found = new ConcurrentHashMap<>();
            for (Document document : cases(client).find()) {
                found.put(document.getInteger("_id"), document.getInteger("v"));
            }
            assertThat(found).isEqualTo(acknowledged);
        }
    }

    private void write(MongoCollection<Document> cases) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<?> one : threads.invokeAll(IntStream.range(0, THREADS)
                    .mapToObj(thread -> writer(thread, cases))
                    .toList())) {
                one.get();
            }
        }
    }

    private Callable<Void> writer(int thread, MongoCollection<Document> cases) {
        return () -> {
            Random random = new Random(thread);
            for (int version = writes.incrementAndGet(); version <= WRITES; version = writes.incrementAndGet()) {
                int id = random.nextInt(DOCUMENTS_OF_A_THREAD) * THREADS + thread;
                byte[] content = new byte[1024 << random.nextInt(5)];
                random.nextBytes(content);
                Document document = new Document("_id", id).append("v", version).append("c", new Binary(content));
                cases.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
                acknowledged.put(id, version);
                assertThat(cases.find(Filters.eq("_id", id)).first()).isNotNull();
            }
            return null;
        };
    }

    private static MongoCollection<Document> cases(MongoClient client) {
        return client.getDatabase("wasl").getCollection("cases");
    }

    private EmbeddedMongo mongo() {
        return EmbeddedMongo.start(folder.resolve("mongodb"), folder.resolve("store.key"), 32, new SecureRandom());
    }
}
