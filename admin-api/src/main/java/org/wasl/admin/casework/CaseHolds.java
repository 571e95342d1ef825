package org.wasl.admin.casework;

/** Which cases must not be destroyed, whoever asks. A hold stops destruction and nothing else. */
public interface CaseHolds {
    /** Whether it is held now, on whichever node that was decided. Never remembered: read from the store each time. */
    boolean held(CaseNumber number);
}
