package org.wasl.admin.handover;

import java.time.LocalDate;
import java.util.List;
import org.wasl.admin.casework.CaseNumber;

/**
 * A handover as one person may see it.
 *
 * @param edition what a change names
 * @param lines the cases they may know of
 * @param elsewhere how many more are none of this reader's
 * @param claims what is given away with it, as far as they may know of it
 * @param passed what changed hands, as far as they may know of it
 * @param kept what stayed where it was, as far as they may know of it
 * @param blocking urgent cases nobody has taken at this moment, as far as they may know of them
 * @param blockingElsewhere how many more of those there are
 * @param whole whether it is as it was accepted
 */
record HandoverView(
        String id,
        long edition,
        LocalDate day,
        Handover handover,
        List<Handover.Line> lines,
        int elsewhere,
        List<CaseNumber> claims,
        List<CaseNumber> passed,
        List<CaseNumber> kept,
        List<String> blocking,
        int blockingElsewhere,
        boolean whole) {
    @Override
    public String toString() {
        return "HandoverView[" + id + ", redacted]";
    }
}
