package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.conversation.Ending;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted;
import org.wasl.triage.intake.Limits;

/**
 * How conversations ended on this node since it started, by month. Kept apart from what is measured of the node: small
 * counts are told to the desk, sealed, and shown nowhere else.
 */
final class EndingCounts {

    /** Months are those of the desk. */
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    /** Of one month so far. */
    record OfMonth(Map<ConversationsCounted.Left, Integer> left, Map<ConversationsCounted.Said, Integer> said) {
        OfMonth() {
            this(new HashMap<>(), new HashMap<>());
        }
    }

    private final Map<YearMonth, OfMonth> months = new TreeMap<>();

    synchronized void count(Ending ending, ChannelKind channel, Instant now) {
        OfMonth month = months.computeIfAbsent(month(now), none -> new OfMonth());
        switch (ending) {
            case Ending.Left left ->
                count(month.left(), new ConversationsCounted.Left(left.stage(), left.locale(), channel.name()));
            case Ending.Said said ->
                count(month.said(), new ConversationsCounted.Said(said.helped(), said.safe(), said.locale()));
        }
    }

    /** Stages, locales and channels are few; should they ever be many, what is new is not counted. */
    private static <K> void count(Map<K, Integer> counts, K key) {
        if (counts.containsKey(key) || counts.size() < Limits.COUNTS) {
            counts.merge(key, 1, Integer::sum);
        }
    }

    /** As it stands now. */
    synchronized Map<YearMonth, OfMonth> all() {
        Map<YearMonth, OfMonth> all = new TreeMap<>();
        months.forEach((month, of) -> all.put(month, new OfMonth(Map.copyOf(of.left()), Map.copyOf(of.said()))));
        return all;
    }

    /** Months that were over a day ago: no turn is still under way in which something of them is counted. */
    synchronized void forgetOld(Instant now) {
        YearMonth oldest = month(now.minus(Duration.ofDays(1)));
        months.keySet().removeIf(month -> month.isBefore(oldest));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(BAGHDAD));
    }
}
