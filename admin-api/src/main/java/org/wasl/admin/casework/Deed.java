package org.wasl.admin.casework;

/** What a reader of a case may do with it, where that hangs on more than a permission. */
public enum Deed {
    /** Set when it is looked at next. */
    PLAN,
    /** Record what was done as the first protective step. */
    RECORD_STEP,
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
    LINK,
    /** Have a number made by which who called or came can come back. */
    GIVE_RECEIPT,
    /** Open it again after its end. */
    REOPEN,
    /** Say why what was taken back is not erased. */
    KEEP_WITHDRAWN,
    /** Take it off the list of the next meeting. */
    TAKE_FROM_MEETING
}
