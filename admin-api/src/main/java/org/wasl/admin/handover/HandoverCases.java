package org.wasl.admin.handover;

import java.util.Collection;
import java.util.Optional;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.ClaimPassing;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.StaffId;

/** What a handover needs of the cases. */
interface HandoverCases {
    Collection<HotCase> hot();

    Optional<HotCase> hot(CaseNumber number);

    boolean readable(CurrentStaff staff, CaseNumber number);

    ClaimPassing.Passed pass(StaffId from, CurrentStaff to, CaseNumber number);
}
