package org.wasl.bot.session;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.wasl.triage.intake.IntakeEntry;

/**
 * Tells the desk now and then how conversations ended: counts of a month so far, never a time and never whose. What was
 * counted in the last minutes before a node died is lost; what is told twice counts once.
 */
final class EndingTally implements Chore {

    private final EndingCounts counts;
    private final IntakeTell tell;
    private final String run;
    private final Duration every;
    private final Map<YearMonth, EndingCounts.OfMonth> told = new HashMap<>();
    private Instant next = Instant.MIN;

    /**
     * @param run 32 random hex digits, new at each start: this run's counts begin from nothing
     * @param every how often it is told
     */
    EndingTally(EndingCounts counts, IntakeTell tell, String run, Duration every) {
        this.counts = counts;
        this.tell = tell;
        this.run = run;
        this.every = every;
    }

    @Override
    public void pass(Instant now) {
        if (now.isBefore(next) && !next.isAfter(now.plus(every))) {
            return;
        }
        Map<YearMonth, EndingCounts.OfMonth> all = counts.all();
        all.forEach((month, of) -> {
            if (!of.equals(told.get(month))) {
                // Any shard will do: this is about nobody.
                Failures.await(tell.tell(
                        run, new IntakeEntry.ConversationsCounted(month, run.substring(0, 16), of.left(), of.said())));
                told.put(month, of);
            }
        });
        counts.forgetOld(now);
        told.keySet().retainAll(all.keySet());
        next = now.plus(every);
    }
}
