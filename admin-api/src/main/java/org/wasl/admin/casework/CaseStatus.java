package org.wasl.admin.casework;

/** Where a case stands. Set by staff or by what happened; what may follow what is {@link CaseTransitions}. */
public enum CaseStatus {
    /** Nobody has taken it. */
    NEW,
    /** A named person opened it and owns it. */
    ACKED,
    IN_TRIAGE,
    /** Waits for the daily meeting. Never an L1 or L2. */
    IN_REVIEW,
    ASSIGNED,
    IN_PROGRESS,
    AWAITING_REPORTER,
    REFERRED,
    FOLLOW_UP,
    CLOSED,
    /** The person wrote again, or staff found it closed too early. */
    REOPENED,
    /** The person took it back, but danger or pressure is likely: no contact, two people look. */
    WITHDRAWAL_ASKED;

    public boolean open() {
        return this != CLOSED;
    }
}
