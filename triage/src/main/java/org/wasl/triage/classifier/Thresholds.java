package org.wasl.triage.classifier;

/**
 * From which probability on the classifier says something. Chosen when the model is trained, on texts held out.
 *
 * @param urgent reads like danger: urgent, to be confirmed
 * @param ask may be urgent: a human is asked to look, the level stays
 * @param harm reads like harm: at least L3
 * @param report below this a text with no fact in it is everyday talk
 */
public record Thresholds(double urgent, double ask, double harm, double report) {

    public Thresholds {
        if (!(0 <= ask && ask <= urgent && urgent <= 1) || !(0 <= harm && harm <= 1) || !(0 <= report && report <= 1)) {
            throw new IllegalArgumentException("thresholds: urgent " + urgent + ", ask " + ask + ", harm " + harm
                    + ", report " + report + " (expected: 0 to 1, ask not above urgent)");
        }
    }
}
