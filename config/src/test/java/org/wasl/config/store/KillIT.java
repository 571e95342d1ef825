package org.wasl.config.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/**
 * Kills a process with -9 while it writes to both stores, every second time its Redis too, and looks at what is left.
 * {@code -Dwasl.kills=20} for the long version.
 */
@Tag("beside-another")
class KillIT {

    private static final int KILLS = Integer.getInteger("wasl.kills", 4);

    /** Every second kill waits until the document store is about to clear its file, which it does every 200 commits. */
    private static final int COMMITS_BEFORE_CLEARING = 195;

    private final Set<Long> redisAcknowledged = new HashSet<>();
    private final Set<Long> mongoInserted = new HashSet<>();
    private final Set<Long> mongoUpdated = new HashSet<>();
    private final AtomicInteger commits = new AtomicInteger();

    @Test
    void nothingAcknowledgedIsMissingAfterAnyKill(@TempDir Path folder) throws Exception {
        Random random = new Random(20_261_122);
        for (int round = 1; round <= KILLS; round++) {
            commits.set(0);
            int least = round % 4 < 2 ? 0 : COMMITS_BEFORE_CLEARING + random.nextInt(12);
            writeUntilKilled(folder, round, least, least > 0 ? 0 : 300 + random.nextInt(1_500));
            lookAtWhatIsLeft(folder, round);
            // After a clean stop as well: what a start takes up, the next must not lose.
            lookAtWhatIsLeft(folder, round);
        }
        assertThat(mongoUpdated).hasSizeGreaterThan(KILLS * 20);
        System.out.printf(
                "%d kills: %d Redis writes, %d inserts and %d updates acknowledged, 0 missing%n",
                KILLS, redisAcknowledged.size(), mongoInserted.size(), mongoUpdated.size());
    }

    private void writeUntilKilled(Path folder, int round, int least, int millis) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-ea",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "--enable-native-access=ALL-UNNAMED",
                        Writer.class.getName(),
                        folder.toString(),
                        Long.toString(round * 1_000_000L))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Thread killer = Thread.ofPlatform().unstarted(() -> kill(process, folder, least, millis, round % 2 == 0));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("ready")) {
                    killer.start();
                }
                note(line);
            }
            killer.join();
        }
    }

    private void kill(Process process, Path folder, int least, int millis, boolean killRedisToo) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            while (commits.get() < least && process.isAlive()) {
                TimeUnit.MICROSECONDS.sleep(200);
            }
            if (killRedisToo) {
                long pid = Long.parseLong(
                        Files.readString(folder.resolve("redis/redis.pid")).strip());
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
            // Not by the process itself, which closes our end: what it said last is still to be read.
            process.toHandle().destroyForcibly();
            process.waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(String line) {
        if (!line.matches("[rmu] \\d{7,}")) {
            return;
        }
        if (line.charAt(0) != 'r') {
            commits.incrementAndGet();
        }
        long number = Long.parseLong(line.substring(2));
        switch (line.charAt(0)) {
            case 'r' -> redisAcknowledged.add(number);
            case 'm' -> mongoInserted.add(number);
            default -> mongoUpdated.add(number);
        }
    }

    private void lookAtWhatIsLeft(Path folder, int round) {
        SecureRandom random = new SecureRandom();
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), 64, Writer.EVERYTHING, random);
                EmbeddedMongo mongo =
                        EmbeddedMongo.start(folder.resolve("mongodb"), folder.resolve("store.key"), 32, random);
                RedisClient redisClient = RedisClient.create(redis.botUri());
                MongoClient mongoClient = MongoClients.create(mongo.uri())) {
            Set<Long> inRedis = new HashSet<>();
            redisClient.hkeys("writes").forEach(key -> inRedis.add(Long.parseLong(key)));
            MongoCollection<Document> collection =
                    mongoClient.getDatabase("wasl").getCollection("writes");
            Map<Long, Integer> inMongo = new java.util.HashMap<>();
            for (Document document : collection.find()) {
                inMongo.put(document.getLong("_id"), document.getInteger("version"));
            }
            assertThat(missing(redisAcknowledged, inRedis))
                    .as("Redis, round %d", round)
                    .isEmpty();
            assertThat(missing(mongoInserted, inMongo.keySet()))
                    .as("inserts, round %d", round)
                    .isEmpty();
            assertThat(mongoUpdated.stream()
                            .filter(number -> !Integer.valueOf(1).equals(inMongo.get(number))))
                    .as("updates, round %d", round)
                    .isEmpty();
        }
    }

    private static Set<Long> missing(Set<Long> acknowledged, Set<Long> found) {
        Set<Long> missing = new HashSet<>(acknowledged);
        missing.removeAll(found);
        return missing;
    }
}
