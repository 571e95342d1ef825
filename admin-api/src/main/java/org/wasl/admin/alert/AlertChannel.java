package org.wasl.admin.alert;

import java.time.Duration;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;

/**
 * One way an alert leaves the desk. What is handed over says nothing of any case, and has the same shape and length
 * whatever the case.
 *
 * <p>At least once: the same alert may be handed over again, with the same one-time value, when nobody knows whether it
 * left.
 */
interface AlertChannel {

    Page.Way way();

    /** Whether this person can be reached this way at all: an address is known and the way is set up. */
    boolean reaches(StaffId staff);

    /** Whether handing over waits for a machine outside this house: then it is done beside the sweep. */
    boolean slow();

    /** Hands an alert over. Never throws for what the other side does. */
    Handover hand(Alert alert);

    /** How long after a try in vain, or one of which nobody knows the end, it is tried again. */
    Duration pause(int tries);

    /** How often it is tried before the next way is taken. */
    int tries();

    /**
     * What is handed over.
     *
     * @param onceValue 32 hex digits: names this alert, and is good for one "seen" where the way can carry one back
     * @param count how many cases wait for this person, at most 99; 1 on the lower rungs
     */
    record Alert(StaffId to, String onceValue, int count) {
        private static final int MOST = 99;

        public Alert {
            count = Math.clamp(count, 1, MOST);
        }

        /** The count as it is sent: always two digits. */
        public String digits() {
            return count < 10 ? "0" + count : Integer.toString(count);
        }

        @Override
        public String toString() {
            return "Alert[to " + to.value() + "]";
        }
    }

    /** What became of it. Nothing of the other side is quoted. */
    sealed interface Handover {
        /** The other side has it. Whether a person reads it is told by "seen" alone. */
        record Handed() implements Handover {}

        /** Not now: to be tried again. */
        record NotNow(Page.Why why) implements Handover {}

        /** Refused for good. */
        record Never(Page.Why why) implements Handover {}

        /** This person has no address there by now; no fault of the way. */
        record NoAddress() implements Handover {}
    }
}
