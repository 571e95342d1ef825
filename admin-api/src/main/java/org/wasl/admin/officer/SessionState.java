package org.wasl.admin.officer;

/** What a session lets its holder do. */
enum SessionState {
    OPEN,
    /** Nobody was at it for a while: nothing is shown until they say again who they are; what runs goes on. */
    LOCKED,
    /** Their role asks for a second step, and there is none yet: setting it up comes first. */
    FACTOR_DUE
}
