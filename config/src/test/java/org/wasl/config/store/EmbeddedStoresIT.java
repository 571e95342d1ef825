package org.wasl.config.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;

@Tag("beside-another")
class EmbeddedStoresIT {

    private static final String MARKER = "a-word-nobody-else-writes";

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void keepsDataOverARestart() {
        try (EmbeddedRedis redis = redis();
                RedisClient client = RedisClient.create(redis.botUri())) {
            client.hset("h", "field", "value");
        }
        try (EmbeddedMongo mongo = mongo();
                MongoClient client = MongoClients.create(mongo.uri())) {
            client.getDatabase("wasl").getCollection("c").insertOne(new Document("_id", 1));
        }
        try (EmbeddedRedis redis = redis();
                RedisClient client = RedisClient.create(redis.botUri())) {
            assertThat(client.hget("h", "field")).isEqualTo("value");
        }
        try (EmbeddedMongo mongo = mongo();
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(client.getDatabase("wasl").getCollection("c").countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void shutsDownASurvivorBeforeItStartsAnother() throws Exception {
        EmbeddedRedis orphan = redis();
        try (RedisClient client = RedisClient.create(orphan.botUri())) {
            client.hset("h", "field", "written before the kill");
        }
        long pid = pid();

        try (EmbeddedRedis next = redis();
                RedisClient client = RedisClient.create(next.botUri())) {
            assertThat(pid()).isNotEqualTo(pid);
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(client.hget("h", "field")).isEqualTo("written before the kill");
        }
    }

    @Test
    void aStalePidFileOfSomebodyElsesProcessHarmsNobody() throws Exception {
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Files.createDirectories(folder.resolve("redis"));
            Files.writeString(folder.resolve("redis/redis.pid"), Long.toString(innocent.pid()));
            Files.writeString(folder.resolve("redis/redis.port"), "1");
            redis().close();
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        EmbeddedRedis redis = redis();
        long pid = pid();
        redis.close();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void redisLetsNobodyInWithoutAPasswordOrWithAnother() {
        try (EmbeddedRedis redis = redis();
                Jedis stranger = new Jedis("127.0.0.1", redis.botUri().getPort())) {
            assertThatThrownBy(stranger::ping).hasMessageStartingWith("NOAUTH");
            assertThatThrownBy(() -> stranger.auth("wasl-bot", "guess"))
                    .isInstanceOfAny(JedisAccessControlException.class, JedisConnectionException.class);
        }
    }

    @Test
    void theLaunchersOwnUserReadsNothing() {
        try (EmbeddedRedis redis = redis();
                Jedis house = new Jedis(redis.houseUri())) {
            assertThat(house.ping()).isEqualTo("PONG");
            assertThatThrownBy(() -> house.hget("h", "f")).hasMessageStartingWith("NOPERM");
            assertThatThrownBy(() -> house.keys("*")).hasMessageStartingWith("NOPERM");
        }
    }

    @Test
    void secretsLieInFilesOnlyTheirOwnerReads() throws Exception {
        try (EmbeddedRedis redis = redis();
                EmbeddedMongo mongo = mongo()) {
            assertThat(redis).isNotNull();
            assertThat(mongo).isNotNull();
            for (String name : List.of("redis/house.secret", "redis/users.acl", "store.key")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void theStoreFileShowsNothingOfWhatIsInIt() throws Exception {
        try (EmbeddedMongo mongo = mongo();
                MongoClient client = MongoClients.create(mongo.uri())) {
            client.getDatabase("wasl").getCollection("c").insertOne(new Document("_id", 1).append("text", MARKER));
        }
        String file = Files.readString(folder.resolve("mongodb/desk.store"), StandardCharsets.ISO_8859_1);
        assertThat(file).isNotEmpty().doesNotContain(MARKER);
    }

    @Test
    void refusesAnotherKeyAndAMissingOne() throws Exception {
        mongo().close();
        Path key = folder.resolve("store.key");
        String right = Files.readString(key);
        Files.writeString(key, "0".repeat(right.length()));
        assertThatThrownBy(this::mongo)
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("does not open with the key in");
        Files.delete(key);
        assertThatThrownBy(this::mongo).isInstanceOf(StoreRefused.class).hasMessageContaining("is missing");
        assertThat(key).as("no second key is made for an old store").doesNotExist();
    }

    @Test
    void theServerThatComesWithWaslPassesTheCheckForServers() {
        try (EmbeddedRedis redis = redis()) {
            assertThat(RedisCheck.problems(redis.houseUri(), false)).isEmpty();
        }
    }

    @Test
    void refusesARedisThatWouldLoseWhatItAcknowledged() {
        try (EmbeddedRedis redis = redis();
                Jedis everything = new Jedis(redis.botUri())) {
            everything.configSet("appendfsync", "everysec");
            assertThat(RedisCheck.problems(redis.houseUri(), false))
                    .singleElement()
                    .asString()
                    .endsWith("appendfsync everysec, 0 replicas (expected: always, or everysec with a replica)");
            everything.configSet("appendonly", "no");
            assertThat(RedisCheck.problems(redis.houseUri(), true))
                    .singleElement()
                    .asString()
                    .contains("no append-only file");
        }
    }

    @Test
    void saysThatARedisDoesNotAnswer() {
        assertThat(RedisCheck.problems(java.net.URI.create("redis://127.0.0.1:1"), false))
                .singleElement()
                .asString()
                .startsWith("Redis at 127.0.0.1:1: does not answer");
    }

    private EmbeddedRedis redis() {
        return EmbeddedRedis.start(folder.resolve("redis"), 64, Writer.EVERYTHING, random);
    }

    private EmbeddedMongo mongo() {
        return EmbeddedMongo.start(folder.resolve("mongodb"), folder.resolve("store.key"), 32, random);
    }

    private long pid() throws Exception {
        return Long.parseLong(
                Files.readString(folder.resolve("redis/redis.pid")).strip());
    }
}
