package org.wasl.admin.meeting;

/** Why a case stands on the agenda; the most pressing first, which is the order of the agenda. */
enum Ground {
    /** An L1 or L2 nobody has taken. */
    URGENT_NOBODYS(Wanted.OWNER),
    /** An L1 or L2 that is open for longer than a day. */
    URGENT_LONG(Wanted.STEP),
    /** Every open L1 and L2. */
    URGENT(Wanted.STEP),
    /** A clock of its level ran out. */
    CLOCK_MISSED(Wanted.STEP),
    /** Somebody asked to lower it, and a second person has to say. */
    LOWERING_ASKED(Wanted.LOWERING),
    /** Somebody asked to close it in a way that takes two. */
    CLOSING_ASKED(Wanted.CLOSING),
    /** Somebody died or came to harm: the meeting says what it found. */
    REVIEW(Wanted.FINDING),
    /** The person took it back, and two people have to look. */
    TAKEN_BACK(Wanted.WITHDRAWAL),
    /** It is about the police or the army. */
    COMPLAINT(Wanted.STEP),
    /** The person is in no chat and chose no window. */
    CANNOT_REACH(Wanted.STEP),
    REOPENED(Wanted.STEP),
    /** Others point at the same account or number. */
    PATTERN(Wanted.STEP),
    /** An earlier meeting decided on it, and what it decided is due. */
    DUE(Wanted.STEP),
    /** An earlier meeting did not reach it, or put it off. */
    CARRIED_OVER(Wanted.STEP),
    /** Its next step is overdue, or it has none. */
    NO_STEP(Wanted.STEP),
    FOLLOW_UP_MISSED(Wanted.STEP),
    /** A human set it below what the machine says. */
    LOWERED(Wanted.LOOK),
    /** Put aside as not looking real. */
    PARKED(Wanted.LOOK),
    /** An L3 nobody answers for. */
    NOBODYS(Wanted.OWNER),
    /** Somebody put it on the list. */
    BROUGHT(Wanted.LOOK);

    private final Wanted wanted;

    Ground(Wanted wanted) {
        this.wanted = wanted;
    }

    /** What the meeting is to decide. */
    public enum Wanted {
        /** Who answers for it. */
        OWNER,
        /** What is done next, and by when. */
        STEP,
        /** Whether it is lowered. */
        LOWERING,
        /** Whether it is closed. */
        CLOSING,
        /** What was found about how it ended. */
        FINDING,
        /** Whether what was taken back is kept. */
        WITHDRAWAL,
        /** Whether it is right as it is. */
        LOOK
    }

    public Wanted wanted() {
        return wanted;
    }
}
