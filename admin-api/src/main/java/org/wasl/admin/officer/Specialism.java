package org.wasl.admin.officer;

/** What somebody was trained for, as assignment asks it. */
public enum Specialism {
    /** Gender-based violence. */
    GBV,
    PSYCHOSOCIAL,
    LEGAL,
    /** Interviewing and protecting children. */
    CHILD,
    /** Blackmail, accounts, digital evidence. */
    CYBER
}
