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

    /** Who answers for a case of this status, so that none is nobody's. */
    public Keeper keeper() {
        return switch (this) {
            case NEW, REOPENED -> Keeper.SHIFT;
            case ACKED, IN_TRIAGE, IN_REVIEW, ASSIGNED, IN_PROGRESS, AWAITING_REPORTER, REFERRED, FOLLOW_UP ->
                Keeper.OWNER;
            case WITHDRAWAL_ASKED -> Keeper.SUPERVISORS;
            case CLOSED -> Keeper.NOBODY;
        };
    }

    /** Who answers for a case. */
    public enum Keeper {
        /** The shift on duty, by the ladder, until somebody takes it. */
        SHIFT,
        /** A named person. */
        OWNER,
        SUPERVISORS,
        NOBODY
    }
}
