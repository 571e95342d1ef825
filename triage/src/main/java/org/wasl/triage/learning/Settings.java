package org.wasl.triage.learning;

/**
 * How the model is learnt. Part of what a model is made from: written into its digest.
 *
 * @param fewestTexts a feature of fewer texts is not learnt
 * @param alarmPenalty L2 penalty of the three questions
 * @param categoryPenalty L2 penalty of the categories
 * @param alarmIterations of the quasi-Newton method for each question, at most
 * @param categoryIterations for the categories, at most: these take longest, and stopping early does what a penalty does
 */
record Settings(
        int fewestTexts, double alarmPenalty, double categoryPenalty, int alarmIterations, int categoryIterations) {

    /** Chosen by leave-one-writer-out figures: see triage/model-card.md. */
    static final Settings DEFAULTS = new Settings(4, 0.1, 0.0167, 25, 15);
}
