package org.wasl.admin;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A document store of a test's own, in memory, spoken to through the real driver. */
public final class DeskStore implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final MongoTemplate template;
    private final LookupRecorder recorder = new LookupRecorder();
    private final MongoClient recorded;
    private final MongoTemplate recordedTemplate;

    public DeskStore() {
        client = MongoClients.create("mongodb:/" + server.bind());
        template = new MongoTemplate(client, "wasl");
        recorded = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb:/" + server.getLocalAddress()))
                .addCommandListener(recorder)
                .build());
        recordedTemplate = new MongoTemplate(recorded, "wasl");
    }

    /** For a test to look with. */
    public MongoTemplate template() {
        return template;
    }

    /** For a node: what it looks for is recorded. */
    public MongoTemplate nodesTemplate() {
        return recordedTemplate;
    }

    public LookupRecorder recorder() {
        return recorder;
    }

    @Override
    public void close() {
        client.close();
        recorded.close();
        server.shutdownNow();
    }
}
