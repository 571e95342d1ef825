package org.wasl.config.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Refuses a Redis that would lose what it acknowledged. */
public final class RedisCheck {

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
