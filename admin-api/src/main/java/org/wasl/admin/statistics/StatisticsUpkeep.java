package org.wasl.admin.statistics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.upkeep.Rounds;

/** Counts what changed, compares now and then, and releases quarters that are over. On every node; each is done once. */
final class StatisticsUpkeep {
    private static final Logger log = LoggerFactory.getLogger(StatisticsUpkeep.class);

    /** After the cases and the sealed objects are in memory. */
    private static final int PHASE = 100;

    private static final String WHAT = "statistics: upkeep";

    private StatisticsUpkeep() {}

    static Rounds of(CaseCounts cases, CountBook counts, StatisticsSettings settings) {
        return Rounds.on("statistics")
                .inPhase(PHASE)
                .after(cases::listen)
                .every(settings.follow(), WHAT, cases::follow)
                .every(settings.follow(), settings.sweep(), WHAT, () -> sweep(cases, counts))
                .every(settings.sweep(), settings.gone(), WHAT, cases::severGone);
    }

    private static void sweep(CaseCounts cases, CountBook counts) {
        if (cases.compared()) {
            counts.releaseDue().forEach(quarter -> log.info("statistics: {} released", quarter));
        }
        cases.compare();
    }
}
