package org.wasl.triage.assessment;

/** What a rule sets beside a level. */
public enum Tag {
    /** The accused is in the security forces: routed outside that unit, chain and governorate. */
    COI_ROUTE,
    /** Someone may read the phone. */
    SAFE_MODE,
    /** Fell silent after a danger sign. */
    LOST_CONTACT,
    TRIBAL,
    /** The words could be used against the writer: masked in lists and exports. */
    INCRIMINATING_CONTEXT,
    CSAM_SUSPECT,
    /** The writer may be looking for someone who fled. */
    SEARCHER,
    /** May be more urgent than it says, or is urgent by its reading alone: a human is to look. */
    TO_CONFIRM
}
