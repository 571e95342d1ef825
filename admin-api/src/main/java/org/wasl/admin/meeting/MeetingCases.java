package org.wasl.admin.meeting;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.MeetingDecisions;
import org.wasl.admin.officer.CurrentStaff;

/** What a meeting needs of the cases. */
interface MeetingCases {
    /** The open cases, and closed ones of which something is left to do. */
    Collection<HotCase> hot();

    Optional<HotCase> hot(CaseNumber number);

    /** Whether somebody may open the case; also of one that is closed and settled. */
    boolean readable(CurrentStaff staff, CaseNumber number);

    CaseChange decided(
            CurrentStaff staff,
            CaseNumber number,
            MeetingDecisions.Decided decided,
            @Nullable Long edition,
            String key);

    /** Gives a case to whom the desk suggests; {@code false} where it suggests nobody, or somebody was faster. */
    boolean giveAsSuggested(CurrentStaff staff, CaseNumber number);
}
