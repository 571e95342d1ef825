package org.wasl.triage.classifier;

/**
 * What the classifier is asked of a whole text. Each answer is a number that more text can only raise.
 *
 * <p>The order is the order in the model file.
 */
public enum Question {
    /** Whether it is one for the two most urgent levels. */
    URGENT,
    /** Whether there is danger or harm at all: L3 and worse. */
    HARM,
    /** Whether it is a report of anything, rather than everyday talk. */
    REPORT
}
