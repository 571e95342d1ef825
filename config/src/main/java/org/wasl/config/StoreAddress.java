package org.wasl.config;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.function.Function;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A document store an operator names on the command line. */
final class StoreAddress {
    private StoreAddress() {}

    static <T> T in(String address, Function<MongoTemplate, T> work) {
        ConnectionString connection = new ConnectionString(address);
        String database = connection.getDatabase();
        try (MongoClient client = MongoClients.create(connection)) {
            return work.apply(new MongoTemplate(client, database == null ? "wasl" : database));
        }
    }
}
