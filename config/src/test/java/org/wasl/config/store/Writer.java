package org.wasl.config.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import redis.clients.jedis.RedisClient;

/**
 * A process to be killed: starts both stores on a folder, writes to them from several threads, and prints a line for
 * every write once it was acknowledged, never before.
 */
final class Writer {

    static final EmbeddedRedis.Users EVERYTHING = (bot, desk) -> List.of(
            "user default off",
            "user wasl-bot on >" + bot + " ~* &* +@all",
            "user wasl-desk on >" + desk + " ~* &* +@all");

    private static final int THREADS = 4;

    private Writer() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        SecureRandom random = new SecureRandom();
        EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), 64, EVERYTHING, random);
        EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("mongodb"), folder.resolve("store.key"), 32, random);
        RedisClient redisClient = RedisClient.create(redis.botUri());
        MongoClient mongoClient = MongoClients.create(mongo.uri());
        MongoCollection<Document> collection = mongoClient.getDatabase("wasl").getCollection("writes");
        AtomicLong next = new AtomicLong(first);
        System.out.println("ready");
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(() -> writeForEver(next, redisClient, collection, System.out));
        }
    }

    private static void writeForEver(
            AtomicLong next, RedisClient redis, MongoCollection<Document> mongo, PrintStream acknowledged) {
        while (true) {
            long number = next.getAndIncrement();
            redis.hset("writes", Long.toString(number), "x".repeat(200));
            acknowledged.println("r " + number);
            mongo.insertOne(
                    new Document("_id", number).append("text", text(number)).append("version", 0));
            acknowledged.println("m " + number);
            mongo.updateOne(new Document("_id", number), new Document("$set", new Document("version", 1)));
            acknowledged.println("u " + number);
        }
    }

    /** Of unequal length, as cases are: what clears the file has more to do than with equal ones. */
    private static String text(long number) {
        return "x".repeat(200 << number % 7);
    }
}
