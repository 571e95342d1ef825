package org.wasl.triage.learning;

import org.wasl.triage.classifier.Thresholds;
import org.wasl.triage.report.Level;

/**
 * What becomes of a held-out text under some thresholds: the rules' level, raised by the classifier.
 *
 * @param rules the level without the classifier
 * @param urgent probability of L1 or L2
 * @param harm probability of L3 and worse
 * @param report probability of a report
 */
record Outcome(Example example, Level rules, double urgent, double harm, double report) {

    Level level(Thresholds thresholds) {
        if (urgent >= thresholds.urgent()) {
            return rules.moreSevereOf(Level.L2_EMERGENT);
        }
        if (harm >= thresholds.harm()) {
            return rules.moreSevereOf(Level.L3_URGENT);
        }
        boolean byDefault = rules == Level.L4_STANDARD;
        return byDefault && report < thresholds.report() ? Level.L5_ADVICE : rules;
    }
}
