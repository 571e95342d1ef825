package org.wasl.triage.report;

/** What a report is about: fourteen codes and {@link #NONE} for text that has nothing to do with a report. */
public enum Category {
    /** Domestic or family violence. */
    DV(Access.SENSITIVE),
    /** Threat in the name of honour. */
    HBV(Access.RESTRICTED),
    /** Blackmail with private material. */
    BLK(Access.SENSITIVE),
    /** Online harassment, hacked or fake accounts, without a demand. */
    CYB(Access.SENSITIVE),
    /** Sexual violence or harassment. */
    SXV(Access.RESTRICTED),
    /** A child abused, neglected or exploited. */
    CHI(Access.RESTRICTED),
    /** Forced or child marriage. */
    FMR(Access.RESTRICTED),
    /** Left home, or barred from it. */
    RUN(Access.RESTRICTED),
    /** A missing person. The one who asks may be the danger. */
    MIS(Access.OPEN),
    /** Trafficking and exploitation. */
    TRF(Access.RESTRICTED),
    /** Risk of self-harm. */
    SUI(Access.SENSITIVE),
    /** Threat or assault outside the family, tribal conflict. */
    THR(Access.SENSITIVE),
    /** Drugs and other community problems. */
    DRG(Access.OPEN),
    /** Information, sessions, feedback, complaints. */
    INF(Access.OPEN),
    /** Nothing to do with a report. */
    NONE(Access.OPEN);

    private enum Access {
        OPEN,
        SENSITIVE,
        RESTRICTED
    }

    private final Access access;

    Category(Access access) {
        this.access = access;
    }

    /** Only the named case team may read it. */
    public boolean restricted() {
        return access == Access.RESTRICTED;
    }

    /** Restricted, or to be handled with more care than the rest. */
    public boolean sensitive() {
        return access != Access.OPEN;
    }
}
