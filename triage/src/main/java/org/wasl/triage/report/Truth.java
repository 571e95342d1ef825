package org.wasl.triage.report;

/**
 * What is known of a fact. Weaker to stronger evidence of danger, so that joining two observations keeps the stronger:
 * nothing a person writes later can take a danger away, only a human can.
 */
public enum Truth {
    NOT_ASKED,
    NO,
    UNKNOWN,
    DECLINED,
    SUSPECTED,
    YES;

    /** {@link #YES} or {@link #SUSPECTED}. */
    public boolean holds() {
        return this == YES || this == SUSPECTED;
    }

    public Truth strongerOf(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
