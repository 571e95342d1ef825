package org.wasl.admin.casework;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Takes what is inserted in great numbers many at a time: one sync for hundreds instead of one for each. What else is
 * written, the list of open cases, is left out, as it would be after a case was settled.
 */
final class GatheredWrites extends MongoTemplate {
    private static final int TOGETHER = 500;

    private final Map<String, List<Document>> waiting = new HashMap<>();

    GatheredWrites(MongoTemplate mongo) {
        super(mongo.getMongoDatabaseFactory(), mongo.getConverter());
    }

    @Override
    public <T> T insert(T document, String collection) {
        List<Document> gathered = waiting.computeIfAbsent(collection, _ -> new ArrayList<>());
        gathered.add((Document) document);
        if (gathered.size() == TOGETHER) {
            write(collection, gathered);
        }
        return document;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public MongoCollection<Document> getCollection(String name) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                GatheredWrites.class.getClassLoader(), new Class<?>[] {MongoCollection.class}, (_, _, _) -> null);
    }

    void flush() {
        waiting.forEach(this::write);
    }

    private void write(String collection, List<Document> gathered) {
        if (!gathered.isEmpty()) {
            try {
                super.getCollection(collection).insertMany(gathered, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException taken) {
                // A number somebody has already: the first keeps it, here as in every other collection.
            }
            gathered.clear();
        }
    }
}
