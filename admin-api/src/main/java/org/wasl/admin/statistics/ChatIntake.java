package org.wasl.admin.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wasl.admin.statistics.ChatCounts.Count;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Stage;

/**
 * Takes in what bot nodes counted of conversations. Knows no conversation and no case; told the same again, it counts
 * once.
 */
public final class ChatIntake {
    /** A bot's clock may be ahead of the desk's by so much. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final CountBook counts;
    private final StatisticsSettings settings;
    private final Clock clock;

    ChatIntake(CountBook counts, StatisticsSettings settings, Clock clock) {
        this.counts = counts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts of a quarter that is long over, or far ahead, are no node's and count nothing. */
    public void counted(ConversationsCounted counted) {
        Instant now = clock.instant();
        Stream.of(now.minus(settings.settle()), now, now.plus(AHEAD))
                .map(Quarter::of)
                .filter(quarter -> holds(quarter, counted.month()))
                .findFirst()
                .ifPresent(quarter -> counts.tell(
                        counted.run() + "-" + counted.month(), ChatCounts.summed(quarter, counts(counted))));
    }

    private static boolean holds(Quarter quarter, YearMonth month) {
        return !month.atEndOfMonth().isBefore(quarter.firstDay())
                && !month.atDay(1).isAfter(quarter.lastDay());
    }

    private static List<Count> counts(ConversationsCounted counted) {
        List<Count> counts = new ArrayList<>();
        counted.left().forEach((left, times) -> {
            String channel = Dimension.CHANNEL.coded(left.channel());
            // Who has chosen no language is in no count by language: elsewhere one would follow from the other.
            counts.add(
                    left.stage() == Stage.GREETING
                            ? new Count(Population.OPENED, Map.of(Dimension.CHANNEL, channel), times)
                            : new Count(
                                    Population.LEFT,
                                    Map.of(
                                            Dimension.STAGE,
                                            left.stage().name(),
                                            Dimension.LANGUAGE,
                                            language(left.locale()),
                                            Dimension.CHANNEL,
                                            channel),
                                    times));
        });
        counted.said().forEach((said, times) -> {
            // Only who answered the first question is asked the second.
            if (said.helped() != Tap.NONE) {
                counts.add(new Count(
                        Population.FEEDBACK,
                        Map.of(
                                Dimension.HELPED,
                                said.helped().name(),
                                Dimension.FELT_SAFE,
                                said.safe().name(),
                                Dimension.LANGUAGE,
                                language(said.locale())),
                        times));
            }
        });
        return counts;
    }

    /** As staff accounts name languages: {@code ckb} of {@code ckb-IQ}. */
    private static String language(String locale) {
        return Dimension.LANGUAGE.coded(locale.split("-", 2)[0]);
    }
}
