package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Limits;

/**
 * Tells the desk now and then how many chats were begun with the codes of posters: counts of a day, never a time and
 * never whose. What was counted in the last minutes before a node died is lost.
 */
final class CampaignTally implements Chore {

    /** Days are those of the desk. */
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private final TurnCounters counters;
    private final IntakeTell tell;
    private final String run;
    private final Duration every;
    private @Nullable LocalDate day;
    private Instant next = Instant.MIN;
    private Map<String, Long> before = Map.of();
    private Map<String, Integer> told = Map.of();

    /**
     * @param run 32 random hex digits, new at each start: this run's counts begin from nothing
     * @param every how often it is told
     */
    CampaignTally(TurnCounters counters, IntakeTell tell, String run, Duration every) {
        this.counters = counters;
        this.tell = tell;
        this.run = run;
        this.every = every;
    }

    @Override
    public void pass(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, BAGHDAD);
        boolean anew = !today.equals(day);
        if (!anew && now.isBefore(next) && !next.isAfter(now.plus(every))) {
            return;
        }
        Map<String, Long> all = counters.campaigns();
        if (day != null) {
            tell(day, since(all));
        }
        if (anew) {
            before = day == null ? Map.of() : all;
            told = Map.of();
            day = today;
        }
        next = now.plus(every);
    }

    private void tell(LocalDate of, Map<String, Integer> begun) {
        if (begun.isEmpty() || begun.equals(told)) {
            return;
        }
        // Any shard will do: this is about nobody.
        Failures.await(tell.tell(run, new IntakeEntry.CampaignsCounted(of, run.substring(0, 16), begun)));
        told = begun;
    }

    private Map<String, Integer> since(Map<String, Long> all) {
        Map<String, Integer> begun = new TreeMap<>();
        all.forEach((code, count) -> {
            long since = count - before.getOrDefault(code, 0L);
            if (since > 0 && begun.size() < Limits.CAMPAIGNS) {
                begun.put(code, (int) Math.min(since, Integer.MAX_VALUE));
            }
        });
        return Map.copyOf(begun);
    }
}
