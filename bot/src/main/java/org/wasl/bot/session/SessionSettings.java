package org.wasl.bot.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the turn; see {@code wasl.session} in application.yml.
 *
 * @param node name of this bot node; the same name started again takes its own shards back at once
 * @param lease how long a shard is held without renewal, by the store's clock; longer than any call to a platform
 * @param conversationsInHand most conversations of one shard advanced together
 * @param workers threads that take turns; each mostly waits for the store, and holds a connection while it reads
 * @param commitLanes connections that carry commits
 * @param commitBatch most commits in one pipeline
 * @param inboxPerShard from how many waiting entries a shard is crowded; a conversation that has its share there is then
 *     refused, and nobody else
 * @param inboxPerConversation a conversation's share of a crowded shard, and most of its entries held in memory
 * @param acceptWait how long a channel waits for an event to be durable
 * @param attempts how often an input may fail before it is parked for a human
 * @param invitation how long after the person's own last word a message may go out
 * @param forgetAfter how long after the last word the conversation is removed
 * @param clearAfter how long after the last word the last messages of a chat in safe mode are deleted; before the
 *     conversation is removed, and within the 47 h in which the strictest platform still deletes
 * @param rememberEvents how long an event counts as a repeat
 * @param outage how long the node must have been away before those waiting on buttons are asked again
 * @param poll how often the shards are looked over without being woken
 * @param sweep how often a shard is swept of what is too old
 * @param sends most messages on their way at the same time
 * @param channelPause how long a misconfigured channel rests before it is tried again
 * @param markPace after how long "I was here before" is answered, case or none
 * @param heldReplies most replies that wait for the person's next word
 * @param replicas replicas that must have a write; 0 for a server without
 * @param durableWait how long a write may take to be on disk and on replicas
 * @param fsyncAlways the server runs {@code appendfsync always}, so that one that could be asked for every write need
 *     not be
 * @param countsTold how often the desk is told what is only counted: chats begun with the codes of posters, and how
 *     conversations ended
 */
@ConfigurationProperties("wasl.session")
public record SessionSettings(
        @DefaultValue("bot-1") String node,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("64") int conversationsInHand,
        @DefaultValue("32") int workers,
        @DefaultValue("2") int commitLanes,
        @DefaultValue("256") int commitBatch,
        @DefaultValue("10000") int inboxPerShard,
        @DefaultValue("200") int inboxPerConversation,
        @DefaultValue("5s") Duration acceptWait,
        @DefaultValue("3") int attempts,
        @DefaultValue("15m") Duration invitation,
        @DefaultValue("24h") Duration forgetAfter,
        @DefaultValue("23h") Duration clearAfter,
        @DefaultValue("8d") Duration rememberEvents,
        @DefaultValue("150s") Duration outage,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5m") Duration sweep,
        @DefaultValue("64") int sends,
        @DefaultValue("30s") Duration channelPause,
        @DefaultValue("4s") Duration markPace,
        @DefaultValue("20") int heldReplies,
        @DefaultValue("0") int replicas,
        @DefaultValue("2s") Duration durableWait,
        @DefaultValue("false") boolean fsyncAlways,
        @DefaultValue("10m") Duration countsTold) {

    private static final Duration LATEST_DELETION = Duration.ofHours(47);

    public static final SessionSettings DEFAULTS = new SessionSettings(
            "bot-1",
            Duration.ofSeconds(30),
            64,
            32,
            2,
            256,
            10_000,
            200,
            Duration.ofSeconds(5),
            3,
            Duration.ofMinutes(15),
            Duration.ofHours(24),
            Duration.ofHours(23),
            Duration.ofDays(8),
            Duration.ofSeconds(150),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            64,
            Duration.ofSeconds(30),
            Duration.ofSeconds(4),
            20,
            0,
            Duration.ofSeconds(2),
            false,
            Duration.ofMinutes(10));

    public SessionSettings {
        if (clearAfter.compareTo(forgetAfter) >= 0 || clearAfter.compareTo(LATEST_DELETION) > 0) {
            throw new IllegalArgumentException("wasl.session.clear-after: " + clearAfter
                    + " (expected: shorter than forget-after, at most " + LATEST_DELETION + ")");
        }
        atLeastOne("conversations-in-hand", conversationsInHand);
        atLeastOne("workers", workers);
        atLeastOne("commit-lanes", commitLanes);
        atLeastOne("commit-batch", commitBatch);
        atLeastOne("inbox-per-shard", inboxPerShard);
        atLeastOne("inbox-per-conversation", inboxPerConversation);
        atLeastOne("attempts", attempts);
        atLeastOne("sends", sends);
        if (!node.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("wasl.session.node: (expected: 1 to 40 of a-z, 0-9 and -)");
        }
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("wasl.session." + key + ": " + value + " (expected: > 0)");
        }
    }
}
