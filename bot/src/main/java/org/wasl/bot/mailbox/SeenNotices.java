package org.wasl.bot.mailbox;

import java.time.Instant;
import org.wasl.bot.session.ConversationNames;
import org.wasl.triage.intake.DeskNotice;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ZAddParams;

/**
 * The last sequence acted on for everything a notice can be about, kept as long as a notice may be old; the sequence is
 * the desk's clock in microseconds, so it says its own age. What a notice is about is its kind and its subject, and for
 * replies and alerts the one reply or alert: two notices sealed side by side may come in either order, and neither may
 * make the other a repeat. Names are keyed hashes.
 */
final class SeenNotices {

    private static final String KEY = "wasl:{bot}:notices-seen";

    private final RedisClient redis;
    private final ConversationNames names;

    SeenNotices(RedisClient redis, ConversationNames names) {
        this.redis = redis;
        this.names = names;
    }

    /** Whether this one, or a newer one about the same, was acted on before. */
    boolean seen(DeskNotice notice, long sequence) {
        Double last = redis.zscore(KEY, name(notice));
        return last != null && sequence <= last;
    }

    /** It was acted on; noted afterwards, so that a crash between the two repeats it and never loses it. */
    void done(DeskNotice notice, long sequence) {
        redis.zadd(KEY, sequence, name(notice), ZAddParams.zAddParams().gt());
    }

    void forgetBefore(Instant then) {
        redis.zremrangeByScore(KEY, Double.NEGATIVE_INFINITY, then.toEpochMilli() * 1000.0);
    }

    private String name(DeskNotice notice) {
        return switch (notice) {
            case DeskNotice.ReplyPublished it -> names.other("notice", "reply", it.mailboxId(), it.replyId());
            case DeskNotice.CapsuleFound it -> names.other("notice", "capsule", it.askId());
            case DeskNotice.TakenOver it ->
                names.other("notice", "over", it.id().value());
            case DeskNotice.OfficerAlert it -> names.other("notice", "alert", it.officerLink(), it.onceValue());
            case DeskNotice.Erased it -> names.other("notice", "erased", it.id().value());
            case DeskNotice.Closed it -> names.other("notice", "closed", it.id().value());
            case DeskNotice.ReceiptAsked it -> names.other("notice", "receipt", it.askId());
            case DeskNotice.ReceiptVoided it -> names.other("notice", "voided", it.mailboxId());
        };
    }
}
