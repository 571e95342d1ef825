package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Has the store rewrite its append-only file, so that what was deleted is gone from the disk as well: every night, and
 * half an hour after an erasure, which leaves the other half of the promised hour to try again. What was erased before a
 * crash is not known afterwards, so a start counts as an erasure.
 */
final class FileRewrite implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(FileRewrite.class);
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");
    private static final int HOUR_OF_NIGHT = 3;
    private static final Duration AFTER_AN_ERASURE = Duration.ofMinutes(30);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final RedisClient redis;
    private final Erasures erasures;
    private final TurnCounters counters;
    private Instant due = Instant.MAX;
    private Instant lookAt = Instant.MAX;
    private long seen = -1;

    FileRewrite(RedisClient redis, Erasures erasures, TurnCounters counters) {
        this.redis = redis;
        this.erasures = erasures;
        this.counters = counters;
    }

    @Override
    public void pass(Instant now) {
        long erased = erasures.count();
        if (erased != seen) {
            seen = erased;
            due = earlier(due, now.plus(AFTER_AN_ERASURE));
        }
        if (!now.isBefore(lookAt)) {
            look(now);
        }
        if (!now.isBefore(due)) {
            ask(now);
        }
    }

    private void ask(Instant now) {
        try {
            redis.sendCommand(Protocol.Command.BGREWRITEAOF);
            due = night(now);
            lookAt = now.plus(LOOK);
        } catch (JedisDataException refused) {
            // One that began before the erasure may not hold it: asked again when it is over.
            failed(now, "refused");
        } catch (JedisException unreachable) {
            failed(now, "the store is away");
        }
    }

    /** Whether it came to a good end; one that did not is asked for again. */
    private void look(Instant now) {
        try {
            byte[] info = (byte[]) redis.sendCommand(Protocol.Command.INFO, "persistence");
            Map<String, String> told = new String(info, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(":"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(':')),
                            line -> line.substring(line.indexOf(':') + 1).strip()));
            boolean running =
                    "1".equals(told.get("aof_rewrite_in_progress")) || "1".equals(told.get("aof_rewrite_scheduled"));
            if (running) {
                lookAt = now.plus(LOOK);
                return;
            }
            lookAt = Instant.MAX;
            if ("ok".equals(told.get("aof_last_bgrewrite_status"))) {
                counters.fileRewritten();
            } else {
                failed(now, "it did not end well");
            }
        } catch (JedisException unreachable) {
            lookAt = now.plus(LOOK);
        }
    }

    private void failed(Instant now, String why) {
        LOG.warn("the store's append-only file was not rewritten: {}; what was erased is still on its disk", why);
        counters.rewriteFailed();
        due = now.plus(AGAIN);
    }

    private static Instant night(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, BAGHDAD);
        Instant tonight = today.atTime(HOUR_OF_NIGHT, 0).atZone(BAGHDAD).toInstant();
        return now.isBefore(tonight)
                ? tonight
                : today.plusDays(1).atTime(HOUR_OF_NIGHT, 0).atZone(BAGHDAD).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
