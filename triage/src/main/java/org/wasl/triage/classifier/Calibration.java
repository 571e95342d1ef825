package org.wasl.triage.classifier;

import java.util.Arrays;

/**
 * Turns a score into the share of texts with that score of which the answer is yes, as counted on texts the model had
 * not seen. Rising, and straight between its points.
 */
public final class Calibration {

    private final double[] scores;
    private final double[] shares;

    /**
     * @param scores ascending, none twice
     * @param shares of the same length, not falling, 0 to 1
     */
    public Calibration(double[] scores, double[] shares) {
        if (scores.length == 0 || scores.length != shares.length) {
            throw new IllegalArgumentException(
                    "calibration: " + scores.length + " scores, " + shares.length + " shares (expected: as many)");
        }
        for (int at = 1; at < scores.length; at++) {
            if (!(scores[at] > scores[at - 1]) || shares[at] < shares[at - 1]) {
                throw new IllegalArgumentException("calibration: point " + at + " does not rise");
            }
        }
        this.scores = scores.clone();
        this.shares = shares.clone();
    }

    /** The probability of a yes at this score. */
    public double probability(double score) {
        int at = Arrays.binarySearch(scores, score);
        if (at >= 0) {
            return shares[at];
        }
        int above = -at - 1;
        if (above == 0) {
            return shares[0];
        }
        if (above == scores.length) {
            return shares[above - 1];
        }
        double way = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return shares[above - 1] + way * (shares[above] - shares[above - 1]);
    }

    int points() {
        return scores.length;
    }

    double score(int point) {
        return scores[point];
    }

    double share(int point) {
        return shares[point];
    }
}
