package org.wasl.admin.handover;

/** Why the next shift has to know of a case; the most pressing first. */
enum Topic {
    /** An open L1 or L2. */
    URGENT,
    /** Somebody is in the chat at this moment. */
    CHAT,
    /** A clock of its level ran out. */
    MISSED,
    /** A lowering, a closure, what was taken back, or an L2 on suspicion waits for somebody's word. */
    TO_CONFIRM,
    /** What was written to the person has not reached them. */
    PROMISE,
    /** The person may be written to during the next shift only at certain hours. */
    WINDOW,
    /** Its next step falls into the next shift, or is overdue. */
    DUE,
    /** Put aside as not looking real. */
    PARKED,
    /** The person is in no chat and chose no window. */
    CANNOT_REACH,
    /** An open L3. */
    SERIOUS,
    /** Who goes holds it. */
    CLAIM
}
