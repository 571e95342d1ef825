package org.wasl.admin.reply;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits and times of replies.
 *
 * @param longest most characters of one reply
 * @param mostPerCase most replies kept in one case
 * @param mostWaiting most notices that may wait for the bot
 * @param republish how long after the last time a reply that was not delivered is handed over again; the last of them
 *     repeats
 * @param presentFor how long the bot's word that the person is in the chat is believed
 * @param takeOver how long a take-over lasts without being renewed
 * @param live how long after the person's last word their chat can be found
 * @param capsulePace after how long every question for a capsule is answered, whatever the answer
 * @param mostQuestions most questions for capsules in hand at once; more are left unanswered
 * @param withdrawalHeld how long a withdrawn case that needs two people's look is held before it is erased
 * @param erasedRepublish how long after the last time the bot is told again that a report was erased; the last repeats
 * @param erasedTold for how long it is told: until every copy of the bot's store from before is gone
 * @param erasedWalk how often what other nodes have to tell is taken up
 * @param sweep how often all this is looked at
 */
@ConfigurationProperties("wasl.reply")
public record ReplySettings(
        @DefaultValue("4000") int longest,
        @DefaultValue("500") int mostPerCase,
        @DefaultValue("100000") long mostWaiting,
        @DefaultValue({"5s", "30s", "5m", "30m"}) List<Duration> republish,
        @DefaultValue("15m") Duration presentFor,
        @DefaultValue("60s") Duration takeOver,
        @DefaultValue("30d") Duration live,
        @DefaultValue("400ms") Duration capsulePace,
        @DefaultValue("1000") int mostQuestions,
        @DefaultValue("14d") Duration withdrawalHeld,
        @DefaultValue({"5s", "5m", "1h", "1d"}) List<Duration> erasedRepublish,
        @DefaultValue("35d") Duration erasedTold,
        @DefaultValue("10m") Duration erasedWalk,
        @DefaultValue("1s") Duration sweep) {

    public static final ReplySettings DEFAULTS = new ReplySettings(
            4_000,
            500,
            100_000,
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(30)),
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            Duration.ofDays(30),
            Duration.ofMillis(400),
            1_000,
            Duration.ofDays(14),
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1)),
            Duration.ofDays(35),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1));

    public ReplySettings {
        republish = List.copyOf(republish);
        erasedRepublish = List.copyOf(erasedRepublish);
        if (longest < 1 || longest > 5_000) {
            throw new IllegalArgumentException("wasl.reply.longest: " + longest + " (expected: 1..5000)");
        }
        if (republish.isEmpty()) {
            throw new IllegalArgumentException("wasl.reply.republish: empty (expected: at least one time)");
        }
        if (erasedRepublish.isEmpty()) {
            throw new IllegalArgumentException("wasl.reply.erased-republish: empty (expected: at least one time)");
        }
    }

    /** How long a reply that was handed over so often already waits before it is handed over again. */
    Duration pause(int published) {
        return pause(republish, published);
    }

    /** How long an erasure that was told so often already waits before it is told again. */
    Duration erasedPause(int told) {
        return pause(erasedRepublish, told);
    }

    private static Duration pause(List<Duration> pauses, int times) {
        return pauses.get(Math.min(Math.max(times, 1), pauses.size()) - 1);
    }
}
