package org.wasl.admin.casework;

/** What a reader of a case may do with it, where that hangs on more than a permission. */
public enum Deed {
    /** Set when it is looked at next. */
    PLAN,
    PARK,
    UNPARK,
    GIVE_BACK,
    /** Say that they take it. */
    ACCEPT,
    DECLINE,
    FOLLOW_UP,
    /** Agree to a closure, or refuse it. */
    CONFIRM_CLOSING,
    KNOWS_A_PARTY,
    RECORD_AGREEMENT,
    CODE,
    MERGE,
    LINK
}
