package org.wasl.config.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Refuses a Redis that would lose what it acknowledged. */
public final class RedisCheck {

    /**
     * The first mended release of each line that was mended; 7.0 was not. Source: the maintainers' update of the official
     * images, github.com/docker-library/official-images/pull/20011, and github.com/redis/redis/pull/14485.
     */
    private static final List<int[]> MENDED = List.of(
            new int[] {6, 2, 20}, new int[] {7, 2, 11}, new int[] {7, 4, 6}, new int[] {8, 0, 4}, new int[] {8, 2, 2});

    /** Lines begun later have never had it. */
    private static final int[] NEWEST_LINE = {8, 2, Integer.MAX_VALUE};

    private RedisCheck() {}

    /**
     * Every reason not to use the server, empty for none. Managed servers forbid CONFIG; then {@code vouched} says that
     * the operator has seen to it.
     */
    public static List<String> problems(URI uri, boolean vouched) {
        List<String> problems = new ArrayList<>();
        String name = "Redis at " + uri.getHost() + ":" + uri.getPort();
        try (Jedis redis = new Jedis(uri)) {
            checkVersion(name, redis, problems);
            checkPersistence(name, redis, vouched, problems);
        } catch (JedisConnectionException e) {
            problems.add(name + ": does not answer (expected: a running server; see wasl.redis.uri)");
        } catch (JedisDataException e) {
            problems.add(name + ": refuses this user (" + code(e) + ")");
        } catch (JedisException e) {
            problems.add(name + ": cannot be checked (" + e.getClass().getSimpleName() + ")");
        }
        return problems;
    }

    /**
     * What is no reason to refuse a server and must be said: a version whose Lua can be broken out of by whoever may run
     * a script there, which both nodes may (CVE-2025-49844, -46817, -46818, -46819). A distribution may have mended an
     * older version without changing its number, so this is a warning.
     */
    public static Optional<String> warning(URI uri) {
        try (Jedis redis = new Jedis(uri)) {
            Map<String, String> server = info(redis, "server");
            // Valkey counts its own versions and tells an old one of Redis for its clients' sake.
            return server.containsKey("valkey_version")
                    ? Optional.empty()
                    : warning(server.getOrDefault("redis_version", "0"))
                            .map(warning -> "Redis at " + uri.getHost() + ":" + uri.getPort() + ": " + warning);
        } catch (JedisException | NumberFormatException unread) {
            // Why it cannot be asked is told where it is refused.
            return Optional.empty();
        }
    }

    static Optional<String> warning(String version) {
        int[] number = Stream.of((version + ".0.0").split("[^0-9]+"))
                .limit(3)
                .mapToInt(Integer::parseInt)
                .toArray();
        boolean mended = MENDED.stream()
                        .filter(line -> line[0] == number[0] && line[1] == number[1])
                        .anyMatch(line -> number[2] >= line[2])
                || Arrays.compare(number, NEWEST_LINE) > 0;
        return mended
                ? Optional.empty()
                : Optional.of("version " + version + " lets whoever may run scripts break out of them, CVE-2025-49844"
                        + " (expected: 6.2.20, 7.2.11, 7.4.6, 8.0.4, 8.2.2 or newer, or a package that was mended)");
    }

    private static void checkVersion(String name, Jedis redis, List<String> problems) {
        String version = info(redis, "server").getOrDefault("redis_version", "0");
        String[] parts = version.split("\\.", -1);
        int major = Integer.parseInt(parts[0]);
        int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        if (major < 6 || (major == 6 && minor < 2)) {
            problems.add(name + ": version " + version + " (expected: 6.2 or newer, for LMOVE and ACL)");
        }
    }

    private static void checkPersistence(String name, Jedis redis, boolean vouched, List<String> problems) {
        if (!"1".equals(info(redis, "persistence").get("aof_enabled"))) {
            problems.add(
                    name + ": no append-only file (expected: appendonly yes; what is acknowledged must be on disk)");
            return;
        }
        String fsync;
        try {
            fsync = redis.configGet("appendfsync").getOrDefault("appendfsync", "unknown");
        } catch (JedisDataException e) {
            if (!vouched) {
                problems.add(name + ": appendfsync cannot be read (expected: the right to CONFIG GET, or"
                        + " wasl.redis.vouched=true once you have made sure that it is always)");
            }
            return;
        }
        int replicas = Integer.parseInt(info(redis, "replication").getOrDefault("connected_slaves", "0"));
        boolean durable = fsync.equals("always") || (fsync.equals("everysec") && replicas > 0);
        if (!durable) {
            problems.add(name + ": appendfsync " + fsync + ", " + replicas
                    + " replicas (expected: always, or everysec with a replica)");
        }
    }

    private static Map<String, String> info(Jedis redis, String section) {
        return redis.info(section)
                .lines()
                .filter(line -> line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, second) -> first));
    }

    /** The error's first word; the rest of the server's text may quote what was sent. */
    private static String code(JedisDataException e) {
        String message = String.valueOf(e.getMessage());
        int space = message.indexOf(' ');
        return space < 0 ? message : message.substring(0, space);
    }
}
