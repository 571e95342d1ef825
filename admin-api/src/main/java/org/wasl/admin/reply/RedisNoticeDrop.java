package org.wasl.admin.reply;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.NoticeSealer;
import org.wasl.triage.seal.Bytes;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAddParams;

/**
 * Notices in the boundary's stream. Entry ids come from a counter, never from the clock: the minute of a notice must not
 * stand outside its seal.
 */
final class RedisNoticeDrop implements NoticeDrop {
    private static final String COUNTER = Boundary.NOTICES + ":n";
    private static final int ATTEMPTS = 16;

    private final RedisClient redis;
    private final NoticeSealer sealer;
    private final long mostWaiting;

    RedisNoticeDrop(RedisClient redis, NoticeSealer sealer, long mostWaiting) {
        this.redis = redis;
        this.sealer = sealer;
        this.mostWaiting = mostWaiting;
    }

    @Override
    public Bytes sealed(DeskNotice notice) {
        return sealer.seal(notice);
    }

    @Override
    public Outcome drop(Bytes notice) {
        if (redis.xlen(Boundary.NOTICES) >= mostWaiting) {
            return Outcome.FULL;
        }
        byte[] sealed = notice.toArray();
        for (int attempt = 1; ; attempt++) {
            try {
                append(redis.incr(COUNTER), sealed);
                redis.publish(Boundary.NOTICES_WAKE, "1");
                return Outcome.DROPPED;
            } catch (JedisDataException refused) {
                // Another node's larger number came first, or the counter was lost and begins below the stream.
                if (attempt == ATTEMPTS || !overtaken(refused)) {
                    throw refused;
                }
                if (attempt > 1) {
                    catchUp();
                }
            }
        }
    }

    private void append(long number, byte[] sealed) {
        redis.xadd(
                Boundary.NOTICES.getBytes(StandardCharsets.UTF_8),
                XAddParams.xAddParams().id(new StreamEntryID(number, 0)),
                Map.of(Boundary.NOTICE_FIELD.getBytes(StandardCharsets.UTF_8), sealed));
    }

    private void catchUp() {
        StreamEntryID last = redis.xinfoStream(Boundary.NOTICES).getLastGeneratedId();
        redis.incrBy(COUNTER, Math.max(0, last.getTime() - redis.incr(COUNTER)));
    }

    private static boolean overtaken(JedisDataException refused) {
        String message = refused.getMessage();
        return message != null && message.contains("equal or smaller");
    }
}
