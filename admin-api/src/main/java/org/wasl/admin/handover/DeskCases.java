package org.wasl.admin.handover;

import java.util.Collection;
import java.util.Optional;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.ClaimPassing;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.StaffId;

/** The desk's own cases. */
record DeskCases(CaseBook book, CaseAccess access, ClaimPassing claims) implements HandoverCases {
    @Override
    public Collection<HotCase> hot() {
        return book.hot();
    }

    @Override
    public Optional<HotCase> hot(CaseNumber number) {
        return book.hot(number);
    }

    @Override
    public boolean readable(CurrentStaff staff, CaseNumber number) {
        return book.hot(number)
                .map(held -> access.decide(staff, held).readable())
                .orElseGet(() -> book.read(number)
                        .map(held -> access.decide(staff, held).readable())
                        .orElse(false));
    }

    @Override
    public ClaimPassing.Passed pass(StaffId from, CurrentStaff to, CaseNumber number) {
        return claims.pass(from, to, number);
    }
}
